package org.ipsecworkbench.capture.detail;

/** Linux' netfilter log: attributes in the byte order of the host, one of which is the packet (LINKTYPE_NFLOG). */
final class Nflog {
    private static final int PAYLOAD = 9;
    private static final Names ATTRIBUTES = Names.of("""
            1 Packet header
            2 Mark
            3 Timestamp
            4 Input interface
            5 Output interface
            6 Physical input interface
            7 Physical output interface
            8 Hardware address
            9 Payload
            10 Prefix
            11 User
            12 Local sequence number
            13 Global sequence number
            14 Group
            15 Hardware type
            16 Hardware header
            17 Hardware header length
            18 Connection
            19 Connection information
            """);

    private Nflog() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Netfilter log", from, to);
        layer.number("Family", 1, Names.of("2 IPv4\n10 IPv6"));
        layer.number("Version", 1);
        layer.number("Resource id", 2);
        layer.littleEndian();
        while (layer.more()) {
            int length = (int) layer.peek(2);
            int type = (int) layer.peek(2, 2) & 0x7fff;
            boolean payload = type == PAYLOAD;
            int padded = payload ? length : Math.min(length + 3 & ~3, layer.left());
            Layer attribute = layer.group(ATTRIBUTES.get(type, "Attribute"), Math.max(4, padded));
            attribute.number("Length", 2, "byte");
            if (length < 4 && attribute.ok()) {
                attribute.wrong("shorter than its own header");
                return;
            }
            attribute.number("Type", 2, ATTRIBUTES);
            if (payload) {
                LinkLayers.ip(packet, attribute.at(), attribute.to());
                return;
            }
            attribute.bytes("Value", Math.min(length - 4, attribute.left()));
        }
    }
}
