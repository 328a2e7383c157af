package org.ipsecworkbench.capture.detail;

/** Geneve (RFC 8926). */
final class Geneve {
    private Geneve() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Geneve", from, to);
        layer.bits("Version", 1, 0xc0);
        int options = (int) layer.bits("Options length", 1, 0x3f, words -> Words.bytes(words * 4)) * 4;
        layer.skip(1);
        layer.flag("Control packet", 1, 0x80);
        layer.flag("Critical options", 1, 0x40);
        layer.skip(1);
        long type = layer.hex("Protocol type", 2, EtherTypes.NAMES);
        long network = layer.number("Network id", 3);
        layer.skip(1);
        layer.bytes("Options", options);
        if (layer.ok()) {
            layer.value("network " + network);
            EtherTypes.next(packet, type, layer.at(), to);
        }
    }
}
