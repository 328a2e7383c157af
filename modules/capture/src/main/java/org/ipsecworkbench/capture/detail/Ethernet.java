package org.ipsecworkbench.capture.detail;

/** Ethernet II and IEEE 802.3 (IEEE 802.3 section 3). */
final class Ethernet {
    private Ethernet() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Ethernet", from, to);
        long destination = address(layer, "Destination");
        long source = address(layer, "Source");
        if (layer.ok()) {
            layer.value(Words.mac(source) + " → " + Words.mac(destination));
        }
        EtherTypes.lengthOrType(packet, layer);
    }

    private static long address(Layer layer, String name) {
        return layer.show(name, 6, mac -> {
            boolean group = (mac >>> 40 & 1) != 0;
            return Words.with(Words.mac(mac), mac == 0xffff_ffff_ffffL ? "broadcast" : group ? "group" : "");
        });
    }
}
