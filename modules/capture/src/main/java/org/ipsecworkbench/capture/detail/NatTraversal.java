package org.ipsecworkbench.capture.detail;

/** UDP port 4500 (RFC 3948): a keepalive, IKE behind four zero bytes, or ESP. */
final class NatTraversal {
    private NatTraversal() {}

    static void dissect(Dissection packet, int from, int to) {
        if (to - from == 1) {
            keepalive(packet, from, to);
        } else if (packet.end - from < 4 || to - from < 4) {
            packet.data("Data", "too short to tell IKE from ESP", from, to);
        } else if (packet.bytes.getInt(from) == 0) {
            Layer layer = packet.layer("UDP encapsulation", from, to);
            layer.value("IKE");
            layer.hex("Non-ESP marker", 4);
            packet.next(Isakmp::dissect, layer.at(), to);
        } else {
            packet.next(Esp::dissect, from, to);
        }
    }

    private static void keepalive(Dissection packet, int from, int to) {
        Layer layer = packet.layer("NAT keepalive", from, to);
        long value = layer.hex("Keepalive", 1);
        if (layer.ok() && value != 0xff) {
            layer.wrong("not 0xff");
        }
    }
}
