package org.ipsecworkbench.ike.oakley;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A log as bytes in which every ASCII character is one byte: UTF-16 becomes UTF-8, everything else stays as it is. */
public final class LogInput extends InputStream {
    private static final int CHUNK = 1 << 15;

    private final Reader reader;
    private final char[] chars = new char[CHUNK];
    private byte[] bytes = new byte[0];
    private int at;

    private LogInput(Reader reader) {
        this.reader = reader;
    }

    /** Without its byte order mark. */
    public static InputStream open(InputStream in) throws IOException {
        PushbackInputStream input = new PushbackInputStream(in, 3);
        byte[] mark = input.readNBytes(3);
        int first = mark.length < 2 ? 0 : (mark[0] & 0xff) << 8 | mark[1] & 0xff;
        boolean isUtf8 = mark.length == 3 && first == 0xefbb && (mark[2] & 0xff) == 0xbf;
        if (isUtf8) {
            return input;
        }
        if (first != 0xfffe && first != 0xfeff) {
            input.unread(mark);
            return input;
        }
        input.unread(mark, 2, mark.length - 2);
        Charset charset = first == 0xfffe ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return new LogInput(new InputStreamReader(input, charset));
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at < bytes.length) {
            return true;
        }
        int count = reader.read(chars, 0, CHUNK - 1);
        if (count < 0) {
            return false;
        }
        if (Character.isHighSurrogate(chars[count - 1])) {
            int low = reader.read();
            if (low >= 0) {
                chars[count++] = (char) low;
            }
        }
        bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }
}
