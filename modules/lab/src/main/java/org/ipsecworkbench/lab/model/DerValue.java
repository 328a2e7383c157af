package org.ipsecworkbench.lab.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A value in the distinguished encoding of ASN.1 (X.690) and what is in it. Content that is no such encoding has no
 * children.
 *
 * @param tag its first byte; tags of more than one byte are not read
 */
public record DerValue(int tag, byte[] content) {
    private static final int CONSTRUCTED = 0x20;
    private static final int MULTIBYTE = 0x1f;
    private static final int MAX_ARCS = 64;

    /** The value that bytes begin with; one without content and with tag 0 where they begin with none. */
    public static DerValue read(byte[] bytes) {
        List<DerValue> all = list(bytes);
        return all.isEmpty() ? new DerValue(0, new byte[0]) : all.get(0);
    }

    /** The values in this one, in their order. */
    public List<DerValue> children() {
        return (tag & CONSTRUCTED) == 0 ? List.of() : list(content);
    }

    /** The bits of a bit string, without the count of those that are unused. */
    public byte[] bits() {
        return content.length == 0 ? content : Arrays.copyOfRange(content, 1, content.length);
    }

    /** All values with this tag in this one, at any depth. */
    public List<DerValue> all(int wanted) {
        List<DerValue> found = new ArrayList<>();
        List<DerValue> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            DerValue value = open.remove(open.size() - 1);
            if (value.tag == wanted) {
                found.add(value);
            }
            List<DerValue> inside = value.children();
            for (int i = inside.size() - 1; i >= 0; i--) {
                open.add(inside.get(i));
            }
        }
        return found;
    }

    /** An object identifier in its dotted form; arcs beyond the 64th are left out. */
    public String oid() {
        StringBuilder text = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        int arcs = 0;
        for (byte b : content) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(b & 0x7f));
            if (b >= 0 && arcs < MAX_ARCS) {
                if (arcs == 0) {
                    int first = Math.min(2, arc.intValue() / 40);
                    text.append(first).append('.').append(arc.subtract(BigInteger.valueOf(40L * first)));
                } else {
                    text.append('.').append(arc);
                }
                arcs++;
                arc = BigInteger.ZERO;
            }
        }
        return text.toString();
    }

    private static List<DerValue> list(byte[] bytes) {
        List<DerValue> all = new ArrayList<>();
        int at = 0;
        while (at + 2 <= bytes.length && (bytes[at] & MULTIBYTE) != MULTIBYTE) {
            int tag = bytes[at] & 0xff;
            long length = bytes[at + 1] & 0xff;
            int start = at + 2;
            if (length > 0x80) {
                int octets = (int) length - 0x80;
                if (octets > 4 || start + octets > bytes.length) {
                    return List.of();
                }
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = length << 8 | bytes[start + i] & 0xff;
                }
                start += octets;
            } else if (length == 0x80) {
                return List.of();
            }
            if (start + length > bytes.length) {
                return List.of();
            }
            all.add(new DerValue(tag, Arrays.copyOfRange(bytes, start, (int) (start + length))));
            at = (int) (start + length);
        }
        return at == bytes.length ? all : List.of();
    }
}
