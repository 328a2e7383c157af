package org.ipsecworkbench.capture.detail;

/** Address resolution (RFC 826). */
final class Arp {
    private static final Names OPERATIONS = Names.of("1 Request\n2 Reply\n3 RARP request\n4 RARP reply");
    private static final Names HARDWARE = Names.of("1 Ethernet\n6 IEEE 802\n15 Frame relay\n32 InfiniBand");

    private Arp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("ARP", from, to);
        layer.number("Hardware type", 2, HARDWARE);
        long protocol = layer.hex("Protocol type", 2, EtherTypes.NAMES);
        int hardware = (int) layer.number("Hardware address length", 1, "byte");
        int address = (int) layer.number("Protocol address length", 1, "byte");
        long operation = layer.number("Operation", 2, OPERATIONS);
        boolean usual = hardware == 6 && address == 4 && protocol == EtherTypes.IPV4;
        long[] hosts = new long[2];
        for (int i = 0; i < 2; i++) {
            String who = i == 0 ? "Sender" : "Target";
            if (usual) {
                layer.mac(who + " hardware address");
                hosts[i] = layer.ipv4(who + " protocol address");
            } else {
                layer.bytes(who + " hardware address", hardware);
                layer.bytes(who + " protocol address", address);
            }
        }
        if (usual && layer.ok()) {
            layer.value(
                    operation == 1
                            ? "who has " + Words.ipv4(hosts[1]) + "? tell " + Words.ipv4(hosts[0])
                            : OPERATIONS.get(operation) + ": " + Words.ipv4(hosts[0]));
        }
        if (layer.ok()) {
            packet.data("Trailer", "", layer.at(), to);
        }
    }
}
