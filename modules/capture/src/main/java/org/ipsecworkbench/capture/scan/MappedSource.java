package org.ipsecworkbench.capture.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ipsecworkbench.capture.spi.CaptureSource;

/**
 * A file mapped into memory through windows that overlap by the longest record, because one Java buffer ends at 2 GiB.
 */
public final class MappedSource implements CaptureSource {
    private static final int SHIFT = 30;
    private static final long WINDOW = 1L << SHIFT;

    private final Path file;
    private final long size;
    private final ByteBuffer[] windows;
    /** Keeps the compiler from leaving the reads of {@link #touch} out. */
    @SuppressWarnings("unused")
    private long touched;

    private MappedSource(Path file, long size, ByteBuffer[] windows) {
        this.file = file;
        this.size = size;
        this.windows = windows;
    }

    /**
     * Maps a file as long as it is now.
     *
     * @param overlap bytes that every buffer holds at least beyond any offset inside its window
     */
    public static MappedSource map(Path file, int overlap) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer[] windows = new ByteBuffer[(int) Math.max(1, (size + WINDOW - 1) >>> SHIFT)];
            for (int i = 0; i < windows.length; i++) {
                long from = (long) i << SHIFT;
                windows[i] = channel.map(
                        FileChannel.MapMode.READ_ONLY, from, Math.min(size - from, WINDOW + Math.min(overlap, WINDOW)));
            }
            return new MappedSource(file, size, windows);
        }
    }

    /**
     * Reads a stretch of the file into the processor's cache. Walking from record to record is a chain of jumps that each
     * wait for memory; in a row, the processor fetches ahead.
     */
    void touch(long from, int length) {
        if (from >= size) {
            return;
        }
        ByteBuffer bytes = buffer(from);
        int at = index(from);
        int end = (int) Math.min(bytes.limit(), (long) at + length);
        long sum = 0;
        for (; at < end; at += 64) {
            sum += bytes.get(at);
        }
        touched = sum;
    }

    /**
     * Whether the file still reaches so far. Reading a mapped page that the file has lost is an error that the JVM may
     * throw late, so whoever reads here and there asks before.
     */
    public boolean holds(long end) {
        try {
            return end <= Files.size(file);
        } catch (IOException e) {
            // Deleted, as temporary files are at once: the mapping keeps what it has.
            return end <= size;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ByteBuffer buffer(long offset) {
        return windows[(int) (offset >>> SHIFT)];
    }

    @Override
    public int index(long offset) {
        return (int) (offset & (WINDOW - 1));
    }
}
