package org.ipsecworkbench.capture.format;

import org.ipsecworkbench.capture.spi.RecordBatch;

/**
 * Network Monitor's numbers of link layers: NDIS media, with those that no longer exist put to new use.
 *
 * <p>Source: the topic "Capture File Format" in the help of Network Monitor 3.4.
 */
final class NetmonLinkTypes {
    /** No link layer that is known here. */
    static final int UNKNOWN = -2;
    /** IEEE 802.11 behind metadata that tells its length in the second and third byte. */
    static final int WIRELESS = -3;

    /** From here on the lower 12 bits are a number of the tcpdump registry. */
    private static final int REGISTRY = 0xe000;
    /** From here on frames hold Network Monitor's own data: events, processes, names, filters. */
    private static final int SPECIAL = 0xffe0;

    private NetmonLinkTypes() {}

    /** A number of the tcpdump registry, {@link RecordBatch#NO_PACKET}, {@link #UNKNOWN} or {@link #WIRELESS}. */
    static int linkType(int network) {
        if (network >= SPECIAL) {
            return RecordBatch.NO_PACKET;
        }
        if ((network & 0xf000) == REGISTRY) {
            return network & 0xfff;
        }
        return switch (network) {
            // Network Monitor 3.4 writes 0 for Ethernet frames of some VPN adapters.
            case 0, 1 -> 1;
            case 2 -> 6; // token ring
            case 3 -> 10; // FDDI
            case 6 -> WIRELESS;
            case 7, 8, 9 -> 101; // tunnel interfaces, wireless WAN, raw IP
            default -> UNKNOWN;
        };
    }

    /** What stands for it in a {@link RecordBatch}. */
    static int registered(int linkType) {
        return switch (linkType) {
            case UNKNOWN -> RecordBatch.NO_PACKET;
            case WIRELESS -> 105;
            default -> linkType;
        };
    }
}
