package org.ipsecworkbench.policy.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text whose encoding its bytes tell: UTF-8 or UTF-16, with a byte order mark or without, else one of single bytes. */
public final class TextDecoder {
    private TextDecoder() {}

    /**
     * The characters, without a byte order mark. What is no UTF is taken for ISO 8859-1: consoles have code pages that
     * nothing tells, and labels are also known without the letters in which those differ.
     */
    public static String decode(byte[] content, int length) {
        int mark = mark(content, length);
        Charset utf16 = utf16(content, length);
        if (utf16 != null) {
            return new String(content, mark, length - mark, utf16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, mark, length - mark))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, mark, length - mark, StandardCharsets.ISO_8859_1);
        }
    }

    private static int mark(byte[] content, int length) {
        if (length >= 3 && content[0] == (byte) 0xef && content[1] == (byte) 0xbb && content[2] == (byte) 0xbf) {
            return 3;
        }
        boolean isMark = length >= 2
                && (content[0] == (byte) 0xff && content[1] == (byte) 0xfe
                        || content[0] == (byte) 0xfe && content[1] == (byte) 0xff);
        return isMark ? 2 : 0;
    }

    private static @Nullable Charset utf16(byte[] content, int length) {
        if (length < 2) {
            return null;
        }
        if (content[0] == (byte) 0xff && content[1] == (byte) 0xfe || content[0] != 0 && content[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (content[0] == (byte) 0xfe && content[1] == (byte) 0xff || content[0] == 0 && content[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }
}
