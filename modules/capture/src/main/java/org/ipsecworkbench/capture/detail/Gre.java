package org.ipsecworkbench.capture.detail;

/** Generic routing encapsulation (RFC 2784, RFC 2890, and PPTP's version 1 of RFC 2637). */
final class Gre {
    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int ACKNOWLEDGMENT = 0x0080;
    private static final int ERSPAN = 0x88be;
    private static final int METADATA = 0x8909;

    private Gre() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("GRE", from, to);
        int flags = (int) layer.show(
                "Flags and version",
                2,
                bits -> Words.with(
                        Words.hex(bits, 4), Words.flags(bits >>> 12, "sequence number", "key", "routing", "checksum")));
        long version = flags & 7;
        long type = layer.hex("Protocol type", 2, EtherTypes.NAMES);
        if ((flags & (CHECKSUM | ROUTING)) != 0) {
            layer.hex("Checksum", 2);
            layer.skip(2);
        }
        if ((flags & KEY) != 0) {
            if (version == 1) {
                layer.number("Payload length", 2, "byte");
                layer.hex("Call id", 2);
            } else {
                layer.hex("Key", 4);
            }
        }
        if ((flags & SEQUENCE) != 0) {
            layer.number("Sequence number", 4);
        }
        if (version == 1 && (flags & ACKNOWLEDGMENT) != 0) {
            layer.number("Acknowledgment number", 4);
        }
        if (!layer.ok()) {
            return;
        }
        layer.value(EtherTypes.NAMES.get(type, "protocol"));
        if (type == ERSPAN && (flags & SEQUENCE) == 0) {
            // Type I has no header of its own.
            packet.next(Ethernet::dissect, layer.at(), to);
        } else if (type == METADATA) {
            packet.next(Gre::metadata, layer.at(), to);
        } else {
            EtherTypes.next(packet, type, layer.at(), to);
        }
    }

    /** Cisco's metadata, in GRE with the type of what follows in front. */
    private static void metadata(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Cisco metadata", from, to);
        long type = layer.hex("Type", 2, EtherTypes.NAMES);
        layer.bytes("Tags", 6);
        if (layer.ok()) {
            EtherTypes.next(packet, type, layer.at(), to);
        }
    }
}
