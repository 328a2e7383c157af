package org.ipsecworkbench.lab.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The values of the audit events of Windows Server 2003, in the order in which they are put into the texts of 541 to 547, 613
 * and 614 (msaudite.dll); values are themselves lines with labels (oakley.dll). No such event was at hand: format unverified.
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

    /** Of 541 for an association that protects nothing, by which traffic goes on in clear. */
    static Map<String, String> soft(Negotiation negotiation, WindowsHost host, WindowsHost peer) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Mode", QUICK_MODE);
        data.put("Peer Identity", identity(negotiation, peer));
        data.put("Filter", filter(host, peer));
        data.put(
                "Parameters",
                "ESP Algorithm None" + EOL + "HMAC Algorithm None" + EOL + "AH Algorithm None" + EOL
                        + "Encapsulation Transport Mode" + EOL + "InboundSpi 0" + EOL + "OutBoundSpi 0" + EOL
                        + "Lifetime (sec) 3600" + EOL + "Lifetime (kb) 0" + EOL + "QM delta time (sec) 0" + EOL
                        + "Total delta time (sec) 4" + EOL);
        return data;
    }

    /** Of 542. */
    static Map<String, String> quickModeEnd(WindowsHost host, QuickModeSa sa) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Filter", filter(host.address(), sa.remote()));
        data.put("Inbound SPI", Integer.toUnsignedString(sa.inboundSpi()) + EOL);
        data.put("Outbound SPI", Integer.toUnsignedString(sa.outboundSpi()) + EOL);
        return data;
    }

    /** Of 543. */
    static Map<String, String> mainModeEnd(MainModeSa sa) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Filter", filter(sa.local(), sa.remote()));
        return data;
    }

    /** Of 544 and 545: the peer did not prove who it is. */
    static Map<String, String> unproven(Negotiation negotiation, WindowsHost host, WindowsHost peer) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Peer Identity", identity(negotiation, peer));
        data.put("Filter", filter(host, peer));
        return data;
    }

    /** Of 546: the value of the first offer of each side that is not the same. */
    static Map<String, String> proposal(WindowsHost host, WindowsHost peer, MainModeOffer mine, MainModeOffer its) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Mode", MAIN_MODE);
        data.put("Filter", filter(host, peer));
        boolean isGroup = mine.group() != its.group();
        boolean isCipher = mine.cipher() != its.cipher();
        data.put(
                "Attribute",
                (isGroup ? "Group Description" : isCipher ? "Encryption Algorithm" : "Hash Algorithm") + EOL);
        data.put(
                "Expected value",
                (isGroup
                                ? mine.group().label()
                                : isCipher
                                        ? mine.cipher().label()
                                        : mine.integrity().label())
                        + EOL);
        data.put(
                "Received value",
                (isGroup
                                ? its.group().label()
                                : isCipher
                                        ? its.cipher().label()
                                        : its.integrity().label())
                        + EOL);
        return data;
    }

    /** Of 613: the service runs, with policies from the domain or its own. */
    static Map<String, String> started(String policy, boolean isOfDomain) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("IPSec Services started", policy + EOL);
        data.put("Policy Source", (isOfDomain ? "Active Directory" : "Local Registry") + EOL);
        return data;
    }

    /** Of 614. */
    static Map<String, String> stopped() {
        return Map.of("IPSec Services disabled", "PolicyAgent" + EOL);
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
        return filter(host.address(), peer.address());
    }

    private static String filter(String mine, String its) {
        return "Source IP Address " + mine + EOL + "Source IP Address Mask 255.255.255.255" + EOL
                + "Destination IP Address " + its + EOL
                + "Destination IP Address Mask 255.255.255.255" + EOL + "Protocol 0" + EOL + "Source Port 0" + EOL
                + "Destination Port 0" + EOL + "IKE Local Addr " + mine + EOL
                + "IKE Peer Addr " + its + EOL + "IKE Source Port 500" + EOL
                + "IKE Destination Port 500" + EOL + "Peer Private Addr" + EOL;
    }
}
