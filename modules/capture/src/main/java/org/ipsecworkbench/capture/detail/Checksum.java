package org.ipsecworkbench.capture.detail;

/** The checksum field of a header behind IP (RFC 1071), and what is to be said of it. */
final class Checksum {
    private Checksum() {}

    /**
     * Shows the field and whether it is right.
     *
     * @param from where the checked bytes begin
     * @param to behind the last one
     * @param protocol whose number goes into the sum with the IP addresses, or 0 for a checksum of the bytes alone
     */
    static void show(Dissection packet, Layer layer, int from, int to, int protocol) {
        long value = layer.hex("Checksum", 2);
        if (!layer.ok()) {
            return;
        }
        if (protocol == IpProtocols.UDP && value == 0) {
            layer.remark("none");
        } else if (packet.fragment) {
            layer.remark("not checked: fragment");
        } else if (to > packet.end) {
            layer.remark("not checked: packet cut");
        } else if (protocol != 0 && packet.pseudo == Dissection.NO_PSEUDO) {
            layer.remark("not checked: addresses not known");
        } else {
            long pseudo = protocol == 0 ? 0 : packet.pseudo + protocol + (to - from);
            int sum = packet.sum(from, to, pseudo);
            if (sum == 0xffff) {
                layer.remark("right");
            } else if (protocol != 0 && packet.sum(from, from, pseudo) == value) {
                layer.remark("left to the network card");
            } else {
                long right = ~packet.sum(from, to, pseudo + (~value & 0xffff)) & 0xffff;
                layer.wrong("wrong: " + Words.hex(right, 4) + " would be right");
            }
        }
    }
}
