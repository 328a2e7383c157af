package org.ipsecworkbench.certificate.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a listing, with plain blanks and colons, whatever its encoding and language. */
final class ListingText {
    private ListingText() {}

    /**
     * Decodes UTF-8 or UTF-16; what is neither is taken for ISO 8859-1, since consoles have code pages that nothing tells and
     * nothing is matched by the letters in which those differ.
     */
    static List<String> lines(byte[] content, int length) {
        String text = decode(content, length);
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\uff1a', ':')
                .replace("\ufeff", "")
                // Marks of the writing direction, which Windows puts into dates of some languages.
                .replace("\u200e", "")
                .replace("\u200f", "")
                .lines()
                .toList();
    }

    private static String decode(byte[] content, int length) {
        if (length >= 2) {
            int first = content[0] & 0xff;
            int second = content[1] & 0xff;
            if (first == 0xff && second == 0xfe || first != 0 && second == 0) {
                return utf16(content, length, StandardCharsets.UTF_16LE);
            }
            if (first == 0xfe && second == 0xff || first == 0 && second != 0) {
                return utf16(content, length, StandardCharsets.UTF_16BE);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private static String utf16(byte[] content, int length, Charset charset) {
        return new String(content, 0, length, charset);
    }
}
