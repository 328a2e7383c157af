package org.ipsecworkbench.capture.detail;

/** Cisco's HDLC framing, which carries EtherTypes (LINKTYPE_C_HDLC). */
final class CiscoHdlc {
    private CiscoHdlc() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Cisco HDLC", from, to);
        layer.hex("Address", 1, Names.of("0x0f Unicast\n0x8f Multicast"));
        layer.hex("Control", 1);
        long type = layer.hex("Protocol", 2, EtherTypes.NAMES);
        if (layer.ok()) {
            EtherTypes.next(packet, type, layer.at(), to);
        }
    }
}
