package org.ipsecworkbench.capture.detail;

import org.jspecify.annotations.Nullable;

/**
 * Walks elements of ASN.1 in their distinguished encoding (X.690), bounded in depth.
 *
 * <p>Explicit tags and what they wrap become one line.
 */
final class Der {
    /** So many elements inside one another are followed. */
    private static final int MAX_DEPTH = 16;

    private static final int CONSTRUCTED = 0x20;
    private static final int CLASS = 0xc0;
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int BITS = 0x03;

    private Der() {}

    private record Header(int tag, int size, int length) {}

    /** Shows the next element's content in a layer itself. */
    static void into(Layer layer, Asn type) {
        Header header = header(layer);
        if (header == null) {
            rest(layer);
            return;
        }
        layer.skip(header.size());
        content(layer, header, type, 0);
    }

    /** Bytes that the element so many bytes further on takes with its header; -1 where none begins there. */
    static long size(Layer layer, int skip) {
        Header header = header(layer, skip);
        return header == null ? -1 : (long) header.size() + header.length();
    }

    private static void element(Layer layer, Asn type, int depth) {
        Header header = header(layer);
        if (header == null) {
            rest(layer);
            return;
        }
        Layer element = layer.group(type.name, Math.min(header.size() + header.length(), Dissection.FAR));
        element.skip(header.size());
        content(element, header, type, depth);
    }

    private static void rest(Layer layer) {
        if (layer.more()) {
            layer.bytes("Not decoded", layer.rest());
            layer.wrong("no definite length");
        }
        layer.end();
    }

    private static @Nullable Header header(Layer layer) {
        return header(layer, 0);
    }

    private static @Nullable Header header(Layer layer, int skip) {
        int tag = (int) layer.peek(skip, 1);
        int length = (int) layer.peek(skip + 1, 1);
        if (!layer.has(skip + 2) || (tag & 0x1f) == 0x1f) {
            return null;
        }
        if (length < 0x80) {
            return new Header(tag, 2, length);
        }
        int size = length & 0x7f;
        if (size == 0 || size > 4 || !layer.has(skip + 2 + size)) {
            return null;
        }
        return new Header(tag, 2 + size, (int) Math.min(layer.peek(skip + 2, size), Dissection.FAR / 2));
    }

    private static void content(Layer element, Header header, Asn type, int depth) {
        int tag = header.tag();
        if (depth > MAX_DEPTH) {
            element.bytes("Not shown: too deep", element.rest());
        } else if ((tag & CLASS) != 0 && (tag & CONSTRUCTED) != 0) {
            Header inner = header(element);
            if (inner == null) {
                rest(element);
            } else {
                element.skip(inner.size());
                content(element, inner, type, depth + 1);
            }
        } else if (tag == SEQUENCE) {
            while (element.more()) {
                int next = (int) element.peek(1);
                boolean field = (next & (CLASS | CONSTRUCTED)) == 0xa0;
                element(element, field ? type.field(next & 0x1f) : type.as("Item"), depth + 1);
            }
        } else if (tag == OCTETS && type.wrapped() != null && isApplication(element, header.length())) {
            element(element, type.wrapped(), depth + 1);
        } else {
            primitive(element, tag, Math.min(header.length(), element.rest()), type);
        }
    }

    /** Whether bytes are one element with an application's tag, all of them. */
    private static boolean isApplication(Layer element, int length) {
        Header inner = header(element);
        return inner != null && (inner.tag() & 0xe0) == 0x60 && inner.size() + inner.length() == length;
    }

    private static void primitive(Layer element, int tag, int length, Asn type) {
        if (!element.has(length)) {
            element.bytes("Content", length);
            return;
        }
        switch (tag) {
            case 2, 10 -> {
                if (length > 0 && length <= 8) {
                    int shift = 64 - 8 * length;
                    long value = element.peek(length) << shift >> shift;
                    element.value(Words.with(Long.toString(value), type.names.get(value)));
                } else {
                    element.value(Words.hex(element, element.at(), length));
                }
            }
            case 12, 18, 19, 22, 23, 24, 26, 27, 28 -> element.value(element.peekText(length));
            // The first byte of a bit string tells how many bits of the last one do not count.
            case BITS -> element.value("0x" + Words.hex(element, element.at() + 1, Math.max(0, length - 1)));
            default -> element.value(length == 0 ? "empty" : Words.hex(element, element.at(), length));
        }
        element.skip(length);
    }
}
