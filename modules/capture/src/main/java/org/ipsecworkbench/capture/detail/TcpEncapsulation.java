package org.ipsecworkbench.capture.detail;

/** IKE and ESP in TCP port 4500 (RFC 8229): messages with their length in front. */
final class TcpEncapsulation {
    /** {@code IKETCP}, with which a stream begins. */
    private static final long PREFIX = 0x494b45544350L;

    private TcpEncapsulation() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("TCP encapsulation", from, to);
        if (layer.peek(6) == PREFIX) {
            layer.text("Stream prefix", 6);
        }
        if (layer.left() == 0) {
            return;
        }
        int length = (int) layer.number("Length", 2, "byte");
        if (!layer.ok()) {
            return;
        }
        int message = layer.at();
        if (length < 6 || length - 2 > layer.left()) {
            layer.remark("does not begin a message of this segment");
            packet.data(message, to);
            return;
        }
        int end = message + length - 2;
        if (layer.has(4) && layer.peek(4) == 0) {
            layer.hex("Non-ESP marker", 4);
            packet.next(Isakmp::dissect, layer.at(), end);
        } else {
            packet.next(Esp::dissect, message, end);
        }
        if (end < to) {
            packet.next(TcpEncapsulation::dissect, end, to);
        }
    }
}
