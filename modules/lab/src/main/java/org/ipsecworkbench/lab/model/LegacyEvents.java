package org.ipsecworkbench.lab.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The values of the audit events of Windows Server 2003, in the order in which they are put into the texts of 541 and 547
 * (msaudite.dll); values are themselves lines with labels (oakley.dll). No such event was at hand: format unverified.
 */
final class LegacyEvents {
    private static final String MAIN_MODE = "Key Exchange Mode (Main Mode)\r\n";
    private static final String QUICK_MODE = "Data Protection Mode (Quick Mode)\r\n";
    private static final String EOL = "\r\n";

    private LegacyEvents() {}

    static Map<String, String> mainMode(
            Negotiation negotiation, WindowsHost host, WindowsHost peer, MainModeOffer offer) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Mode", MAIN_MODE);
        data.put("Peer Identity", identity(negotiation, peer));
        data.put("Filter", filter(host, peer));
        data.put(
                "Parameters",
                "ESP Algorithm " + algorithm(offer.cipher()) + EOL + "HMAC Algorithm "
                        + (offer.integrity() == Integrity.MD5 ? "MD5" : "SHA") + EOL + "Lifetime (sec) 28800" + EOL
                        + "MM delta time (sec) 1" + EOL);
        return data;
    }

    static Map<String, String> quickMode(Negotiation negotiation, WindowsHost host, WindowsHost peer, QuickModeSa sa) {
        QuickModeOffer offer = sa.offer();
        String integrity = offer.integrity() == Integrity.MD5 ? "MD5" : "SHA";
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Mode", QUICK_MODE);
        data.put("Peer Identity", identity(negotiation, peer));
        data.put("Filter", filter(host, peer));
        data.put(
                "Parameters",
                "ESP Algorithm " + algorithm(offer.cipher()) + EOL
                        + "HMAC Algorithm " + (offer.isAh() ? "None" : integrity) + EOL
                        + "AH Algorithm " + (offer.isAh() ? integrity : "None") + EOL
                        + "Encapsulation Transport Mode" + EOL
                        + "InboundSpi " + Integer.toUnsignedString(sa.inboundSpi()) + EOL
                        + "OutBoundSpi " + Integer.toUnsignedString(sa.outboundSpi()) + EOL
                        + "Lifetime (sec) " + offer.seconds() + EOL
                        + "Lifetime (kb) " + offer.kilobytes() + EOL
                        + "QM delta time (sec) 0" + EOL + "Total delta time (sec) 1" + EOL);
        return data;
    }

    static Map<String, String> failed(
            Negotiation negotiation,
            WindowsHost host,
            WindowsHost peer,
            IkeStatus status,
            boolean isInitiator,
            boolean isMine) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Mode", MAIN_MODE);
        data.put("Filter", filter(host, peer));
        data.put("Peer Identity", identity(negotiation, peer));
        data.put("Failure Point", isMine ? "Me" + EOL : "Peer" + EOL);
        data.put("Failure Reason", status.text() + EOL);
        data.put(
                "Extra Status",
                (isInitiator ? "Sent first (SA) payload" : "Processed first (SA) payload") + EOL
                        + (isInitiator ? "Initiator" : "Responder") + ".  Delta Time 63" + EOL);
        return data;
    }

    private static String algorithm(Cipher cipher) {
        return switch (cipher) {
            case DES -> "DES CBC";
            case TRIPLE_DES -> "Triple DES CBC";
            default -> "None";
        };
    }

    private static String identity(Negotiation negotiation, WindowsHost peer) {
        Authentication method = negotiation.authentication();
        String address = "Peer IP Address: " + peer.address() + EOL;
        if (method == null) {
            return address;
        }
        return switch (method.kind()) {
            case KERBEROS ->
                "Kerberos based Identity: " + peer.name().toLowerCase(Locale.ROOT) + "$@"
                        + Domain.NAME.toUpperCase(Locale.ROOT) + EOL + address;
            case PRESHARED_KEY -> "Preshared key ID." + EOL + address;
            case CERTIFICATE -> "Certificate based Identity.  " + EOL + address;
        };
    }

    private static String filter(WindowsHost host, WindowsHost peer) {
        return "Source IP Address " + host.address() + EOL + "Source IP Address Mask 255.255.255.255" + EOL
                + "Destination IP Address " + peer.address() + EOL
                + "Destination IP Address Mask 255.255.255.255" + EOL + "Protocol 0" + EOL + "Source Port 0" + EOL
                + "Destination Port 0" + EOL + "IKE Local Addr " + host.address() + EOL
                + "IKE Peer Addr " + peer.address() + EOL + "IKE Source Port 500" + EOL
                + "IKE Destination Port 500" + EOL + "Peer Private Addr" + EOL;
    }
}
