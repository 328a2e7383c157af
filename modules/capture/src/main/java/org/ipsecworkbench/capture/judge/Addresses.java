package org.ipsecworkbench.capture.judge;

/** Addresses from the two longs of a decoded frame to canonical text. */
public final class Addresses {
    private Addresses() {}

    /** Canonical text of an address: dotted for IPv4, RFC 5952 for IPv6; empty where all bits are 0. */
    public static String text(long high, long low) {
        if (high == 0 && low >>> 32 == 0xffff) {
            return (low >>> 24 & 0xff) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
        }
        if (high == 0 && low == 0) {
            return "";
        }
        int[] groups = new int[8];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (high >>> 48 - 16 * i) & 0xffff;
            groups[i + 4] = (int) (low >>> 48 - 16 * i) & 0xffff;
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > longest) {
                longest = run;
                start = i;
            }
        }
        StringBuilder text = new StringBuilder(40);
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
                continue;
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /** The VLANs of {@link org.ipsecworkbench.capture.decode.Frame#network} in words; empty where there are none. */
    public static String network(int network) {
        int inner = network & 0xfff;
        int outer = network >>> 12 & 0xfff;
        return switch (network >>> 24) {
            case 0 -> "";
            case 1 -> "VLAN " + inner;
            default -> "VLAN " + outer + "." + inner;
        };
    }
}
