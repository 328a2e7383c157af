package org.ipsecworkbench.lab.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a host by their whole path, such as {@code C:\WINDOWS\Debug\oakley.log}. Names are found in any case.
 */
public final class FileStore {
    /** Files at most. */
    public static final int MAX_FILES = 10_000;

    /** Bytes that all files together may have in memory; {@link File#size} of one without content may be larger. */
    public static final long MAX_BYTES = 64L << 20;

    private final SortedMap<String, File> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private long bytes;

    /**
     * A file.
     *
     * @param content its first bytes; zeros follow up to the size
     */
    public record File(String path, byte[] content, long size, Instant modified) {

        /** Copies a stretch into an array; the stretch lies within the size. */
        public void read(long offset, byte[] into, int length) {
            for (int i = 0; i < length; i++) {
                into[i] = offset + i < content.length ? content[(int) (offset + i)] : 0;
            }
        }
    }

    public @Nullable File file(String path) {
        return files.get(path);
    }

    /** The files in a folder, not below it. */
    public List<File> in(String folder) {
        String prefix = folder.endsWith("\\") ? folder : folder + "\\";
        List<File> found = new ArrayList<>();
        for (File file : files.tailMap(prefix).values()) {
            if (!file.path().regionMatches(true, 0, prefix, 0, prefix.length())) {
                break;
            }
            if (file.path().indexOf('\\', prefix.length()) < 0) {
                found.add(file);
            }
        }
        return found;
    }

    /** Writes a file; whether there was room for it. */
    public boolean write(String path, byte[] content, long size, Instant now) {
        File old = files.get(path);
        long after = bytes - (old == null ? 0 : old.content().length) + content.length;
        if (after > MAX_BYTES || old == null && files.size() >= MAX_FILES) {
            return false;
        }
        bytes = after;
        files.put(path, new File(path, content, size, now));
        return true;
    }

    /** Writes lines of ASCII at the end of a file; whether there was room for them. */
    public boolean append(String path, String text, Instant now) {
        File old = files.get(path);
        byte[] more = text.getBytes(StandardCharsets.US_ASCII);
        if (old == null) {
            return write(path, more, more.length, now);
        }
        byte[] whole = new byte[old.content().length + more.length];
        System.arraycopy(old.content(), 0, whole, 0, old.content().length);
        System.arraycopy(more, 0, whole, old.content().length, more.length);
        return write(path, whole, whole.length, now);
    }

    public boolean remove(String path) {
        File old = files.remove(path);
        if (old != null) {
            bytes -= old.content().length;
        }
        return old != null;
    }
}
