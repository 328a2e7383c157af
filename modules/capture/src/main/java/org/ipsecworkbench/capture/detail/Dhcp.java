package org.ipsecworkbench.capture.detail;

/** DHCP over IPv4 (RFC 2131 section 2, RFC 2132). */
final class Dhcp {
    private static final long MAGIC = 0x63825363L;
    private static final int END = 255;

    private static final Names HARDWARE = Names.of("0 none\n1 Ethernet\n255 client and identity association");
    private static final Names MESSAGES = Names.of(
            "1 Discover\n2 Offer\n3 Request\n4 Decline\n5 Acknowledge\n6 Not acknowledged\n7 Release\n8 Inform");
    private static final Names OPTIONS = Names.of("""
            0 Padding
            1 Subnet mask
            3 Router
            4 Time server
            6 DNS server
            12 Host name
            15 Domain name
            28 Broadcast address
            31 Perform router discovery
            33 Static route
            42 NTP server
            43 Vendor-specific
            44 NetBIOS name server
            46 NetBIOS node type
            47 NetBIOS scope
            50 Requested address
            51 Lease time
            52 Overload
            53 Message type
            54 Server id
            55 Parameter requests
            56 Message
            57 Maximum message size
            58 Renewal time
            59 Rebinding time
            60 Vendor class
            61 Client id
            66 TFTP server
            67 Boot file
            77 User class
            81 Client FQDN
            82 Relay agent information
            108 IPv6 only preferred
            119 Domain search
            121 Classless static route
            249 Classless static route of Microsoft
            252 Proxy autodiscovery
            255 End
            """);

    private Dhcp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("DHCP", from, to);
        layer.number("Operation", 1, Names.of("1 Request\n2 Reply"));
        layer.number("Hardware type", 1, HARDWARE);
        int size = (int) layer.number("Hardware address length", 1, "byte");
        layer.number("Relay hops", 1);
        layer.hex("Transaction id", 4);
        layer.number("Elapsed", 2, "second");
        layer.show("Flags", 2, bits -> Words.with(Words.hex(bits, 4), (bits & 0x8000) != 0 ? "broadcast" : ""));
        layer.ipv4("Client address");
        layer.ipv4("Your address");
        layer.ipv4("Server address");
        layer.ipv4("Relay address");
        if (size == 6) {
            layer.mac("Client hardware address");
            layer.skip(10);
        } else {
            layer.bytes("Client hardware address", 16);
        }
        layer.text("Server name", 64);
        layer.text("Boot file", 128);
        long magic = layer.hex("Magic cookie", 4);
        if (layer.ok() && magic != MAGIC) {
            layer.wrong("not that of DHCP: plain BOOTP");
            packet.data(layer.at(), to);
            return;
        }
        options(layer);
        if (layer.ok()) {
            packet.data("Padding", "", layer.at(), to);
        }
    }

    private static void options(Layer layer) {
        while (layer.more()) {
            int type = (int) layer.peek(1);
            if (type == 0 || type == END) {
                layer.put("Option", OPTIONS.decimal(type), 1);
                if (type == END) {
                    return;
                }
                continue;
            }
            int length = (int) layer.peek(1, 1);
            Layer option = layer.group(OPTIONS.get(type, "Option"), 2 + length);
            option.number("Code", 1, OPTIONS);
            option.number("Length", 1, "byte");
            value(layer, option, type, length);
        }
    }

    private static void value(Layer layer, Layer option, int type, int length) {
        switch (type) {
            case 53 -> {
                long message = option.number("Message type", 1, MESSAGES);
                option.value(MESSAGES.get(message));
                layer.value(MESSAGES.get(message));
            }
            case 1, 3, 4, 6, 28, 42, 44, 50, 54 -> {
                while (option.more()) {
                    option.value(Words.ipv4(option.ipv4("Address")));
                }
            }
            case 61 -> {
                long hardware = option.number("Hardware type", 1, HARDWARE);
                if (hardware == 1 && length == 7) {
                    option.mac("Hardware address");
                } else {
                    option.bytes("Value", length - 1);
                }
            }
            case 51, 58, 59 -> option.number("Time", 4, "second");
            case 57 -> option.number("Size", 2, "byte");
            case 12, 15, 56, 60, 66, 67, 252 -> option.value(option.text("Text", length));
            case 55 -> {
                while (option.more()) {
                    option.number("Request", 1, OPTIONS);
                }
            }
            default -> option.bytes("Value", length);
        }
    }
}
