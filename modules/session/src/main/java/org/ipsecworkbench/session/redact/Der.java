package org.ipsecworkbench.session.redact;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A value of DER (ITU-T X.690): a tag of one byte, as certificates have, and its content.
 *
 * @param tag with class and form
 */
record Der(int tag, byte[] content) {
    static final int BOOLEAN = 1;
    static final int INTEGER = 2;
    static final int BIT_STRING = 3;
    static final int OCTET_STRING = 4;
    static final int OBJECT_IDENTIFIER = 6;
    static final int SEQUENCE = 0x30;

    private static final int CONSTRUCTED = 0x20;
    private static final int MAX_LENGTH_BYTES = 3;
    private static final int MAX_ELEMENTS = 10_000;

    boolean isConstructed() {
        return (tag & CONSTRUCTED) != 0;
    }

    /**
     * The one value that the bytes are.
     *
     * @throws IllegalArgumentException where they are none
     */
    static Der of(byte[] bytes) {
        List<Der> all = all(bytes);
        if (all.size() != 1) {
            throw new IllegalArgumentException(all.size() + " values");
        }
        return all.get(0);
    }

    /** The values inside. */
    List<Der> elements() {
        return all(content);
    }

    private static List<Der> all(byte[] bytes) {
        List<Der> all = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            if (bytes.length - at < 2 || (bytes[at] & 0x1f) == 0x1f || all.size() == MAX_ELEMENTS) {
                throw new IllegalArgumentException("no value at " + at);
            }
            int length = bytes[at + 1] & 0xff;
            int content = at + 2;
            if (length > 0x7f) {
                int count = length & 0x7f;
                if (count == 0 || count > MAX_LENGTH_BYTES || bytes.length - content < count) {
                    throw new IllegalArgumentException("no length at " + at);
                }
                length = 0;
                for (int i = 0; i < count; i++) {
                    length = length << 8 | bytes[content++] & 0xff;
                }
            }
            if (bytes.length - content < length) {
                throw new IllegalArgumentException("cut at " + at);
            }
            all.add(new Der(bytes[at] & 0xff, Arrays.copyOfRange(bytes, content, content + length)));
            at = content + length;
        }
        return all;
    }

    /** A value that consists of others. */
    static Der constructed(int tag, List<Der> elements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        elements.forEach(element -> out.writeBytes(element.bytes()));
        return new Der(tag, out.toByteArray());
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            int count = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
            out.write(0x80 | count);
            for (int i = count - 1; i >= 0; i--) {
                out.write(length >>> 8 * i);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
