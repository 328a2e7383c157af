package org.ipsecworkbench.capture.detail;

/** Cisco's remote mirror ports in GRE (draft-foschiano-erspan). */
final class Erspan {
    private Erspan() {}

    /** Type II. */
    static void two(Dissection packet, int from, int to) {
        Layer layer = packet.layer("ERSPAN", from, to);
        common(layer);
        layer.bits("Index", 4, 0xfffff);
        layer.skip(4);
        if (layer.ok()) {
            packet.next(Ethernet::dissect, layer.at(), to);
        }
    }

    /** Type III. */
    static void three(Dissection packet, int from, int to) {
        Layer layer = packet.layer("ERSPAN", from, to);
        common(layer);
        layer.number("Timestamp", 4);
        layer.number("Security group tag", 2);
        boolean more = (layer.peek(1, 1) & 1) != 0;
        layer.hex("Flags", 2);
        if (more) {
            layer.bytes("Platform information", 8);
        }
        if (layer.ok()) {
            packet.next(Ethernet::dissect, layer.at(), to);
        }
    }

    private static void common(Layer layer) {
        layer.bits("Version", 2, 0xf000, version -> Words.with("" + version, version == 1 ? "type II" : "type III"));
        layer.bits("VLAN", 2, 0x0fff);
        layer.skip(2);
        layer.bits("Class of service", 2, 0xe000);
        layer.flag("Truncated", 2, 0x0400);
        long session = layer.bits("Session", 2, 0x03ff);
        layer.skip(2);
        layer.value("session " + session);
    }
}
