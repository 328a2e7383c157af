package org.ipsecworkbench.capture.detail;

/** What a wireless card tells about a frame, in front of it (radiotap.org). */
final class Radiotap {
    private Radiotap() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Radiotap", from, to).littleEndian();
        layer.number("Version", 1);
        layer.skip(1);
        int length = (int) layer.number("Header length", 2, "byte");
        layer.hex("Present fields", 4);
        if (length < 8 || length > to - from) {
            layer.wrong("header length does not fit");
            return;
        }
        layer.bytes("Fields", from + length - layer.at());
        packet.next(Wireless::dissect, from + length, to);
    }
}
