package org.ipsecworkbench.ike.isakmp;

import org.ipsecworkbench.ike.Bytes;

/** Addresses in canonical text: dotted for IPv4, RFC 5952 for IPv6. */
public final class AddressText {
    private AddressText() {}

    /** Of 4 or 16 bytes; any other length is hex. */
    public static String of(Bytes address) {
        return switch (address.length()) {
            case 4 -> address.u8(0) + "." + address.u8(1) + "." + address.u8(2) + "." + address.u8(3);
            case 16 -> ipv6(address);
            default -> address.hex();
        };
    }

    /** The longest run of two or more zero groups is left out, the first one where there are several. */
    private static String ipv6(Bytes address) {
        int gap = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && address.u16(2 * (i + run)) == 0) {
                run++;
            }
            if (run > longest) {
                longest = run;
                gap = i;
            }
        }
        StringBuilder text = new StringBuilder(40);
        for (int i = 0; i < 8; i++) {
            if (i == gap) {
                text.append("::");
                i += longest - 1;
            } else {
                boolean colon = text.length() > 0 && text.charAt(text.length() - 1) != ':';
                text.append(colon ? ":" : "").append(Integer.toHexString(address.u16(2 * i)));
            }
        }
        return text.toString();
    }
}
