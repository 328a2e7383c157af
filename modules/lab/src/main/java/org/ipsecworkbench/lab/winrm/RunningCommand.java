package org.ipsecworkbench.lab.winrm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ipsecworkbench.lab.program.Terminal;

/**
 * A command of a shell in a thread of its own, between its program and the client: output waits here for Receive, input for
 * the program. Safe for several threads.
 */
final class RunningCommand implements Terminal {
    /** Bytes of output that wait to be received; the program waits beyond. */
    static final int MAX_WAITING = 256 << 10;

    /** Bytes of input that wait to be read; further ones are dropped. */
    static final int MAX_INPUT = 16 << 20;

    /** What a command does. */
    interface Body {
        /** Runs it; the result is the exit code. */
        int run(Terminal terminal) throws IOException;
    }

    /**
     * What is there to be received.
     *
     * @param isDone whether nothing follows, so that the exit code holds
     */
    record Output(byte[] stdout, byte[] stderr, boolean isDone, int exitCode) {
        boolean isEmpty() {
            return stdout.length == 0 && stderr.length == 0 && !isDone;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final Deque<byte[]> input = new ArrayDeque<>();
    private int waitingInput;
    private boolean isInputOver;
    private boolean isEnded;
    private boolean isOver;
    private int exitCode;

    private RunningCommand() {}

    /** Starts a command. */
    static RunningCommand start(Body body, ThreadFactory threads) {
        RunningCommand command = new RunningCommand();
        threads.newThread(() -> command.run(body)).start();
        return command;
    }

    private void run(Body body) {
        int code = 1;
        try {
            code = body.run(this);
        } catch (IOException e) {
            // Ended from outside: what Windows gives a process that Ctrl+C ends.
            code = 0xc000013a;
        } finally {
            lock.lock();
            try {
                isOver = true;
                exitCode = code;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void write(Stream stream, byte[] bytes) throws IOException {
        int at = 0;
        lock.lock();
        try {
            while (at < bytes.length) {
                while (!isEnded && stdout.size() + stderr.size() >= MAX_WAITING) {
                    await();
                }
                check();
                int part = Math.min(bytes.length - at, MAX_WAITING - stdout.size() - stderr.size());
                (stream == Stream.STDERR ? stderr : stdout).write(bytes, at, part);
                at += part;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public byte[] read() throws IOException {
        lock.lock();
        try {
            while (!isEnded && input.isEmpty() && !isInputOver) {
                await();
            }
            check();
            byte[] next = input.poll();
            waitingInput -= next == null ? 0 : next.length;
            return next == null ? new byte[0] : next;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void pause(Duration time) throws IOException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!isEnded && left > 0) {
                left = changed.awaitNanos(left);
            }
            check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            lock.unlock();
        }
    }

    private void await() throws InterruptedIOException {
        try {
            changed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private void check() throws IOException {
        if (isEnded) {
            throw new InterruptedIOException("the command was ended");
        }
    }

    /** Hands input to the program. An empty piece is none. */
    void send(byte[] bytes, boolean isLast) {
        lock.lock();
        try {
            if (bytes.length > 0 && waitingInput + bytes.length <= MAX_INPUT && !isInputOver) {
                input.add(bytes);
                waitingInput += bytes.length;
            }
            isInputOver |= isLast;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what is there, up to some bytes; waits for a time where there is nothing. */
    Output receive(int limit, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (stdout.size() == 0 && stderr.size() == 0 && !isOver && left > 0) {
                left = changed.awaitNanos(left);
            }
            byte[] out = take(stdout, limit);
            byte[] err = take(stderr, limit - out.length);
            changed.signalAll();
            boolean isDone = isOver && stdout.size() == 0 && stderr.size() == 0;
            return new Output(out, err, isDone, exitCode);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Output(new byte[0], new byte[0], false, 0);
        } finally {
            lock.unlock();
        }
    }

    private static byte[] take(ByteArrayOutputStream from, int limit) {
        byte[] all = from.toByteArray();
        if (all.length <= limit) {
            from.reset();
            return all;
        }
        from.reset();
        from.write(all, limit, all.length - limit);
        return Arrays.copyOf(all, limit);
    }

    /** Ends the program: whatever it waits for fails. */
    void end() {
        lock.lock();
        try {
            isEnded = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the program has ended; whether it has. */
    boolean isOver(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!isOver && left > 0) {
                left = changed.awaitNanos(left);
            }
            return isOver;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return isOver;
        } finally {
            lock.unlock();
        }
    }

    /** Milliseconds are enough for a program that was ended. */
    static final Duration GRACE = Duration.ofMillis(TimeUnit.SECONDS.toMillis(5));
}
