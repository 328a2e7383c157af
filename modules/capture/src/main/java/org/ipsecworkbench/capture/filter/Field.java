package org.ipsecworkbench.capture.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a filter can compare. A field has no value, one, or several: a packet has two addresses. */
enum Field {
    /** See the explanations. */
    FRAME_NUMBER("frame.number", Kind.NUMBER, Long.MAX_VALUE, "Number of the packet, from 1", FrameFields::number),
    FRAME_LEN("frame.len", Kind.NUMBER, Field.MAX_32, "Bytes on the wire", FrameFields::length),
    FRAME_CAP_LEN("frame.cap_len", Kind.NUMBER, Field.MAX_32, "Bytes in the capture", FrameFields::capturedLength),
    FRAME_TIME_RELATIVE(
            "frame.time_relative", Kind.SECONDS, 0, "Seconds since the first packet", FrameFields::relativeTime),
    ETH_SRC("eth.src", Kind.MAC, 0, "Ethernet address of the sender", p -> FrameFields.ethernet(p, Ends.SOURCE)),
    ETH_DST("eth.dst", Kind.MAC, 0, "Ethernet address of the receiver", p -> FrameFields.ethernet(p, Ends.DESTINATION)),
    ETH_ADDR("eth.addr", Kind.MAC, 0, "Ethernet address of either side", p -> FrameFields.ethernet(p, Ends.BOTH)),
    VLAN_ID(
            "vlan.id",
            Kind.NUMBER,
            4095,
            "VLAN, 802.1Q or 802.1ad; of several tags the outermost and the innermost",
            FrameFields::vlan),
    IP_ADDR("ip.addr", Kind.IPV4, 0, "IPv4 address of either side", p -> AddressFields.four(p, Ends.BOTH)),
    IP_SRC("ip.src", Kind.IPV4, 0, "IPv4 address of the sender", p -> AddressFields.four(p, Ends.SOURCE)),
    IP_DST("ip.dst", Kind.IPV4, 0, "IPv4 address of the receiver", p -> AddressFields.four(p, Ends.DESTINATION)),
    IP_PROTO("ip.proto", Kind.NUMBER, 255, "Protocol number in the IPv4 header", TransportFields::ipProtocol),
    IPV6_ADDR("ipv6.addr", Kind.IPV6, 0, "IPv6 address of either side", p -> AddressFields.six(p, Ends.BOTH)),
    IPV6_SRC("ipv6.src", Kind.IPV6, 0, "IPv6 address of the sender", p -> AddressFields.six(p, Ends.SOURCE)),
    IPV6_DST("ipv6.dst", Kind.IPV6, 0, "IPv6 address of the receiver", p -> AddressFields.six(p, Ends.DESTINATION)),
    TCP_PORT("tcp.port", Kind.NUMBER, 65535, "TCP port of either side", p -> TransportFields.tcp(p, Ends.BOTH)),
    TCP_SRCPORT("tcp.srcport", Kind.NUMBER, 65535, "TCP port of the sender", p -> TransportFields.tcp(p, Ends.SOURCE)),
    TCP_DSTPORT(
            "tcp.dstport",
            Kind.NUMBER,
            65535,
            "TCP port of the receiver",
            p -> TransportFields.tcp(p, Ends.DESTINATION)),
    TCP_FIN("tcp.flags.fin", Kind.FLAG, 1, "TCP: no more data from the sender", p -> TransportFields.flag(p, 0)),
    TCP_SYN("tcp.flags.syn", Kind.FLAG, 1, "TCP: opens a connection", p -> TransportFields.flag(p, 1)),
    TCP_RESET("tcp.flags.reset", Kind.FLAG, 1, "TCP: breaks a connection off", p -> TransportFields.flag(p, 2)),
    TCP_ACK("tcp.flags.ack", Kind.FLAG, 1, "TCP: acknowledges", p -> TransportFields.flag(p, 4)),
    UDP_PORT("udp.port", Kind.NUMBER, 65535, "UDP port of either side", p -> TransportFields.udp(p, Ends.BOTH)),
    UDP_SRCPORT("udp.srcport", Kind.NUMBER, 65535, "UDP port of the sender", p -> TransportFields.udp(p, Ends.SOURCE)),
    UDP_DSTPORT(
            "udp.dstport",
            Kind.NUMBER,
            65535,
            "UDP port of the receiver",
            p -> TransportFields.udp(p, Ends.DESTINATION)),
    ICMP_TYPE("icmp.type", Kind.NUMBER, 255, "Type of the ICMP message", p -> TransportFields.icmp(p, 1, 0)),
    ICMP_CODE("icmp.code", Kind.NUMBER, 255, "Code of the ICMP message", p -> TransportFields.icmp(p, 1, 1)),
    ICMPV6_TYPE("icmpv6.type", Kind.NUMBER, 255, "Type of the ICMPv6 message", p -> TransportFields.icmp(p, 58, 0)),
    ICMPV6_CODE("icmpv6.code", Kind.NUMBER, 255, "Code of the ICMPv6 message", p -> TransportFields.icmp(p, 58, 1)),
    ESP_SPI("esp.spi", Kind.NUMBER, Field.MAX_32, "Security parameters index of ESP", IpsecFields::espSpi),
    ESP_SEQUENCE("esp.sequence", Kind.NUMBER, Field.MAX_32, "Sequence number of ESP", IpsecFields::espSequence),
    AH_SPI("ah.spi", Kind.NUMBER, Field.MAX_32, "Security parameters index of AH", IpsecFields::ahSpi),
    AH_SEQUENCE("ah.sequence", Kind.NUMBER, Field.MAX_32, "Sequence number of AH", IpsecFields::ahSequence),
    ISAKMP_ISPI("isakmp.ispi", Kind.COOKIE, 0, "Initiator's SPI (cookie) of IKE", p -> IpsecFields.cookie(p, 0)),
    ISAKMP_RSPI("isakmp.rspi", Kind.COOKIE, 0, "Responder's SPI (cookie) of IKE", p -> IpsecFields.cookie(p, 8)),
    ISAKMP_VERSION(
            "isakmp.version", Kind.NUMBER, 255, "Version of IKE, 0x10 or 0x20", p -> IpsecFields.isakmp(p, 17, 1)),
    ISAKMP_EXCHANGETYPE(
            "isakmp.exchangetype",
            Kind.NUMBER,
            255,
            "Exchange of IKE: 2 main mode, 32 quick mode, 34 IKE_SA_INIT, 35 IKE_AUTH",
            p -> IpsecFields.isakmp(p, 18, 1)),
    ISAKMP_MESSAGEID(
            "isakmp.messageid", Kind.NUMBER, Field.MAX_32, "Message ID of IKE", p -> IpsecFields.isakmp(p, 20, 4)),
    HOST("host", Kind.ADDRESS, 0, "IPv4 or IPv6 address of either side", p -> AddressFields.any(p, Ends.BOTH)),
    HOST_SRC("host.src", Kind.ADDRESS, 0, "IPv4 or IPv6 address of the sender", p -> AddressFields.any(p, Ends.SOURCE)),
    HOST_DST(
            "host.dst",
            Kind.ADDRESS,
            0,
            "IPv4 or IPv6 address of the receiver",
            p -> AddressFields.any(p, Ends.DESTINATION)),
    PAIR(
            "pair",
            Kind.PAIR,
            0,
            "Both addresses, in either direction: pair == 10.0.0.1,10.0.0.2",
            p -> AddressFields.any(p, Ends.BOTH)),
    SPI("spi", Kind.NUMBER, Field.MAX_32, "Security parameters index of ESP or AH", IpsecFields::spi),
    CLASS("class", Kind.TRAFFIC_CLASS, 0, "Traffic class, such as esp-udp or clear", FrameFields::trafficClass),
    PROTECTION(
            "protection",
            Kind.PROTECTION,
            0,
            "How the packet counts, such as encrypted or clear",
            FrameFields::protection),
    /** Protocol numbers from the IP header on, what AH protects included; asked by protocol names, has no name itself. */
    PROTOCOL("", Kind.NUMBER, 255, "", TransportFields::protocol);

    private static final long MAX_32 = 0xffffffffL;
    private static final List<Field> NAMED =
            Arrays.stream(values()).filter(field -> !field.key.isEmpty()).toList();
    private static final Map<String, Field> BY_KEY =
            NAMED.stream().collect(Collectors.toMap(Field::key, Function.identity()));

    /** Whose address or port. */
    enum Ends {
        SOURCE,
        DESTINATION,
        BOTH
    }

    private final String key;
    private final Kind kind;
    private final long max;
    private final String explanation;
    // The readers are functions without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Probe> reader;

    Field(String key, Kind kind, long max, String explanation, Consumer<Probe> reader) {
        this.key = key;
        this.kind = kind;
        this.max = max;
        this.explanation = explanation;
        this.reader = reader;
    }

    /** The field of a name in any case. */
    static Optional<Field> of(String name) {
        return Optional.ofNullable(BY_KEY.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Those that can be typed. */
    static List<Field> named() {
        return NAMED;
    }

    /** Its name in a filter. */
    String key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    /** The largest number that it can be. */
    long max() {
        return max;
    }

    /** One line for people. */
    String explanation() {
        return explanation;
    }

    void read(Probe probe) {
        reader.accept(probe);
    }
}
