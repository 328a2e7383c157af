package org.ipsecworkbench.capture.detail;

/** L2TP version 2 in UDP (RFC 2661): data messages carry PPP. */
final class L2tp {
    private static final int CONTROL = 0x8000;
    private static final int LENGTH = 0x4000;
    private static final int SEQUENCE = 0x0800;
    private static final int OFFSET = 0x0200;

    private L2tp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("L2TP", from, to);
        int flags = (int) layer.hex("Flags and version", 2);
        if (layer.ok() && (flags & 0xf) != 2) {
            layer.remark("not version 2");
            packet.data(layer.at(), to);
            return;
        }
        if ((flags & LENGTH) != 0) {
            layer.number("Length", 2, "byte");
        }
        layer.number("Tunnel id", 2);
        layer.number("Session id", 2);
        if ((flags & SEQUENCE) != 0) {
            layer.number("Sent", 2);
            layer.number("Expected", 2);
        }
        if ((flags & OFFSET) != 0) {
            int offset = (int) layer.number("Offset", 2, "byte");
            layer.bytes("Offset padding", offset);
        }
        if (!layer.ok()) {
            return;
        }
        if ((flags & CONTROL) != 0) {
            layer.value("control");
            layer.bytes("Attributes", layer.rest());
        } else {
            layer.value("data");
            packet.next(Ppp::dissect, layer.at(), to);
        }
    }
}
