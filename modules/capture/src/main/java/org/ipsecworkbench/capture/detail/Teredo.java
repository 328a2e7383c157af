package org.ipsecworkbench.capture.detail;

/** Teredo, IPv6 in UDP (RFC 4380 section 5.1.1): authentication and origin may stand in front. */
final class Teredo {
    private Teredo() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Teredo", from, to);
        if (layer.peek(2) == 1) {
            layer.hex("Authentication", 2);
            int client = (int) layer.number("Client id length", 1, "byte");
            int value = (int) layer.number("Authentication length", 1, "byte");
            layer.bytes("Client id", client);
            layer.bytes("Authentication value", value);
            layer.hex("Nonce", 8);
            layer.hex("Confirmation", 1);
        }
        if (layer.has(8) && layer.peek(2) == 0) {
            layer.hex("Origin indication", 2);
            // Written upside down so that no NAT alters them.
            layer.show("Origin port", 2, port -> Long.toString(~port & 0xffff));
            layer.show("Origin address", 4, address -> Words.ipv4(~address));
        }
        if (layer.peek(1) >>> 4 == 6) {
            packet.next(Ipv6::dissect, layer.at(), to);
        } else {
            packet.data(layer.at(), to);
        }
    }
}
