package org.ipsecworkbench.capture.detail;

/** TCP (RFC 9293) and its options (RFC 7323, RFC 2018, RFC 2385, RFC 5925, RFC 7413). */
final class Tcp {
    private static final String[] FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};
    private static final Names OPTIONS = Names.of("""
            0 End of options
            1 No operation
            2 Maximum segment size
            3 Window scale
            4 Selective acknowledgment permitted
            5 Selective acknowledgment
            8 Timestamps
            19 MD5 signature
            28 User timeout
            29 Authentication
            30 Multipath TCP
            34 Fast open
            """);

    private Tcp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("TCP", from, to);
        int source = (int) layer.number("Source port", 2, Ports.NAMES);
        int destination = (int) layer.number("Destination port", 2, Ports.NAMES);
        layer.number("Sequence number", 4);
        layer.number("Acknowledgment number", 4);
        int header = (int) layer.bits("Header length", 2, 0xf000, words -> Words.bytes(words * 4)) * 4;
        boolean sound = header >= 20 && header <= to - from;
        if (layer.ok() && !sound) {
            layer.wrong(header < 20 ? "shorter than the shortest header, 20 bytes" : "longer than the segment");
        }
        long flags = layer.bits("Flags", 2, 0x0fff, bits -> Words.with(Words.hex(bits, 3), Words.flags(bits, FLAGS)));
        layer.skip(2);
        layer.number("Window", 2);
        Checksum.show(packet, layer, from, to, IpProtocols.TCP);
        layer.number("Urgent pointer", 2);
        if (!layer.ok()) {
            return;
        }
        String names = Words.flags(flags, FLAGS);
        layer.value(source + " → " + destination + (names.isEmpty() ? "" : ", " + names));
        if (!sound) {
            packet.data(layer.at(), to);
            return;
        }
        if (header > 20) {
            options(layer.group("Options", header - 20));
        }
        if (to > from + header) {
            Ports.tcp(packet, source, destination, from + header, to);
        }
    }

    private static void options(Layer options) {
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
            value(option, type, length);
        }
    }

    private static void value(Layer option, int type, int length) {
        if (type == 2 && length == 4) {
            option.number("Maximum segment size", 2, "byte");
        } else if (type == 3 && length == 3) {
            option.show("Shift", 1, shift -> shift + " (times " + (1L << Math.min(shift, 14)) + ")");
        } else if (type == 8 && length == 10) {
            option.number("Value", 4);
            option.number("Echo reply", 4);
        } else if (type == 5) {
            while (option.more()) {
                option.number("Left edge", 4);
                option.number("Right edge", 4);
            }
        } else {
            option.bytes("Value", option.left());
        }
    }
}
