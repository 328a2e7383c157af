package org.ipsecworkbench.hostconnection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the lines of {@link FileFetch#SCRIPT}. */
final class FetchedLines extends Base64Lines {
    private static final int MAX_LINE = 128 << 10;
    private static final Pattern DATA = Pattern.compile("data=(\\d{1,18}) (\\d{1,6}) ([A-Za-z0-9+/=]*)");
    private static final Pattern SIZE = Pattern.compile("size=(\\d{1,18})");
    private static final Pattern HASH = Pattern.compile("sha256=([0-9a-f]{64})");
    private static final Pattern ERROR = Pattern.compile("error=([A-Za-z]{1,80})");

    private final FileFetch.Progress progress;
    private long at;
    private long size = -1;
    private String sha256 = "";
    private String error = "";

    FetchedLines(Path file, long from, FileFetch.Progress progress) throws IOException {
        super(file, MAX_LINE);
        this.progress = progress;
        at = from;
    }

    @Override
    void read(String text) throws IOException {
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
        byte[] bytes = decoded(base64);
        if (offset != at || bytes.length != length || size - at < length) {
            throw new IOException("A piece of the file is not where it should be.");
        }
        append(bytes);
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
}
