package org.ipsecworkbench.ike.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text whose encoding its first bytes tell: UTF-8, or UTF-16 in either order, with a byte order mark or without. */
public final class TextInput {
    private TextInput() {}

    /** The characters, without a byte order mark; what cannot be decoded becomes U+FFFD. */
    public static Reader reader(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(4);
        byte[] head = bytes.readNBytes(4);
        bytes.reset();
        bytes.skipNBytes(markLength(head));
        return new InputStreamReader(bytes, charset(head));
    }

    /** The same of the beginning of a file. */
    public static String decode(byte[] head) {
        int mark = markLength(head);
        return new String(head, mark, head.length - mark, charset(head));
    }

    private static int markLength(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf) {
            return 3;
        }
        boolean isMark = head.length >= 2
                && (head[0] == (byte) 0xff && head[1] == (byte) 0xfe
                        || head[0] == (byte) 0xfe && head[1] == (byte) 0xff);
        return isMark ? 2 : 0;
    }

    private static Charset charset(byte[] head) {
        if (head.length < 2) {
            return StandardCharsets.UTF_8;
        }
        if (head[0] == (byte) 0xff && head[1] == (byte) 0xfe || head[0] != 0 && head[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (head[0] == (byte) 0xfe && head[1] == (byte) 0xff || head[0] == 0 && head[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }
}
