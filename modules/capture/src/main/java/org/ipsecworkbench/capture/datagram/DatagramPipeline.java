package org.ipsecworkbench.capture.datagram;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.scan.MappedSource;
import org.ipsecworkbench.capture.scan.Scan;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of the datagrams of selected packets on all cores, and hands it on in the order of the capture. Used once.
 *
 * <p>Threads read batches of packets and work on what is whole in them. The caller's thread hands the batches on in their
 * order and there puts fragments of IP together, the one thing that hangs on earlier packets; while the next batch is not
 * ready, it works on another itself.
 *
 * @param <T> what is made
 */
public final class DatagramPipeline<T> {
    /** Packets that one thread takes at once: some hundred microseconds of work. */
    private static final int BATCH = 256;

    private static final int MAX_THREADS = 8;

    /** Batches per thread that are worked on or wait to be handed on. */
    private static final int AHEAD = 2;

    /** What was made of a batch, and the fragments between. */
    private static final class Batch<T> {
        final List<T> made = new ArrayList<>(BATCH);
        List<Between> fragments = List.of();
    }

    /** A fragment behind so many of what was made. */
    private record Between(int behind, Fragment fragment) {}

    private final MappedSource source;
    private final RecordReader reader;
    private final Scan scan;
    private final BiConsumer<Datagram, Consumer<T>> work;
    private final Consumer<T> consumer;
    private final Reassembly reassembly;
    /** Of the caller's thread. */
    private final DatagramReader joining;

    private final Queue<DatagramReader> idle = new ConcurrentLinkedQueue<>();

    /**
     * Over a scanned capture.
     *
     * @param maxFragmented datagrams whose fragments are awaited at the same time
     * @param work what to make of a datagram; called by several threads at the same time
     * @param consumer gets what was made, on the caller's thread
     */
    public DatagramPipeline(
            MappedSource source,
            RecordReader reader,
            Scan scan,
            int maxFragmented,
            BiConsumer<Datagram, Consumer<T>> work,
            Consumer<T> consumer) {
        this.source = source;
        this.reader = reader;
        this.scan = scan;
        this.work = work;
        this.consumer = consumer;
        reassembly = new Reassembly(maxFragmented);
        joining = new DatagramReader(source, reader, scan);
    }

    /**
     * Goes through the packets in their order.
     *
     * @throws IOException if the file lost what was to be read
     */
    public void read(PacketSelection selection, ScanMonitor monitor) throws IOException {
        int count = Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS);
        // The caller's thread is one of them.
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, count - 1), task -> {
            Thread thread = new Thread(task, "capture-datagrams");
            thread.setDaemon(true);
            return thread;
        });
        try {
            read(selection, monitor, threads, AHEAD * count);
        } finally {
            threads.shutdownNow();
        }
    }

    private void read(PacketSelection selection, ScanMonitor monitor, ExecutorService threads, int ahead)
            throws IOException {
        long size = selection.size();
        ArrayDeque<FutureTask<Batch<T>>> waiting = new ArrayDeque<>(ahead);
        long sent = 0;
        long received = 0;
        while (received < size) {
            if (monitor.cancelled()) {
                return;
            }
            while (sent < size && waiting.size() < ahead) {
                long from = sent;
                long to = Math.min(size, from + BATCH);
                FutureTask<Batch<T>> task = new FutureTask<>(() -> batch(selection, from, to));
                waiting.add(task);
                // A single batch is not worth a thread.
                if (size > BATCH) {
                    threads.execute(task);
                }
                sent = to;
            }
            monitor.progress(scan.pages().position(selection.get(received)), source.size());
            hand(next(waiting));
            received = Math.min(size, received + BATCH);
        }
        giveUp(reassembly.finish());
    }

    /** The next batch; works on others until it is ready. */
    private Batch<T> next(ArrayDeque<FutureTask<Batch<T>>> waiting) throws IOException {
        FutureTask<Batch<T>> next = waiting.remove();
        next.run();
        for (FutureTask<Batch<T>> other : waiting) {
            if (next.isDone()) {
                break;
            }
            // Does nothing where a thread has it already.
            other.run();
        }
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException lost) {
                throw lost;
            }
            if (e.getCause() instanceof InternalError lost) {
                // What the JVM throws when a mapped file loses the page that is being read.
                throw new IOException("The file was changed while it was read.", lost);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Batch<T> batch(PacketSelection selection, long from, long to) throws IOException {
        DatagramReader known = idle.poll();
        DatagramReader one = known == null ? new DatagramReader(source, reader, scan) : known;
        Batch<T> batch = new Batch<>();
        Consumer<Datagram> maker = datagram -> work.accept(datagram, batch.made::add);
        for (long i = from; i < to; i++) {
            Fragment fragment = one.read(selection.get(i), maker);
            if (fragment != null) {
                if (batch.fragments.isEmpty()) {
                    batch.fragments = new ArrayList<>();
                }
                batch.fragments.add(new Between(batch.made.size(), fragment));
            }
        }
        idle.add(one);
        return batch;
    }

    private void hand(Batch<T> batch) {
        int handed = 0;
        for (Between between : batch.fragments) {
            for (; handed < between.behind(); handed++) {
                consumer.accept(batch.made.get(handed));
            }
            join(between.fragment());
        }
        for (; handed < batch.made.size(); handed++) {
            consumer.accept(batch.made.get(handed));
        }
    }

    private void join(Fragment fragment) {
        Reassembly.Pieces whole = reassembly.add(fragment);
        if (whole != null) {
            hand(joining.datagram(whole, fragment.time(), whole.flow < 0 ? fragment.flow() : whole.flow));
        }
        giveUp(reassembly.givenUp());
    }

    private void giveUp(List<Reassembly.Pieces> some) {
        for (Reassembly.Pieces pieces : some) {
            // Without its first fragment nobody knows the ports, so that it is nobody's datagram.
            if (pieces.flow >= 0) {
                hand(joining.datagram(pieces, pieces.time, pieces.flow));
            }
        }
    }

    private void hand(@Nullable Datagram joined) {
        if (joined != null) {
            work.accept(joined, consumer);
        }
    }
}
