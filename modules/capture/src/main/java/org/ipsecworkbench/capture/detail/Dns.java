package org.ipsecworkbench.capture.detail;

/** DNS, multicast DNS and LLMNR (RFC 1035 section 4, RFC 6891, RFC 2782). */
final class Dns {
    private static final int OPT = 41;

    private static final Names TYPES = Names.of("""
            1 A
            2 NS
            5 CNAME
            6 SOA
            12 PTR
            13 HINFO
            15 MX
            16 TXT
            28 AAAA
            33 SRV
            35 NAPTR
            41 OPT
            43 DS
            45 IPSECKEY
            46 RRSIG
            47 NSEC
            48 DNSKEY
            50 NSEC3
            52 TLSA
            64 SVCB
            65 HTTPS
            249 TKEY
            250 TSIG
            251 IXFR
            252 AXFR
            255 ANY
            """);
    private static final Names CLASSES = Names.of("1 IN\n3 CH\n254 NONE\n255 ANY\n0x8001 IN, unique");
    private static final Names OPERATIONS = Names.of("0 Query\n1 Inverse query\n2 Status\n4 Notify\n5 Update");
    private static final Names ANSWERS = Names.of("""
            0 No error
            1 Format error
            2 Server failure
            3 No such name
            4 Not implemented
            5 Refused
            6 Name exists
            7 Record exists
            8 Record does not exist
            9 Not authoritative
            10 Not in zone
            """);

    private Dns() {}

    /** Over TCP, with its length in front (RFC 1035 section 4.2.2). */
    static void tcp(Dissection packet, int from, int to) {
        Layer layer = packet.layer("DNS over TCP", from, to);
        int length = (int) layer.number("Length", 2, "byte");
        if (!layer.ok()) {
            return;
        }
        if (length < 12 || length > layer.left()) {
            layer.remark("not a whole message of this segment");
            packet.data(layer.at(), to);
            return;
        }
        packet.next(Dns::dissect, layer.at(), layer.at() + length);
        if (length < layer.left()) {
            packet.next(Dns::tcp, layer.at() + length, to);
        }
    }

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("DNS", from, to);
        layer.hex("Transaction id", 2);
        boolean response = flags(layer);
        String[] sections = {"Questions", "Answers", "Authorities", "Additional records"};
        String[] records = {"Question", "Answer", "Authority", "Additional record"};
        int[] counts = new int[4];
        for (int i = 0; i < 4; i++) {
            counts[i] = (int) layer.number(sections[i], 2);
        }
        layer.value(response ? "response" : "query");
        for (int i = 0; i < 4; i++) {
            for (int record = 0; record < counts[i] && layer.ok(); record++) {
                if (layer.left() == 0) {
                    layer.note(sections[i], (counts[i] - record) + " announced, but the message ends");
                    layer.wrong("");
                    return;
                }
                record(layer, from, records[i], i == 0);
            }
        }
        if (layer.ok()) {
            packet.data("Trailer", "behind the message", layer.at(), to);
        }
    }

    private static boolean flags(Layer layer) {
        Layer flags = layer.has(2) ? layer.group("Flags", 2) : layer;
        boolean response = flags.flag("Response", 2, 0x8000);
        flags.bits("Operation", 2, 0x7800, OPERATIONS::decimal);
        flags.flag("Authoritative", 2, 0x0400);
        flags.flag("Truncated", 2, 0x0200);
        flags.flag("Recursion desired", 2, 0x0100);
        flags.flag("Recursion available", 2, 0x0080);
        flags.flag("Authentic data", 2, 0x0020);
        flags.flag("Checking disabled", 2, 0x0010);
        if (response) {
            long answer = flags.bits("Response code", 2, 0x000f, ANSWERS::decimal);
            flags.value(ANSWERS.get(answer, "code"));
        }
        return response;
    }

    private static void record(Layer layer, int message, String section, boolean question) {
        Layer record = layer.group(section, layer.rest());
        String name = DnsName.read(record, message, "Name");
        int type = (int) record.number("Type", 2, TYPES);
        if (type == OPT) {
            record.number("UDP payload size", 2, "byte");
            record.hex("Extended code and flags", 4);
        } else {
            record.show("Class", 2, number -> Words.with(Words.hex(number, 4), CLASSES.get(number)));
            if (!question) {
                record.number("Time to live", 4, "second");
            }
        }
        if (!question) {
            int length = (int) record.number("Data length", 2, "byte");
            if (record.ok() && length > record.left()) {
                record.wrong("leads beyond the message");
            }
            data(record, message, type, Math.min(length, record.left()));
        }
        record.value(name + " " + TYPES.get(type, "type"));
        layer.shrink(record);
    }

    private static void data(Layer record, int message, int type, int length) {
        if (length == 0) {
            return;
        }
        Layer data = record.group("Data", length);
        switch (type) {
            case 1 -> data.ipv4("Address");
            case 28 -> data.ipv6("Address");
            case 2, 5, 12 -> DnsName.read(data, message, "Name");
            case 6 -> {
                DnsName.read(data, message, "Primary server");
                DnsName.read(data, message, "Mailbox");
                data.number("Serial", 4);
                data.number("Refresh", 4, "second");
                data.number("Retry", 4, "second");
                data.number("Expire", 4, "second");
                data.number("Minimum", 4, "second");
            }
            case 15 -> {
                data.number("Preference", 2);
                DnsName.read(data, message, "Mail server");
            }
            case 33 -> {
                data.number("Priority", 2);
                data.number("Weight", 2);
                data.number("Port", 2, Ports.NAMES);
                DnsName.read(data, message, "Target");
            }
            case 16 -> {
                while (data.more()) {
                    int size = (int) data.peek(1);
                    data.skip(1);
                    data.text("Text", size);
                }
            }
            default -> data.bytes("Content", data.left());
        }
    }
}
