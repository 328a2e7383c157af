package org.ipsecworkbench.capture.redact;

import java.util.Arrays;

/**
 * Redacts one message of IKE (RFC 2408, RFC 7296): its header, proposals, vendor IDs and the kinds of notifications stay;
 * addresses in identities are replaced; names, certificates and tokens become zeros; keys, nonces, hashes and all that is
 * encrypted become noise. Every length stays.
 */
final class IkeRedactor {
    private static final int HEADER = 28;
    private static final int GENERIC = 4;
    private static final int MAX_PAYLOADS = 1000;

    private final PacketRedactor packets;
    private final Noise noise;
    private final byte[] bytes;
    private final int to;

    /** Of a message that ends, or was cut, before a place. */
    IkeRedactor(PacketRedactor packets, Noise noise, byte[] bytes, int to) {
        this.packets = packets;
        this.noise = noise;
        this.bytes = bytes;
        this.to = to;
    }

    void redact(int at) {
        if (to - at < HEADER) {
            return;
        }
        int next = bytes[at + 16] & 0xff;
        boolean isVersion2 = (bytes[at + 17] & 0xf0) == 0x20;
        boolean isEncrypted = !isVersion2 && (bytes[at + 19] & 1) != 0;
        int payload = at + HEADER;
        if (isEncrypted) {
            noise.fill(bytes, payload, to);
            return;
        }
        for (int i = 0; i < MAX_PAYLOADS && next != 0 && to - payload >= GENERIC; i++) {
            int length = Sums.u16(bytes, payload + 2);
            int end = Math.min(to, payload + Math.max(GENERIC, length));
            int body = payload + GENERIC;
            if (isVersion2) {
                version2(next, body, end);
            } else {
                version1(next, body, end);
            }
            // What follows an encrypted payload is inside of it.
            next = isVersion2 && (next == 46 || next == 53) ? 0 : bytes[payload] & 0xff;
            payload = end;
        }
        zeros(payload, to);
    }

    /** Numbers of IANA's registry of ISAKMP. */
    private void version1(int type, int from, int end) {
        switch (type) {
            case 1, 2, 3, 12, 13 -> {
                // Proposals, deletions and vendor IDs name nobody.
            }
            case 4, 8, 9, 10, 15, 20, 130 -> noise.fill(bytes, from, end);
            case 5, 21, 131 -> identity(from, end);
            case 6, 7 -> zeros(from + 1, end);
            case 11 -> notification(from, from + 4, end);
            default -> zeros(from, end);
        }
    }

    /** RFC 7296, 3.2. */
    private void version2(int type, int from, int end) {
        switch (type) {
            case 33, 42, 43 -> {
                // Proposals, deletions and vendor IDs name nobody.
            }
            case 34, 39, 53 -> noise.fill(bytes, from + 4, end);
            case 35, 36 -> identity(from, end);
            case 37, 38 -> zeros(from + 1, end);
            case 40, 46 -> noise.fill(bytes, from, end);
            case 41 -> notification(from, from, end);
            case 44, 45 -> selectors(from + 4, end);
            default -> zeros(from, end);
        }
    }

    /** Protocol, length of the SPI, the kind and the SPI, which {@code at} begins; then data. */
    private void notification(int from, int at, int end) {
        if (end - at < 4) {
            zeros(from, end);
            return;
        }
        zeros(at + 4 + (bytes[at + 1] & 0xff), end);
    }

    /** A type in the first byte (RFC 2407, 4.6.2; RFC 7296, 3.5), three more bytes, then what it says. */
    private void identity(int from, int end) {
        if (end - from < GENERIC) {
            return;
        }
        int size = switch (bytes[from]) {
            case 1, 4, 7 -> 4;
            case 5, 6, 8 -> 16;
            default -> 0;
        };
        int data = from + GENERIC;
        boolean isRange = bytes[from] == 7 || bytes[from] == 8;
        // The second value of a subnet is its mask, that of a range an address.
        boolean isSubnet = bytes[from] == 4 || bytes[from] == 6;
        int values = isRange || isSubnet ? 2 : 1;
        if (size == 0 || end - data != values * size) {
            zeros(data, end);
            return;
        }
        packets.replace(data, size);
        if (isRange) {
            packets.replace(data + size, size);
        }
    }

    /** RFC 7296, 3.13.1: type, protocol, length, ports and two addresses each. */
    private void selectors(int from, int end) {
        int at = from;
        while (end - at >= 8) {
            int size = bytes[at] == 7 ? 4 : bytes[at] == 8 ? 16 : 0;
            if (size == 0 || end - at < 8 + 2 * size) {
                break;
            }
            packets.replace(at + 8, size);
            packets.replace(at + 8 + size, size);
            at += 8 + 2 * size;
        }
        zeros(at, end);
    }

    private void zeros(int from, int end) {
        if (from < end) {
            Arrays.fill(bytes, from, end, (byte) 0);
        }
    }
}
