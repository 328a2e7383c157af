package org.ipsecworkbench.capture.detail;

/** UDP (RFC 768). */
final class Udp {
    private Udp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("UDP", from, to);
        int source = (int) layer.number("Source port", 2, Ports.NAMES);
        int destination = (int) layer.number("Destination port", 2, Ports.NAMES);
        int length = (int) layer.number("Length", 2, "byte");
        int end = to;
        if (layer.ok() && length == 0) {
            layer.remark("left to the network card");
        } else if (layer.ok() && length < 8) {
            layer.wrong("shorter than the header");
        } else if (length > to - from && to < Dissection.FAR) {
            layer.wrong("but only " + Words.bytes(to - from) + " are there");
        } else if (layer.ok()) {
            end = from + length;
        }
        Checksum.show(packet, layer, from, end, IpProtocols.UDP);
        if (!layer.ok()) {
            return;
        }
        layer.value(source + " → " + destination);
        Ports.udp(packet, source, destination, layer.at(), end);
        packet.trailer(end, to);
    }
}
