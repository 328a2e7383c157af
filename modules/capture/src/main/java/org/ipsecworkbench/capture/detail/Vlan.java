package org.ipsecworkbench.capture.detail;

/** A VLAN tag (IEEE 802.1Q section 9.6); several make QinQ. */
final class Vlan {
    private Vlan() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("VLAN tag", from, to);
        layer.bits("Priority", 2, 0xe000);
        layer.flag("Drop eligible", 2, 0x1000);
        long vlan = layer.bits("VLAN", 2, 0x0fff, id -> id == 0 ? "0 (priority only)" : Long.toString(id));
        layer.value("VLAN " + vlan);
        layer.skip(2);
        EtherTypes.lengthOrType(packet, layer);
    }
}
