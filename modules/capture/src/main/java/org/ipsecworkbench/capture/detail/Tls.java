package org.ipsecworkbench.capture.detail;

/** Records of TLS (RFC 8446 section 5.1, RFC 5246 section 6.2). Encryption of an application is not IPsec. */
final class Tls {
    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    /** RFC 5246 section 6.2.3: the longest record. */
    private static final int MAX_RECORD = (1 << 14) + 2048;

    private static final Names TYPES =
            Names.of("20 Change cipher spec\n21 Alert\n22 Handshake\n23 Application data\n24 Heartbeat");
    private static final Names VERSIONS =
            Names.of("0x0300 SSL 3.0\n0x0301 TLS 1.0\n0x0302 TLS 1.1\n0x0303 TLS 1.2\n0x0304 TLS 1.3");
    private static final Names MESSAGES = Names.of("""
            0 Hello request
            1 Client hello
            2 Server hello
            4 New session ticket
            8 Encrypted extensions
            11 Certificate
            12 Server key exchange
            13 Certificate request
            14 Server hello done
            15 Certificate verify
            16 Client key exchange
            20 Finished
            """);

    private Tls() {}

    /** Whether bytes may begin a record. */
    static boolean begins(Dissection packet, int from, int to) {
        if (Math.min(packet.end, to) - from < 5) {
            return false;
        }
        int type = packet.bytes.get(from);
        int version = packet.bytes.getShort(from + 1);
        int length = packet.bytes.getShort(from + 3) & 0xffff;
        return !TYPES.get(type).isEmpty() && !VERSIONS.get(version).isEmpty() && length > 0 && length <= MAX_RECORD;
    }

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("TLS", from, to);
        layer.value("application encryption, not IPsec");
        while (layer.more() && begins(packet, layer.at(), to)) {
            int length = (int) layer.peek(3, 2);
            int type = (int) layer.peek(1);
            boolean rest = length + 5 > layer.left();
            Layer record = layer.group(TYPES.get(type), rest ? layer.left() : length + 5);
            record.number("Content type", 1, TYPES);
            record.hex("Version", 2, VERSIONS);
            record.number("Length", 2, "byte");
            if (rest) {
                record.remark("goes on in the next segment");
            }
            content(record, type, length);
        }
        packet.data("Data", "goes on from an earlier segment", layer.at(), to);
    }

    private static void content(Layer record, int type, int length) {
        int message = (int) record.peek(1);
        int inside = (int) record.peek(1, 3);
        if (type == HANDSHAKE && inside + 4 <= length && !MESSAGES.get(message).isEmpty()) {
            record.number("Message", 1, MESSAGES);
            record.number("Message length", 3, "byte");
        } else if (type == ALERT && length == 2) {
            record.number("Level", 1, Names.of("1 Warning\n2 Fatal"));
            record.number("Description", 1);
        }
        record.data("Content", record.left());
    }
}
