package org.ipsecworkbench.ike;

import java.util.List;

/**
 * One payload of a message. Immutable.
 *
 * <p>What a payload means beyond its bytes is in its record; {@link #header} says what and where it is.
 */
public sealed interface Payload {
    /** What it is and where. */
    Header header();

    /**
     * The generic header (RFC 2408 section 3.2, RFC 7296 section 3.2).
     *
     * @param type payload type, as the header before it says
     * @param name in lower case, such as {@code security association}; {@code payload 200} where no table knows it
     * @param critical the critical bit of IKEv2
     * @param offset its first byte, from the message's first; inside what was decrypted, from that one's first
     * @param length bytes with its header, as far as they were there
     */
    record Header(int type, String name, boolean critical, int offset, int length) {}

    /**
     * Security association: what is offered, or what was chosen of it.
     *
     * @param doi domain of interpretation, 1 is IPsec (RFC 2407); 0 in IKEv2, which has none
     * @param situation of the domain of interpretation; 0 in IKEv2
     * @param proposals in the order of preference
     * @param header type, place and length
     */
    record SecurityAssociation(Header header, int doi, int situation, List<Proposal> proposals) implements Payload {
        /** Keeps a copy of the proposals. */
        public SecurityAssociation {
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * A public value of Diffie-Hellman.
     *
     * @param group its group; 0 in IKEv1, where the SA says it
     * @param data the value
     * @param header type, place and length
     */
    record KeyExchange(Header header, int group, Bytes data) implements Payload {}

    /**
     * Who the sender says it is, or in quick mode which traffic it means.
     *
     * @param idType ID type
     * @param idTypeName such as {@code ipv4-address}
     * @param protocol IP protocol in IKEv1, 0 for any
     * @param port in IKEv1, 0 for any
     * @param text the identity for people: an address, a name, a distinguished name, or hex
     * @param header type, place and length
     */
    record Identification(Header header, int idType, String idTypeName, int protocol, int port, String text)
            implements Payload {}

    /**
     * A certificate, or another proof of who the sender is.
     *
     * @param encoding its encoding, 4 is an X.509 certificate that signs
     * @param encodingName likewise in words
     * @param data without the encoding; {@link Certificates} reads it
     * @param header type, place and length
     */
    record Certificate(Header header, int encoding, String encodingName, Bytes data) implements Payload {}

    /**
     * Which certificates the sender would trust.
     *
     * @param encoding as in {@link Certificate}
     * @param authorities distinguished names (IKEv1), or SHA-1 hashes of public keys in hex (IKEv2); empty for any
     * @param header type, place and length
     * @param encodingName of the encoding, as IANA names it
     */
    record CertificateRequest(Header header, int encoding, String encodingName, List<String> authorities)
            implements Payload {
        /** Keeps a copy of the authorities. */
        public CertificateRequest {
            authorities = List.copyOf(authorities);
        }
    }

    /**
     * The proof of IKEv2.
     *
     * @param method authentication method
     * @param methodName likewise in words
     * @param header type, place and length
     * @param data what proves it
     */
    record Authentication(Header header, int method, String methodName, Bytes data) implements Payload {}

    /**
     * A notification.
     *
     * @param protocol protocol that it is about
     * @param spi of the SA that it is about, lower-case hex; empty where there is none
     * @param notifyType notify message type
     * @param notifyName in lower case, such as {@code no proposal chosen}
     * @param data what it carries
     * @param win32 the error of Windows that Microsoft's private notification 12345 carries; 0 in all others
     * @param header type, place and length
     */
    record Notify(Header header, int protocol, String spi, int notifyType, String notifyName, Bytes data, long win32)
            implements Payload {}

    /**
     * SAs that the sender has deleted.
     *
     * @param protocol {@code ike}, {@code isakmp}, {@code esp}, {@code ah} or the number
     * @param spis lower-case hex; empty for the IKE SA itself in IKEv2
     * @param header type, place and length
     */
    record Delete(Header header, String protocol, List<String> spis) implements Payload {
        /** Keeps a copy of the SPIs. */
        public Delete {
            spis = List.copyOf(spis);
        }
    }

    /**
     * What the sender's software is, or can do.
     *
     * @param vendor what the ID is known to mean; empty where no table knows it
     * @param header type, place and length
     * @param id the bytes that stand for it
     */
    record VendorId(Header header, Bytes id, String vendor) implements Payload {}

    /**
     * The traffic that one side wants to be protected.
     *
     * @param header type, place and length
     * @param selectors in their order
     */
    record TrafficSelectors(Header header, List<Selector> selectors) implements Payload {
        /** Keeps a copy of the selectors. */
        public TrafficSelectors {
            selectors = List.copyOf(selectors);
        }
    }

    /**
     * A range of addresses and ports (RFC 7296 section 3.13.1).
     *
     * @param protocol IP protocol, 0 for any
     * @param startPort first port
     * @param endPort last port
     * @param start first address in canonical text
     * @param end last address
     */
    record Selector(int protocol, int startPort, int endPort, String start, String end) {
        /** In words: {@code 10.0.0.0-10.0.0.255, protocol 6, ports 80-443}; what is not limited is left out. */
        public String label() {
            return (start.equals(end) ? start : start + "-" + end) + ports(protocol, startPort, endPort);
        }

        /** The limits behind an address, in words; empty where there are none. */
        public static String ports(int protocol, int startPort, int endPort) {
            String words = protocol == 0 ? "" : ", protocol " + protocol;
            boolean isAny = startPort == 0 && (endPort == 0xffff || endPort == 0);
            return isAny
                    ? words
                    : words + (startPort == endPort ? ", port " + startPort : ", ports " + startPort + "-" + endPort);
        }
    }

    /**
     * Configuration that one side asks of the other: mode configuration of IKEv1, CP of IKEv2.
     *
     * @param configType 1 request, 2 reply, 3 set, 4 acknowledge
     * @param identifier of IKEv1; 0 in IKEv2
     * @param attributes each as {@code name=value}, or the name alone
     * @param header type, place and length
     */
    record Configuration(Header header, int configType, int identifier, List<String> attributes) implements Payload {
        /** Keeps a copy of the attributes. */
        public Configuration {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A message of the Extensible Authentication Protocol (RFC 3748).
     *
     * @param code 1 request, 2 response, 3 success, 4 failure
     * @param identifier pairs responses with requests
     * @param method EAP type; 0 where there is none
     * @param methodName such as {@code mschapv2}
     * @param header type, place and length
     */
    record Eap(Header header, int code, int identifier, int method, String methodName) implements Payload {}

    /**
     * The hash of an address and a port, by which a NAT is found (RFC 3947 section 3.2).
     *
     * @param header type, place and length
     * @param hash of cookies, address and port
     */
    record NatDetection(Header header, Bytes hash) implements Payload {}

    /**
     * An address before a NAT changed it (RFC 3947 section 5.2).
     *
     * @param header type, place and length
     * @param address as the sender sees it
     */
    record NatOriginalAddress(Header header, String address) implements Payload {}

    /**
     * A part of a message: the fragment of Cisco and Microsoft in IKEv1, SKF (RFC 7383) in IKEv2.
     *
     * @param id of the message in IKEv1; in IKEv2, where the message ID says it, the type of the first payload inside, which
     *     only the first fragment has
     * @param number from 1
     * @param total how many there are; 0 in IKEv1 where it is not the last one
     * @param header type, place and length
     * @param data the piece of the message
     */
    record Fragment(Header header, int id, int number, int total, Bytes data) implements Payload {}

    /**
     * What cannot be read without a key: SK of IKEv2, or what follows the header in IKEv1.
     *
     * @param first type of the first payload inside
     * @param header type, place and length
     * @param data what cannot be read
     */
    record Encrypted(Header header, int first, Bytes data) implements Payload {}

    /**
     * A token of GSS-API: Kerberos or NTLM.
     *
     * @param mechanism such as {@code Kerberos 5}; empty where its object identifier is not known
     * @param header type, place and length
     * @param data the token
     */
    record GssToken(Header header, String mechanism, Bytes data) implements Payload {}

    /**
     * Bytes with a name: hashes, signatures, nonces, and everything whose inside is not documented.
     *
     * @param header type, place and length
     * @param data what is in it
     */
    record Opaque(Header header, Bytes data) implements Payload {}
}
