package org.ipsecworkbench.capture.detail;

/** IP payload compression (RFC 3173): compressed is not encrypted. */
final class IpComp {
    private static final Names ALGORITHMS = Names.of("1 OUI\n2 DEFLATE\n3 LZS\n4 LZJH");

    private IpComp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("IPComp", from, to);
        layer.number("Next header", 1, IpProtocols.NAMES);
        layer.hex("Flags", 1);
        long index = layer.hex("Compression parameter index", 2, ALGORITHMS);
        if (layer.ok()) {
            layer.value("CPI " + Words.hex(index, 4));
            packet.data("Compressed data", "not encrypted", layer.at(), to);
        }
    }
}
