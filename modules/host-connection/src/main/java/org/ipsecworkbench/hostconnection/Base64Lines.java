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

/** Takes lines of a program as they come, and appends the bytes that they carry in base64 to a file. What fails ends it. */
abstract class Base64Lines implements OutputListener, AutoCloseable {
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final int most;
    private @Nullable IOException failed;

    /**
     * Appends to a file, which is made where it is not there.
     *
     * @param most bytes that a line may have
     */
    Base64Lines(Path file, int most) throws IOException {
        this.most = most;
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
                } else if (line.size() == most) {
                    throw new IOException("A line of the file is longer than it can be.");
                } else {
                    line.write(b);
                }
            }
        } catch (IOException e) {
            failed = e;
        }
    }

    /** A line, without its end. */
    abstract void read(String text) throws IOException;

    static byte[] decoded(String base64) throws IOException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException("A piece of the file is not in base64.", e);
        }
    }

    final void append(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    final void throwWhatFailed() throws IOException {
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public final void close() throws IOException {
        out.close();
    }
}
