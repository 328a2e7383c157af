package org.ipsecworkbench.hostconnection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the lines of {@link FileFetch#SCRIPT} as they come and appends what they carry to a file. */
final class FetchedLines implements OutputListener, AutoCloseable {
    private static final int MAX_LINE = 128 << 10;
    private static final Pattern DATA = Pattern.compile("data=(\\d{1,18}) (\\d{1,6}) ([A-Za-z0-9+/=]*)");
    private static final Pattern SIZE = Pattern.compile("size=(\\d{1,18})");
    private static final Pattern HASH = Pattern.compile("sha256=([0-9a-f]{64})");
    private static final Pattern ERROR = Pattern.compile("error=([A-Za-z]{1,80})");

    private final FileFetch.Progress progress;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long at;
    private long size = -1;
    private String sha256 = "";
    private String error = "";
    private @Nullable IOException failed;

    FetchedLines(Path file, long from, FileFetch.Progress progress) throws IOException {
        this.progress = progress;
        at = from;
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
                } else if (line.size() == MAX_LINE) {
                    throw new IOException("A line of the file is longer than it can be.");
                } else {
                    line.write(b);
                }
            }
        } catch (IOException e) {
            failed = e;
        }
    }

    private void read(String text) throws IOException {
        Matcher data = DATA.matcher(text);
        Matcher other;
        if (data.matches()) {
            append(Long.parseLong(data.group(1)), Integer.parseInt(data.group(2)), data.group(3));
        } else if ((other = SIZE.matcher(text)).matches()) {
            size = Long.parseLong(other.group(1));
        } else if ((other = HASH.matcher(text)).matches()) {
            sha256 = other.group(1);
        } else if ((other = ERROR.matcher(text)).matches()) {
            error = other.group(1);
        }
    }

    private void append(long offset, int length, String base64) throws IOException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException("A piece of the file is not in base64.", e);
        }
        if (offset != at || bytes.length != length || size - at < length) {
            throw new IOException("A piece of the file is not where it should be.");
        }
        out.write(bytes);
        at += length;
        progress.at(at, size);
    }

    long size() {
        return size;
    }

    /** The hash of the host's file, empty where it was not told. */
    String sha256() {
        return sha256;
    }

    /** The kind of exception that the host had, empty for none. */
    String error() {
        return error;
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
