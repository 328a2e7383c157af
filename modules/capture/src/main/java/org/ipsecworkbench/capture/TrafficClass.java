package org.ipsecworkbench.capture;

/**
 * What one frame shows by itself: the first security layer from the outside in, or its absence.
 *
 * <p>Later IP fragments take the class of their datagram. Tunnels without protection of their own (GRE, IP-in-IP, VXLAN,
 * MPLS) are looked into; an ICMP error that quotes an IPsec packet is {@link #ICMP}.
 */
public enum TrafficClass {
    /** Encapsulating Security Payload, IP protocol 50 (RFC 4303). */
    ESP("esp", "ESP"),
    /** ESP in UDP port 4500 (RFC 3948). */
    ESP_UDP("esp-udp", "ESP in UDP"),
    /** ESP in TCP port 4500 (RFC 8229). */
    ESP_TCP("esp-tcp", "ESP in TCP"),
    /** Authentication Header, IP protocol 51 (RFC 4302): readable, but not to be altered. */
    AH("ah", "AH"),
    /** AH around ESP. */
    AH_ESP("ah+esp", "AH and ESP"),
    /** ISAKMP with major version 1 (RFC 2408), or cut before its version. */
    IKEV1("ikev1", "IKEv1"),
    /** IKE with major version 2 (RFC 7296). */
    IKEV2("ikev2", "IKEv2"),
    /** Microsoft's AuthIP: ISAKMP version 1 with the exchange types 243 to 246. */
    AUTHIP("authip", "AuthIP"),
    /** The single byte 0xFF on UDP port 4500 that keeps a NAT mapping alive (RFC 3948 section 2.3). */
    NAT_KEEPALIVE("nat-keepalive", "NAT keepalive"),
    /** IP Payload Compression (RFC 3173) without ESP around it: compressed is not protected. */
    IPCOMP("ipcomp", "IPComp"),
    /** ICMP over IPv4. */
    ICMP("icmp", "ICMP"),
    /** ICMPv6, neighbour discovery included. */
    ICMPV6("icmpv6", "ICMPv6"),
    /** Address resolution. */
    ARP("arp", "ARP"),
    /** Any other IP packet: readable and unprotected by IPsec, whatever its application may do. */
    CLEAR("clear", "Clear"),
    /** Not IP. */
    NON_IP("non-ip", "Not IP"),
    /** Cut or damaged before its class can be told. */
    UNDECIDABLE("undecidable", "Undecidable");

    private final String key;
    private final String label;

    TrafficClass(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in the JSON schema {@code ipsecwb/coverage/1}; never changes. */
    public String key() {
        return key;
    }

    /** The name for people, in English. */
    public String label() {
        return label;
    }

    /** Whether IPsec protects the packet at least against being altered: ESP in every form, and AH. */
    public boolean isProtected() {
        return ordinal() <= AH_ESP.ordinal();
    }

    /** Whether the packet carries ESP, so that an SPI tells whether its content can be read. */
    public boolean isEsp() {
        return isProtected() && this != AH;
    }

    /** Whether the packet negotiates keys or keeps them reachable. */
    public boolean isKeying() {
        return this == IKEV1 || this == IKEV2 || this == AUTHIP || this == NAT_KEEPALIVE;
    }
}
