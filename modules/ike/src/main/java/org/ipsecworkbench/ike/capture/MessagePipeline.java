package org.ipsecworkbench.ike.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.ike.IkeLimits;

/**
 * Takes datagrams apart on all cores and hands the messages on in their order. Fed by one thread, which is also the one that
 * hands on.
 */
public final class MessagePipeline implements Consumer<Datagram>, AutoCloseable {
    /** Datagrams that one thread takes at once: some hundred microseconds of work. */
    private static final int BATCH = 256;

    private static final int MAX_THREADS = 8;

    private final MessageReader reader;
    private final CaptureMessages messages;
    private final ExecutorService threads;
    private final int maxWaiting;
    private final ArrayDeque<Future<List<MessageReader.Found>>> waiting = new ArrayDeque<>();
    private List<Datagram> batch = new ArrayList<>(BATCH);

    /** Feeds some messages. */
    public MessagePipeline(IkeLimits limits, CaptureMessages messages) {
        reader = new MessageReader(limits);
        this.messages = messages;
        int count = Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS);
        maxWaiting = 4 * count;
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "ike-messages");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void accept(Datagram datagram) {
        batch.add(datagram);
        if (batch.size() >= BATCH) {
            send();
            while (waiting.size() > maxWaiting) {
                receive();
            }
        }
    }

    private void send() {
        List<Datagram> full = batch;
        batch = new ArrayList<>(BATCH);
        waiting.add(threads.submit(() -> reader.read(full)));
    }

    private void receive() {
        try {
            waiting.remove().get().forEach(messages::take);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Hands on what is still under way. */
    public void finish() {
        if (waiting.isEmpty()) {
            // Few datagrams are not worth a thread.
            reader.read(batch).forEach(messages::take);
            return;
        }
        send();
        while (!waiting.isEmpty()) {
            receive();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
