package org.ipsecworkbench.capture.detail;

/** Cisco's security group tag between Ethernet header and packet (draft-smith-kandula-sxp). */
final class CiscoMetadata {
    private CiscoMetadata() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Cisco metadata", from, to);
        layer.number("Version", 1);
        layer.number("Length", 1);
        layer.hex("Option", 2);
        layer.number("Security group tag", 2);
        long type = layer.hex("Type", 2, EtherTypes.NAMES);
        if (layer.ok()) {
            EtherTypes.next(packet, type, layer.at(), to);
        }
    }
}
