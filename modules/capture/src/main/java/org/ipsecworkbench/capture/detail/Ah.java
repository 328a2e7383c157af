package org.ipsecworkbench.capture.detail;

/** Authentication header (RFC 4302): what it carries is protected against change and stays readable. */
final class Ah {
    private static final int FIXED = 12;

    private Ah() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("AH", from, to);
        long next = layer.number("Next header", 1, IpProtocols.NAMES);
        int size = (int) layer.show("Length", 1, words -> Words.with("" + words, Words.bytes((words + 2) * 4)));
        size = (size + 2) * 4;
        if (layer.ok() && size < FIXED) {
            layer.wrong("shorter than its fixed fields");
        }
        layer.skip(2);
        long spi = layer.hex("SPI", 4);
        long sequence = layer.number("Sequence number", 4);
        layer.bytes("Integrity check value", size - FIXED);
        if (layer.ok()) {
            layer.value("SPI " + Words.hex(spi, 8) + ", sequence " + sequence);
            IpProtocols.next(packet, next, layer.at(), to);
        }
    }
}
