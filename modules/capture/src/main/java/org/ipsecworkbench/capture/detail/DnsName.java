package org.ipsecworkbench.capture.detail;

/** A domain name with its compression (RFC 1035 section 4.1.4). */
final class DnsName {
    /** Pointers followed in one name, and all letters of it (RFC 1035 section 2.3.4). */
    private static final int MAX_POINTERS = 16;

    private static final int MAX_NAME = 255;

    private DnsName() {}

    /** Shows the name that comes next. Pointers lead back only, so that they end. */
    static String read(Layer layer, int message, String field) {
        StringBuilder text = new StringBuilder();
        int size = 0;
        int place = layer.at();
        int limit = layer.at() + layer.captured();
        int pointers = 0;
        while (true) {
            int length = place < limit ? layer.byteAt(place) : -1;
            boolean pointer = length >= 0xc0;
            if (length < 0 || pointer && place + 1 >= limit || !pointer && place + 1 + length > limit) {
                layer.put(field, "", layer.captured() + 1);
                return text.toString();
            }
            if (pointers == 0) {
                size = place + (pointer ? 2 : 1 + length) - layer.at();
            }
            if (length == 0) {
                break;
            }
            if (pointer) {
                int target = message + ((length & 0x3f) << 8 | layer.byteAt(place + 1));
                if (++pointers > MAX_POINTERS || target >= place) {
                    return broken(layer, field, text, size, "a pointer does not lead back");
                }
                place = target;
            } else if (length > 63 || text.length() + length > MAX_NAME) {
                return broken(layer, field, text, size, length > 63 ? "label of an unknown kind" : "longer than 255");
            } else {
                byte[] label = new byte[length];
                for (int i = 0; i < length; i++) {
                    label[i] = (byte) layer.byteAt(place + 1 + i);
                }
                text.append(text.length() == 0 ? "" : ".").append(Words.text(label));
                place += 1 + length;
            }
        }
        String name = text.length() == 0 ? "<root>" : text.toString();
        layer.put(field, name, size);
        return name;
    }

    private static String broken(Layer layer, String field, StringBuilder text, int size, String why) {
        layer.put(field, text.toString(), size);
        layer.wrong(why);
        layer.end();
        return text.toString();
    }
}
