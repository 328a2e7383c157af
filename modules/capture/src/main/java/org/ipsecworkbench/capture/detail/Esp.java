package org.ipsecworkbench.capture.detail;

import org.ipsecworkbench.capture.scan.EspReading;

/**
 * Encapsulating security payload (RFC 4303). Where the capture shows that the flow is not encrypted (RFC 2410, RFC 4543),
 * the trailer and the packet inside are shown as well.
 */
final class Esp {
    private Esp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("ESP", from, to);
        long spi = layer.hex("SPI", 4);
        long sequence = layer.number("Sequence number", 4);
        if (!layer.ok()) {
            return;
        }
        layer.value("SPI " + Words.hex(spi, 8) + ", sequence " + sequence);
        EspReading reading = packet.espAt == from && !packet.fragment ? packet.espReading : null;
        if (packet.readable && reading != null && to <= packet.end) {
            read(packet, layer, reading);
        } else if (packet.readable) {
            layer.bytes("Protected data", layer.rest());
            layer.note("Content", "other packets of this flow read as ESP-NULL; this one is cut or reads otherwise");
        } else {
            layer.data("Protected data", layer.rest());
            layer.remark("with vector, padding and check value");
        }
    }

    private static void read(Dissection packet, Layer layer, EspReading reading) {
        layer.value("read as ESP-NULL");
        layer.bytes("Initialization vector", reading.vector());
        int inner = layer.at();
        int padding = (int) layer.peek(layer.left() - reading.check() - 2, 1);
        int end = layer.to() - reading.check() - 2 - padding;
        layer.line("Content", Words.bytes(end - inner) + ", not encrypted", inner, end - inner);
        layer.skip(end - inner);
        layer.bytes("Padding", padding);
        layer.number("Pad length", 1, "byte");
        long next = layer.number("Next header", 1, IpProtocols.NAMES);
        layer.bytes("Integrity check value", reading.check());
        IpProtocols.next(packet, next, inner, end);
    }
}
