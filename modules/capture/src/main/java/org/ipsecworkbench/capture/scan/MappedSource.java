package org.ipsecworkbench.capture.scan;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.jspecify.annotations.Nullable;

/**
 * A file mapped into memory through windows that overlap by the longest record, because one Java buffer ends at 2 GiB.
 *
 * <p>The file may grow; what was appended is there after {@link #map(FileChannel, long)}.
 */
public final class MappedSource implements CaptureSource {
    private static final int SHIFT = 30;
    private static final long WINDOW = 1L << SHIFT;

    /** After so many renewed windows it is looked whether the collector has taken the first of them. */
    private static final int RENEWALS = 1024;

    private final Path file;
    /** What the system tells files apart by, whatever their names; null where it has nothing. */
    private final @Nullable Object key;

    private final int overlap;
    private volatile long size;
    /** Whoever knows of a record in a new window has learnt of it through something volatile that was written later. */
    private MappedByteBuffer[] windows;

    private int renewals;
    private WeakReference<ByteBuffer> renewed = new WeakReference<>(null);
    /** Keeps the compiler from leaving the reads of {@link #touch} out. */
    @SuppressWarnings("unused")
    private long touched;

    private MappedSource(Path file, int overlap, FileChannel channel) throws IOException {
        this.file = file;
        key = key(file);
        this.overlap = overlap;
        windows = new MappedByteBuffer[0];
        map(channel, channel.size());
    }

    /**
     * Maps a file as long as it is now.
     *
     * @param overlap bytes that every buffer holds at least beyond any offset inside its window
     */
    public static MappedSource map(Path file, int overlap) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new MappedSource(file, (int) Math.min(overlap, WINDOW), channel);
        }
    }

    /**
     * Maps what the file has got more. Only the windows at its end are renewed; buffers that somebody has stay as they are.
     * By one thread at a time, not while records are read that were found before only by it.
     *
     * @param channel the same file
     * @param newSize at most what the file has now
     */
    void map(FileChannel channel, long newSize) throws IOException {
        MappedByteBuffer[] more = Arrays.copyOf(windows, (int) Math.max(1, (newSize + WINDOW - 1) >>> SHIFT));
        for (int i = 0; i < more.length; i++) {
            long from = (long) i << SHIFT;
            long length = Math.min(newSize - from, WINDOW + overlap);
            if (more[i] == null || more[i].limit() < length) {
                renewed(more[i]);
                more[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, length);
            }
        }
        windows = more;
        size = newSize;
    }

    /**
     * The system allows a process some 65,000 mappings, and a window that was replaced is one until it is collected, which
     * in a quiet program may take hours.
     */
    private void renewed(@Nullable ByteBuffer window) {
        if (window != null && renewals++ % RENEWALS == 0) {
            if (renewed.get() != null) {
                System.gc();
            }
            renewed = new WeakReference<>(window);
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** The file that is mapped. */
    Path file() {
        return file;
    }

    /**
     * Whether the file's name still belongs to what is mapped, as far as the system tells.
     *
     * @throws java.nio.file.NoSuchFileException if the name belongs to nothing
     */
    boolean isSameFile() throws IOException {
        return Objects.equals(key, key(file));
    }

    /**
     * Reads a stretch of the file into the processor's cache. Walking from record to record is a chain of jumps that each
     * wait for memory; in a row, the processor fetches ahead.
     */
    void touch(long from, int length) {
        if (from >= size) {
            return;
        }
        MappedByteBuffer bytes = buffer(from);
        int at = index(from);
        int end = (int) Math.min(bytes.limit(), (long) at + length);
        long sum = 0;
        for (; at < end; at += 64) {
            sum += bytes.get(at);
        }
        touched = sum;
    }

    /**
     * How much of what is mapped the file still has. Reading a mapped page that the file has lost is an error that the JVM
     * may throw late, and not everywhere, so whoever reads asks before.
     */
    long left() {
        try {
            long now = Files.size(file);
            // Where another file has the name by now, the mapping keeps what it has.
            return now >= size || !isSameFile() ? size : now;
        } catch (IOException e) {
            // Deleted, as temporary files are at once: likewise.
            return size;
        }
    }

    /** Whether the file still reaches so far. */
    public boolean holds(long end) {
        return end <= left();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public MappedByteBuffer buffer(long offset) {
        return windows[(int) (offset >>> SHIFT)];
    }

    @Override
    public int index(long offset) {
        return (int) (offset & (WINDOW - 1));
    }
}
