package org.ipsecworkbench.ike.oakley;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A log as bytes in which every ASCII character is one byte: UTF-16 becomes UTF-8, everything else stays as it is, without
 * its byte order mark. Where the file grows, reading goes on behind what was its end: a part of a mark or of a character is
 * nothing until the rest of it is there.
 */
public final class LogInput extends InputStream {
    private static final int CHUNK = 1 << 15;
    private static final int LONGEST_MARK = 3;

    private final InputStream in;
    private final byte[] head = new byte[LONGEST_MARK];
    private int headLength;
    private @Nullable LogEncoding encoding;

    /** What can be given before more is read. */
    private byte[] ready = new byte[0];

    private int at;

    /** Bytes of a character, and the first half of a pair, that wait for the rest. */
    private byte[] raw = new byte[0];

    private int rawLength;
    private char high;

    private LogInput(InputStream in, @Nullable LogEncoding encoding) {
        this.in = in;
        this.encoding = encoding;
    }

    /** From the beginning of a log. */
    public static InputStream open(InputStream in) {
        return new LogInput(in, null);
    }

    /** From somewhere inside, where a character begins. */
    static InputStream inside(InputStream in, LogEncoding encoding) {
        return new LogInput(in, encoding);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (encoding == null && !begin()) {
            return -1;
        }
        if (at == ready.length && encoding != null && !encoding.isWide()) {
            return in.read(into, offset, length);
        }
        while (at == ready.length) {
            if (!decode()) {
                return -1;
            }
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, offset, count);
        at += count;
        return count;
    }

    /** Reads the mark, or what stands in its place; false where it is not all there. */
    private boolean begin() throws IOException {
        while (encoding == null) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head[headLength++] = (byte) next;
            encoding = LogEncoding.of(head, headLength);
        }
        ready = Arrays.copyOfRange(head, encoding.mark, headLength);
        return true;
    }

    /** Makes bytes of the next characters, maybe none; false at the end. */
    private boolean decode() throws IOException {
        LogEncoding wide = encoding;
        if (raw.length == 0) {
            raw = new byte[2 * CHUNK];
        }
        int count = in.read(raw, rawLength, raw.length - rawLength);
        if (count < 0 || wide == null) {
            return false;
        }
        rawLength += count;
        char[] chars = new char[rawLength / 2 + 1];
        int length = 0;
        if (high != 0) {
            chars[length++] = high;
            high = 0;
        }
        for (int i = 0; i + 1 < rawLength; i += 2) {
            chars[length++] = wide.wide(raw[i], raw[i + 1]);
        }
        if (length > 0 && Character.isHighSurrogate(chars[length - 1])) {
            high = chars[--length];
        }
        raw[0] = raw[rawLength - 1];
        rawLength %= 2;
        ready = new String(chars, 0, length).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }
}
