package org.ipsecworkbench.capture.detail;

import org.ipsecworkbench.capture.decode.LinkTypes;

/** Per-packet information, a header in front of any link layer (LINKTYPE_PPI, CACE Technologies). */
final class Ppi {
    private Ppi() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Per-packet information", from, to).littleEndian();
        layer.number("Version", 1);
        layer.hex("Flags", 1);
        int length = (int) layer.number("Header length", 2, "byte");
        if (layer.ok() && (length < 8 || length > to - from)) {
            layer.wrong("does not fit");
            return;
        }
        int linkType = (int) layer.show("Link type", 4, type -> Words.with("" + type, LinkTypes.name((int) type)));
        if (layer.ok()) {
            layer.bytes("Fields", from + length - layer.at());
            LinkLayers.next(packet, linkType, from + length, to);
        }
    }
}
