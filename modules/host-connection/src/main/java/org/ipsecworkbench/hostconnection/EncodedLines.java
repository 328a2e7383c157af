package org.ipsecworkbench.hostconnection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Takes lines of base64 between marks, as {@code certutil -encode} writes them, and appends what they carry to a file. */
final class EncodedLines implements OutputListener, AutoCloseable {
    /** The bytes that a line of certutil carries. */
    static final int LINE = 48;

    private static final int MAX_LINE = 200;

    private final FileFetch.Progress progress;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final long expected;
    private long size;
    private @Nullable IOException failed;

    /** Appends to a file that has that many bytes and shall have as many as are expected. */
    EncodedLines(Path file, long from, long expected, FileFetch.Progress progress) throws IOException {
        this.progress = progress;
        this.expected = expected;
        size = from;
        out = Files.newOutputStream(file, StandardOpenOption.APPEND);
    }

    @Override
    public void take(boolean isError, byte[] bytes) {
        if (isError || failed != null) {
            return;
        }
        try {
            for (byte b : bytes) {
                if (b == '\n') {
                    read(line.toString(StandardCharsets.US_ASCII).strip());
                    line.reset();
                } else if (line.size() == MAX_LINE) {
                    throw new IOException("A line of the file is longer than it can be.");
                } else {
                    line.write(b);
                }
            }
        } catch (IOException e) {
            failed = e;
        }
        progress.at(size, expected);
    }

    private void read(String text) throws IOException {
        if (text.startsWith("-----")) {
            return;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("A piece of the file is not in base64.", e);
        }
        if (expected - size < bytes.length) {
            throw new IOException("More comes than the file has.");
        }
        out.write(bytes);
        size += bytes.length;
    }

    /** The bytes that the file has by now. */
    long size() {
        return size;
    }

    void throwWhatFailed() throws IOException {
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
