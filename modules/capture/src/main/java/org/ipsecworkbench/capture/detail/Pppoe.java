package org.ipsecworkbench.capture.detail;

/** PPP over Ethernet (RFC 2516). */
final class Pppoe {
    private static final Names CODES = Names.of("""
            0x00 Session
            0x07 Offer
            0x09 Initiation
            0x19 Request
            0x65 Session confirmation
            0xa7 Terminate
            """);

    private Pppoe() {}

    static void session(Dissection packet, int from, int to) {
        Layer layer = header(packet, from, to);
        int length = (int) layer.number("Payload length", 2, "byte");
        if (layer.ok()) {
            int end = length <= layer.left() ? layer.at() + length : to;
            packet.next(Ppp::dissect, layer.at(), end);
            packet.trailer(end, to);
        }
    }

    static void discovery(Dissection packet, int from, int to) {
        Layer layer = header(packet, from, to);
        int length = (int) layer.number("Payload length", 2, "byte");
        layer.bytes("Tags", Math.min(length, layer.left()));
    }

    private static Layer header(Dissection packet, int from, int to) {
        Layer layer = packet.layer("PPPoE", from, to);
        layer.bits("Version", 1, 0xf0);
        layer.bits("Type", 1, 0x0f);
        layer.skip(1);
        long code = layer.hex("Code", 1, CODES);
        long session = layer.hex("Session", 2);
        layer.value(CODES.get(code) + " " + Words.hex(session, 4));
        return layer;
    }
}
