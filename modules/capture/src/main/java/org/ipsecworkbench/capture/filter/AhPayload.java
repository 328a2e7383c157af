package org.ipsecworkbench.capture.filter;

import org.ipsecworkbench.capture.decode.Frame;

/** The header that AH protects (RFC 4302), in transport mode or inside one IP header in tunnel mode. */
final class AhPayload {
    private static final int IPV4_IN_IP = 4;
    private static final int IPV6_IN_IP = 41;
    private static final int AH = 51;
    private static final int MAX_HEADERS = 4;

    /** IP protocol, -1 where it was not captured. */
    int protocol;
    /** Where it begins, -1 where only its number is known. */
    int at;

    void read(Frame f) {
        protocol = -1;
        at = -1;
        int place = f.laterFragment ? -1 : f.transport;
        int next = AH;
        for (int headers = 0; next == AH; headers++) {
            if (place < 0 || f.end - place < 2 || headers == MAX_HEADERS) {
                return;
            }
            next = f.bytes.get(place) & 0xff;
            place += ((f.bytes.get(place + 1) & 0xff) + 2) << 2;
        }
        protocol = next;
        at = place;
        if (next == IPV4_IN_IP && f.end - place >= 20) {
            protocol = f.bytes.get(place + 9) & 0xff;
            boolean isLater = (f.bytes.getShort(place + 6) & 0x1fff) != 0;
            at = isLater ? -1 : place + ((f.bytes.get(place) & 0xf) << 2);
        } else if (next == IPV6_IN_IP && f.end - place >= 40) {
            protocol = f.bytes.get(place + 6) & 0xff;
            at = place + 40;
        }
    }
}
