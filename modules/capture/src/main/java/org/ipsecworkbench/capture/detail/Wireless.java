package org.ipsecworkbench.capture.detail;

/** An IEEE 802.11 frame (IEEE 802.11 section 9); data that Wi-Fi encrypts stays closed. */
final class Wireless {
    private static final Names TYPES = Names.of("0 Management\n1 Control\n2 Data\n3 Extension");
    private static final int DATA = 2;
    private static final int TO_SYSTEM = 0x01;
    private static final int FROM_SYSTEM = 0x02;
    private static final int PROTECTED = 0x40;
    private static final int ORDERED = 0x80;

    private Wireless() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("802.11", from, to);
        layer.bits("Version", 1, 0x03);
        long type = layer.bits("Type", 1, 0x0c, TYPES::decimal);
        long subtype = layer.bits("Subtype", 1, 0xf0);
        layer.skip(1);
        int flags = (int) layer.show(
                "Flags",
                1,
                bits -> Words.with(
                        Words.hex(bits, 2),
                        Words.flags(
                                bits,
                                "to distribution system",
                                "from distribution system",
                                "more fragments",
                                "retry",
                                "power management",
                                "more data",
                                "protected",
                                "ordered")));
        layer.value(TYPES.get(type));
        if (type != DATA) {
            packet.data(layer.at(), to);
            return;
        }
        layer.littleEndian().number("Duration", 2);
        addresses(layer, flags);
        boolean quality = (subtype & 8) != 0;
        if (quality) {
            layer.hex("Quality of service", 2);
            if ((flags & ORDERED) != 0) {
                layer.hex("High throughput control", 4);
            }
        }
        if (!layer.ok()) {
            return;
        }
        if ((flags & PROTECTED) != 0) {
            packet.data("Protected data", "encrypted by Wi-Fi, not IPsec", layer.at(), to);
        } else if ((subtype & 4) != 0) {
            packet.data(layer.at(), to);
        } else {
            packet.next(Llc::dissect, layer.at(), to);
        }
    }

    /** What the three or four addresses are depends on the direction (table 9-60). */
    private static void addresses(Layer layer, int flags) {
        boolean in = (flags & TO_SYSTEM) != 0;
        boolean out = (flags & FROM_SYSTEM) != 0;
        // Addresses are bytes in order, whatever the order of numbers.
        address(layer, in ? out ? "Receiver" : "BSS" : "Destination");
        address(layer, out ? in ? "Transmitter" : "BSS" : "Source");
        address(layer, in ? "Destination" : out ? "Source" : "BSS");
        layer.bits("Fragment number", 2, 0x0f);
        layer.bits("Sequence number", 2, 0xfff0);
        layer.skip(2);
        if (in && out) {
            address(layer, "Source");
        }
    }

    private static void address(Layer layer, String name) {
        layer.show(name, 6, mac -> Words.mac(Long.reverseBytes(mac) >>> 16));
    }
}
