package org.ipsecworkbench.capture.detail;

/** IPv4 (RFC 791); differentiated services of RFC 2474, congestion of RFC 3168. */
final class Ipv4 {
    private static final Names SERVICES = Names.of("""
            0 default
            8 CS1
            10 AF11
            12 AF12
            14 AF13
            16 CS2
            18 AF21
            20 AF22
            22 AF23
            24 CS3
            26 AF31
            28 AF32
            30 AF33
            32 CS4
            34 AF41
            36 AF42
            38 AF43
            40 CS5
            46 EF
            48 CS6
            56 CS7
            """);
    private static final Names CONGESTION =
            Names.of("0 not capable\n1 capable, ECT(1)\n2 capable, ECT(0)\n3 congestion experienced");
    private static final Names OPTIONS = Names.of("""
            0 End of options
            1 No operation
            7 Record route
            68 Timestamp
            130 Security
            131 Loose source route
            136 Stream id
            137 Strict source route
            148 Router alert
            """);

    private Ipv4() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("IPv4", from, to);
        long version = layer.bits("Version", 1, 0xf0);
        if (layer.ok() && version != 4) {
            layer.wrong("not 4");
        }
        int header = (int) layer.bits("Header length", 1, 0x0f, words -> Words.bytes(words * 4)) * 4;
        if (layer.ok() && header < 20) {
            layer.wrong("shorter than the shortest header, 20 bytes");
        }
        layer.skip(1);
        services(layer);
        layer.skip(1);
        int total = (int) layer.number("Total length", 2, "byte");
        int end = to;
        if (layer.ok() && total == 0) {
            layer.remark("left to the network card");
        } else if (layer.ok() && total < header) {
            layer.wrong("shorter than the header");
        } else if (total > to - from && to < Dissection.FAR) {
            layer.wrong("but only " + Words.bytes(to - from) + " are there");
        } else if (layer.ok()) {
            end = from + total;
        }
        layer.hex("Identification", 2);
        boolean more = flags(layer);
        long offset = layer.bits("Fragment offset", 2, 0x1fff, units -> Words.bytes(units * 8)) * 8;
        layer.skip(2);
        layer.number("Time to live", 1, "hop");
        long protocol = layer.number("Protocol", 1, IpProtocols.NAMES);
        checksum(packet, layer, from, header);
        packet.pseudo = layer.has(8) ? packet.sum(layer.at(), layer.at() + 8, 0) : Dissection.NO_PSEUDO;
        long source = layer.ipv4("Source");
        long destination = layer.ipv4("Destination");
        if (!layer.ok()) {
            return;
        }
        layer.value(Words.ipv4(source) + " → " + Words.ipv4(destination) + ", "
                + IpProtocols.NAMES.get(protocol, "protocol"));
        if (header < 20 || total != 0 && total < header) {
            packet.data(layer.at(), to);
            return;
        }
        options(layer, header - 20);
        packet.fragment = more || offset != 0;
        if (offset != 0) {
            packet.data("Data", "later fragment of " + IpProtocols.NAMES.get(protocol, "protocol"), from + header, end);
        } else if (more) {
            packet.firstFragment(protocol, from + header, end);
        } else {
            IpProtocols.next(packet, protocol, from + header, end);
        }
        packet.trailer(end, to);
    }

    static void services(Layer layer) {
        layer.bits("Differentiated services", 1, 0xfc, SERVICES::decimal);
        layer.bits("Congestion notification", 1, 0x03, CONGESTION::decimal);
    }

    /** Whether more fragments follow. */
    private static boolean flags(Layer layer) {
        Layer flags = layer.has(2) ? layer.group("Flags", 2) : layer;
        flags.flag("Reserved bit", 2, 0x8000);
        boolean whole = flags.flag("Don't fragment", 2, 0x4000);
        boolean more = flags.flag("More fragments", 2, 0x2000);
        String words = Words.flags((whole ? 1 : 0) | (more ? 2 : 0), "don't fragment", "more fragments");
        flags.value(words.isEmpty() ? "none" : words);
        if (flags != layer) {
            layer.back(2);
        }
        return more;
    }

    private static void checksum(Dissection packet, Layer layer, int from, int header) {
        long sum = layer.hex("Header checksum", 2);
        if (!layer.ok() || header < 20) {
            return;
        }
        if (from + header > Math.min(packet.end, layer.to())) {
            layer.remark("not checked: header cut");
        } else if (packet.sum(from, from + header, 0) == 0xffff) {
            layer.remark("right");
        } else if (sum == 0) {
            layer.remark("left to the network card");
        } else {
            long right = ~packet.sum(from, from + header, ~sum & 0xffff) & 0xffff;
            layer.wrong("wrong: " + Words.hex(right, 4) + " would be right");
        }
    }

    private static void options(Layer layer, int size) {
        if (size == 0) {
            return;
        }
        Layer options = layer.group("Options", size);
        while (options.more()) {
            int type = (int) options.peek(1);
            if (type < 2) {
                options.line(OPTIONS.get(type), "", options.at(), 1);
                options.skip(type == 0 ? options.left() : 1);
                continue;
            }
            int length = (int) options.peek(1, 1);
            Layer option = options.group(OPTIONS.get(type, "Option"), Math.max(2, length));
            option.number("Type", 1, OPTIONS);
            option.number("Length", 1, "byte");
            if (length < 2 && option.ok()) {
                option.wrong("shorter than its own header");
                return;
            }
            option.bytes("Value", option.left());
        }
    }
}
