package org.ipsecworkbench.capture.detail;

import java.util.Map;

/** Kerberos version 5: what is in clear of its messages (RFC 4120 section 5 and 7.2.2, MS-KILE section 2.2). */
final class Kerberos {
    private static final Asn PRINCIPAL = Asn.of("")
            .with(0, Asn.of("Name type", Names.of("1 Principal\n2 Service\n3 Host service\n10 Enterprise")))
            .with(1, "Name");
    private static final Asn ENCRYPTED = Asn.of("")
            .with(0, Asn.of("Encryption type", KerberosNames.ENCRYPTIONS))
            .with(1, "Key version")
            .with(2, "Cipher");
    private static final Asn TICKET = Asn.of("Ticket")
            .with(0, "Ticket version")
            .with(1, "Realm")
            .with(2, PRINCIPAL.as("Service name"))
            .with(3, ENCRYPTED.as("Encrypted part"));
    private static final Asn COMMON =
            Asn.of("").with(0, "Protocol version").with(1, Asn.of("Message type", KerberosNames.MESSAGES));
    private static final Asn APPLICATION_REQUEST =
            COMMON.as("").with(2, "Options").with(3, TICKET).with(4, ENCRYPTED.as("Authenticator"));
    private static final Asn PRE_AUTHENTICATION = Asn.of("Pre-authentication")
            .with(1, Asn.of("Type", KerberosNames.PRE_AUTHENTICATIONS))
            .with(2, Asn.of("Value").wrapping(APPLICATION_REQUEST.as("AP-REQ")));
    private static final Asn BODY = Asn.of("Request body")
            .with(0, "Options")
            .with(1, PRINCIPAL.as("Client name"))
            .with(2, "Realm")
            .with(3, PRINCIPAL.as("Service name"))
            .with(4, "From")
            .with(5, "Till")
            .with(6, "Renewable till")
            .with(7, "Nonce")
            .with(8, Asn.of("Encryption types", KerberosNames.ENCRYPTIONS))
            .with(9, "Addresses")
            .with(10, ENCRYPTED.as("Encrypted authorization data"))
            .with(11, "Additional tickets");

    private static final Asn REQUEST = Asn.of("")
            .with(1, "Protocol version")
            .with(2, Asn.of("Message type", KerberosNames.MESSAGES))
            .with(3, PRE_AUTHENTICATION)
            .with(4, BODY);
    private static final Asn REPLY = COMMON.as("")
            .with(2, PRE_AUTHENTICATION)
            .with(3, "Client realm")
            .with(4, PRINCIPAL.as("Client name"))
            .with(5, TICKET)
            .with(6, ENCRYPTED.as("Encrypted part"));
    private static final Asn APPLICATION_REPLY = COMMON.as("").with(2, ENCRYPTED.as("Encrypted part"));
    private static final Asn PRIVATE = COMMON.as("").with(3, ENCRYPTED.as("Encrypted part"));
    private static final Asn ERROR = COMMON.as("")
            .with(2, "Client time")
            .with(3, "Client microseconds")
            .with(4, "Server time")
            .with(5, "Server microseconds")
            .with(6, Asn.of("Error code", KerberosNames.ERRORS))
            .with(7, "Client realm")
            .with(8, PRINCIPAL.as("Client name"))
            .with(9, "Realm")
            .with(10, PRINCIPAL.as("Service name"))
            .with(11, "Error text")
            .with(12, "Error data");

    /** By the number of the application tag, which is the message type as well. */
    private static final Map<Integer, Asn> MESSAGES = Map.of(
            10, REQUEST,
            11, REPLY,
            12, REQUEST,
            13, REPLY,
            14, APPLICATION_REQUEST,
            15, APPLICATION_REPLY,
            20, COMMON,
            21, PRIVATE,
            22, COMMON,
            30, ERROR);

    /** A record mark, a tag and the longest form of a length. */
    private static final int LONGEST_BEGINNING = 4 + 1 + 5;

    private Kerberos() {}

    static void udp(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Kerberos", from, to);
        int tag = (int) layer.peek(1);
        Asn message = MESSAGES.get(tag & 0x1f);
        if ((tag & 0xe0) != 0x60 || message == null) {
            layer.data("Data", layer.rest());
            layer.value("no message begins here");
            return;
        }
        layer.value(KerberosNames.MESSAGES.get(tag & 0x1f));
        Der.into(layer, message);
    }

    /** Over TCP, with its length in front (RFC 4120 section 7.2.2). */
    static void tcp(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Kerberos over TCP", from, to);
        int tag = (int) layer.peek(4, 1);
        boolean known = (tag & 0xe0) == 0x60 && MESSAGES.containsKey(tag & 0x1f);
        // The length of the message stands in front of it and once more in its first bytes.
        if (layer.has(LONGEST_BEGINNING) && (!known || Der.size(layer, 4) != layer.peek(4))) {
            layer.value("goes on from an earlier segment");
            layer.data("Continuation", layer.rest());
            return;
        }
        int length = (int) Math.min(layer.number("Length", 4, "byte"), Dissection.FAR / 2);
        if (!layer.ok()) {
            return;
        }
        int at = layer.at();
        if (length <= layer.left()) {
            packet.next(Kerberos::udp, at, at + length);
            if (at + length < to) {
                packet.next(Kerberos::tcp, at + length, to);
            }
        } else {
            layer.remark("goes on in the next segment");
            packet.part(layer, at, to, "in this segment", Kerberos::udp);
        }
    }
}
