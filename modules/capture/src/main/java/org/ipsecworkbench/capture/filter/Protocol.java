package org.ipsecworkbench.capture.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ipsecworkbench.capture.TrafficClass;

/** Names that stand alone in a filter. Applications are told by their ports, since nothing looks into them. */
enum Protocol {
    ESP(
            "ESP, also in UDP, in TCP and behind AH",
            classes(TrafficClass.ESP, TrafficClass.ESP_UDP, TrafficClass.ESP_TCP, TrafficClass.AH_ESP)),
    AH("Authentication Header", classes(TrafficClass.AH, TrafficClass.AH_ESP)),
    ISAKMP("IKEv1, IKEv2 and AuthIP", classes(TrafficClass.IKEV1, TrafficClass.IKEV2, TrafficClass.AUTHIP)),
    IP("IPv4", new Node.Test(Field.IP_ADDR, Ranges.ALL)),
    IPV6("IPv6", new Node.Test(Field.IPV6_ADDR, Ranges.ALL)),
    ARP("Address resolution", classes(TrafficClass.ARP)),
    ICMP("ICMP over IPv4", number(1)),
    ICMPV6("ICMPv6, neighbour discovery included", number(58)),
    TCP("TCP that can be read, so not inside ESP", number(6)),
    UDP("UDP that can be read; ESP in UDP is UDP too", number(17)),
    IPCOMP("Compressed payload without ESP around it", classes(TrafficClass.IPCOMP)),
    VLAN("With a VLAN tag", new Node.Test(Field.VLAN_ID, Ranges.ALL)),
    DNS("DNS by its port: 53", Node.or(List.of(port(Field.UDP_PORT, 53), port(Field.TCP_PORT, 53)))),
    DHCP("DHCP for IPv4 by its ports: UDP 67 and 68", port(Field.UDP_PORT, 67, 68)),
    KERBEROS("Kerberos by its port: 88", Node.or(List.of(port(Field.UDP_PORT, 88), port(Field.TCP_PORT, 88)))),
    SMB("SMB of any version by its ports: TCP 445 and 139", port(Field.TCP_PORT, 445, 139));

    private final String explanation;
    // A tree is immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Node node;

    Protocol(String explanation, Node node) {
        this.explanation = explanation;
        this.node = node;
    }

    private static Node classes(TrafficClass... classes) {
        return new Node.Test(
                Field.CLASS,
                Ranges.of(Arrays.stream(classes)
                        .map(one -> Range.of(one.ordinal()))
                        .toList()));
    }

    private static Node number(int protocol) {
        return new Node.Test(Field.PROTOCOL, Ranges.of(List.of(Range.of(protocol))));
    }

    private static Node port(Field field, int... ports) {
        return new Node.Test(
                field, Ranges.of(Arrays.stream(ports).mapToObj(Range::of).toList()));
    }

    /** The protocol of a name in any case. */
    static Optional<Protocol> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Its name in a filter. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line for people. */
    String explanation() {
        return explanation;
    }

    Node node() {
        return node;
    }
}
