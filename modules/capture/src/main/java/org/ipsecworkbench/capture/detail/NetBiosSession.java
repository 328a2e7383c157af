package org.ipsecworkbench.capture.detail;

/** Messages of the NetBIOS session service, in which SMB travels over TCP (RFC 1002 section 4.3, MS-SMB2 section 2.1). */
final class NetBiosSession {
    private static final int SESSION_MESSAGE = 0;
    private static final Names TYPES = Names.of("""
            0x00 Session message
            0x81 Session request
            0x82 Positive session response
            0x83 Negative session response
            0x84 Retarget session response
            0x85 Session keepalive
            """);
    private static final int PROTOCOL = 0x534d42;
    /** Two encoded names (RFC 1002 section 4.3.2); what answers a request is shorter. */
    private static final int MAX_CONTROL = 512;

    private NetBiosSession() {}

    static void dissect(Dissection packet, int from, int to) {
        int at = from;
        while (at < Math.min(to, packet.end) && !packet.isFull()) {
            at = message(packet, at, to);
        }
        if (at < to && at >= packet.end && at == from) {
            packet.data(at, to);
        }
    }

    /** Gives where the next one begins. */
    private static int message(Dissection packet, int from, int to) {
        Layer layer = packet.layer("NetBIOS session", from, to);
        int type = (int) layer.peek(1);
        if (layer.has(8) && !begins(layer, type)) {
            layer.data("Continuation", layer.rest());
            layer.value("goes on from an earlier segment");
            return to;
        }
        layer.hex("Type", 1, TYPES);
        int length = (int) layer.number("Length", 3, "byte");
        layer.value(TYPES.get(type));
        int end = Math.min(to, layer.at() + length);
        if (length > layer.left()) {
            layer.remark("goes on in the next segment");
        }
        if (type != SESSION_MESSAGE) {
            layer.data("Content", end - layer.at());
        } else if (end > layer.at()) {
            smb(packet, layer, end);
        }
        return end;
    }

    /** A stream is met anywhere: only what looks like the beginning of a message is taken for one. */
    private static boolean begins(Layer layer, int type) {
        return type == SESSION_MESSAGE
                ? layer.peek(5, 3) == PROTOCOL
                : !TYPES.get(type).isEmpty() && layer.peek(1, 3) <= MAX_CONTROL;
    }

    private static void smb(Dissection packet, Layer layer, int end) {
        int at = layer.at();
        switch ((int) layer.peek(1)) {
            case 0xff -> packet.next(Smb1::dissect, at, end);
            case 0xfe -> packet.next(Smb2::dissect, at, end);
            case 0xfd -> packet.next(Smb2::transformed, at, end);
            case 0xfc -> packet.next(Smb2::compressed, at, end);
            default -> packet.data(at, end);
        }
    }
}
