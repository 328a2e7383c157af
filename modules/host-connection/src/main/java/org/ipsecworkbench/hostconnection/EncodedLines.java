package org.ipsecworkbench.hostconnection;

import java.io.IOException;
import java.nio.file.Path;

/** Takes lines of base64 between marks, as {@code certutil -encode} writes them. */
final class EncodedLines extends Base64Lines {
    /** The bytes that a line of certutil carries. */
    static final int LINE = 48;

    private static final int MAX_LINE = 200;

    private final FileFetch.Progress progress;
    private final long expected;
    private long size;

    /** Appends to a file that has that many bytes and shall have as many as are expected. */
    EncodedLines(Path file, long from, long expected, FileFetch.Progress progress) throws IOException {
        super(file, MAX_LINE);
        this.progress = progress;
        this.expected = expected;
        size = from;
    }

    /** Tells how far it is once for all the short lines of a piece. */
    @Override
    public void take(boolean isError, byte[] bytes) {
        super.take(isError, bytes);
        progress.at(size, expected);
    }

    @Override
    void read(String text) throws IOException {
        if (text.startsWith("-----")) {
            return;
        }
        byte[] bytes = decoded(text);
        if (expected - size < bytes.length) {
            throw new IOException("More comes than the file has.");
        }
        append(bytes);
        size += bytes.length;
    }

    /** The bytes that the file has by now. */
    long size() {
        return size;
    }
}
