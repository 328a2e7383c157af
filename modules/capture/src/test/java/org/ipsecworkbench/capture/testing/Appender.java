package org.ipsecworkbench.capture.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.ipsecworkbench.capture.ScanMonitor;

/**
 * Writes a file piece by piece, cut anywhere, while it is followed: another piece each time that the scan asks whether to go
 * on. Cancels once everything that it has written was read.
 */
public final class Appender implements ScanMonitor {
    /** Each thread of a scan asks once more at the end of a pass; whoever asks more often waits. */
    private static final int ASKED_AT_REST = 8;

    private final Path file;
    private final byte[] bytes;
    private final int pieces;
    private final Random random;
    private int written;
    private int limit;
    /** Where the scan has come to, and the size of the file that it knew then. */
    private long read = -1;

    private long known;
    /** Counted, not timed: a busy machine may leave the scan alone for long. */
    private int askedInVain;

    /** Of so many pieces on average; begins with an empty file. */
    public Appender(Path file, byte[] bytes, int pieces, long seed) throws IOException {
        this.file = Files.write(file, new byte[0]);
        this.bytes = bytes;
        this.pieces = pieces;
        random = new Random(seed);
        limit = bytes.length;
    }

    /** Appends so many bytes now. */
    public synchronized Appender append(int count) throws IOException {
        int end = Math.min(limit, written + count);
        Files.write(file, Arrays.copyOfRange(bytes, written, end), StandardOpenOption.APPEND);
        written = end;
        askedInVain = 0;
        return this;
    }

    /** Writes no further than that, for now. */
    public synchronized Appender upTo(int end) {
        limit = end;
        return this;
    }

    /** Whether everything is written. */
    public synchronized boolean isDone() {
        return written == bytes.length;
    }

    @Override
    public synchronized boolean cancelled() {
        try {
            if (written < limit) {
                // Sometimes some bytes, so that headers are cut, too.
                append(1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 2 * bytes.length / pieces));
                return false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        askedInVain++;
        return known >= written && (read >= known || askedInVain > ASKED_AT_REST);
    }

    @Override
    public synchronized void progress(long done, long total) {
        read = done;
        known = total;
        askedInVain = 0;
    }
}
