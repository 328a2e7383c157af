package org.ipsecworkbench.capture.detail;

/**
 * The header of ISAKMP, IKEv2 and AuthIP and the chain of payloads, whose bodies are not looked into (RFC 2408 section 3.1
 * and 3.2, RFC 7296 section 3.1 and 3.2, MS-AIPS section 2.2.3).
 */
final class Isakmp {
    private static final int HEADER = 28;
    private static final int ENCRYPTED_PAYLOAD = 46;
    private static final int ENCRYPTED_FRAGMENT = 53;
    private static final int CRYPTO = 0x85;

    private static final Names EXCHANGES = Names.of("""
            1 Base
            2 Main mode (identity protection)
            3 Authentication only
            4 Aggressive mode
            5 Informational
            6 Transaction (mode configuration)
            32 Quick mode
            33 New group mode
            34 IKE_SA_INIT
            35 IKE_AUTH
            36 CREATE_CHILD_SA
            37 INFORMATIONAL
            38 IKE_SESSION_RESUME
            43 IKE_INTERMEDIATE
            44 IKE_FOLLOWUP_KE
            243 AuthIP main mode
            244 AuthIP quick mode
            245 AuthIP extended mode
            246 AuthIP notify
            """);
    private static final Names PAYLOADS_1 = Names.of("""
            0 None
            1 Security association
            2 Proposal
            3 Transform
            4 Key exchange
            5 Identification
            6 Certificate
            7 Certificate request
            8 Hash
            9 Signature
            10 Nonce
            11 Notification
            12 Delete
            13 Vendor id
            14 Attributes
            15 SA KEK
            16 SA TEK
            20 NAT discovery
            21 NAT original address
            0x81 GSS-API token
            130 NAT discovery (draft)
            131 NAT original address (draft)
            132 IKE fragment
            0x85 AuthIP crypto
            0x86 AuthIP GSS-API endpoint name
            0x87 AuthIP authentication
            """);
    private static final Names PAYLOADS_2 = Names.of("""
            0 None
            33 Security association
            34 Key exchange
            35 Identification, initiator
            36 Identification, responder
            37 Certificate
            38 Certificate request
            39 Authentication
            40 Nonce
            41 Notify
            42 Delete
            43 Vendor id
            44 Traffic selectors, initiator
            45 Traffic selectors, responder
            46 Encrypted and authenticated
            47 Configuration
            48 Extensible authentication
            49 Secure password
            53 Encrypted fragment
            54 Puzzle solution
            """);
    private static final String[] FLAGS_1 = {"encryption", "commit", "authentication only"};
    private static final String[] FLAGS_2 = {"", "", "", "initiator", "higher version", "response"};

    private Isakmp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("ISAKMP", from, to);
        boolean two = layer.peek(17, 1) >>> 4 >= 2;
        Names payloads = two ? PAYLOADS_2 : PAYLOADS_1;
        layer.hex(two ? "Initiator SPI" : "Initiator cookie", 8);
        layer.hex(two ? "Responder SPI" : "Responder cookie", 8);
        int next = (int) layer.number("Next payload", 1, payloads);
        long version = layer.show("Version", 1, value -> (value >>> 4) + "." + (value & 0xf));
        if (layer.ok() && version >>> 4 != 1 && version >>> 4 != 2) {
            layer.wrong("neither IKEv1 nor IKEv2");
        }
        int exchange = (int) layer.number("Exchange type", 1, EXCHANGES);
        int flags = (int) layer.show(
                "Flags", 1, bits -> Words.with(Words.hex(bits, 2), Words.flags(bits, two ? FLAGS_2 : FLAGS_1)));
        layer.hex("Message id", 4);
        long length = layer.number("Length", 4, "byte");
        int end = to;
        if (layer.ok() && (length < HEADER || length > to - from)) {
            layer.wrong("but the message has " + Words.bytes(to - from));
        } else if (layer.ok()) {
            end = from + (int) length;
        }
        boolean authIp = exchange >= 243 && exchange <= 246;
        if (layer.at() >= from + 19) {
            layer.value((two ? "IKEv2 " : authIp ? "" : "IKEv1 ") + EXCHANGES.get(exchange, "exchange"));
        }
        boolean encrypted = !two && (flags & 1) != 0;
        if (encrypted && !authIp) {
            layer.data("Encrypted payloads", end - layer.at());
        } else {
            chain(layer, next, end, payloads, encrypted);
        }
        if (layer.ok()) {
            packet.data("Trailer", "behind the message", end, to);
        }
    }

    private static void chain(Layer layer, int first, int end, Names payloads, boolean encrypted) {
        int type = first;
        while (type != 0 && layer.more() && layer.at() < end) {
            int length = (int) layer.peek(2, 2);
            Layer payload = layer.group(payloads.get(type, "Payload"), Math.min(Math.max(4, length), end - layer.at()));
            int next = (int) payload.number("Next payload", 1, payloads);
            if (payloads == PAYLOADS_2) {
                payload.flag("Critical", 1, 0x80);
            }
            payload.skip(1);
            payload.number("Payload length", 2, "byte");
            if (payload.ok() && (length < 4 || length - 4 > payload.left())) {
                payload.wrong(length < 4 ? "shorter than its own header" : "leads beyond the message");
            }
            boolean closed = type == ENCRYPTED_PAYLOAD || type == ENCRYPTED_FRAGMENT || encrypted && type == CRYPTO;
            payload.data(closed ? "Encrypted data" : "Body", payload.left());
            // What an encrypted payload names as next is inside it.
            type = closed || length < 4 ? 0 : next;
        }
    }
}
