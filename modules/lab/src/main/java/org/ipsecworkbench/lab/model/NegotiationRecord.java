package org.ipsecworkbench.lab.model;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes the traces that a negotiation leaves in its two hosts. The names and order of values are those of the manifest of
 * Microsoft-Windows-Security-Auditing; which event comes when is from the documentation of IPsec auditing.
 */
final class NegotiationRecord {
    private static final String NO_COOKIE = "0".repeat(16);
    private static final String ANY_PORT = "0";
    private static final String LOCAL = "%%8199";
    private static final String REMOTE = "%%8200";
    private static final String UNKNOWN_METHOD = "%%8194";

    private final Negotiation negotiation;
    private final WindowsHost initiator;
    private final WindowsHost responder;
    private final SplittableRandom numbers;
    private final String initiatorCookie;
    private final String responderCookie;

    NegotiationRecord(Negotiation negotiation, WindowsHost initiator, WindowsHost responder, SplittableRandom numbers) {
        this.negotiation = negotiation;
        this.initiator = initiator;
        this.responder = responder;
        this.numbers = numbers;
        this.initiatorCookie = HexFormat.of().toHexDigits(numbers.nextLong());
        this.responderCookie = HexFormat.of().toHexDigits(numbers.nextLong());
    }

    void write(Negotiation.End end) {
        switch (end.step()) {
            case ANSWER -> unanswered(end);
            case MAIN_MODE, AUTHENTICATION -> {
                mainModeFailed(initiator, responder, end.initiator(), end, true);
                mainModeFailed(responder, initiator, end.responder(), end, false);
            }
            case QUICK_MODE -> {
                long mine = mainMode(initiator, responder, true);
                long its = mainMode(responder, initiator, false);
                quickModeFailed(initiator, responder, end.initiator(), true, mine);
                quickModeFailed(responder, initiator, end.responder(), false, its);
            }
            case DONE -> {
                int in = numbers.nextInt();
                int out = numbers.nextInt();
                quickMode(initiator, responder, true, mainMode(initiator, responder, true), in, out);
                quickMode(responder, initiator, false, mainMode(responder, initiator, false), out, in);
            }
        }
    }

    private void unanswered(Negotiation.End end) {
        if (initiator.keys()) {
            mainModeFailed(initiator, responder, end.initiator(), end, true);
        } else if (initiator.isAudited()) {
            initiator.security().add(initiator.now(), 5453, false, Map.of());
        }
    }

    private void mainModeFailed(
            WindowsHost host, WindowsHost peer, IkeStatus status, Negotiation.End end, boolean isInitiator) {
        Oakley.failed(host, peer, status, cookies(end), isInitiator);
        boolean isMine = status != IkeStatus.NO_PEER_CERT && status != IkeStatus.TIMED_OUT;
        NetEvent.Step step = switch (end.step()) {
            case ANSWER -> NetEvent.Step.FIRST_MESSAGE;
            case MAIN_MODE -> NetEvent.Step.OFFERS;
            default -> NetEvent.Step.AUTHENTICATION;
        };
        keep(host, peer, status, isMine || status == IkeStatus.TIMED_OUT, step, isInitiator);
        if (!host.isAudited()) {
            return;
        }
        if (host.version().isLegacy()) {
            legacyFailed(host, peer, status, end, isInitiator, isMine);
            return;
        }
        Authentication method = negotiation.authentication();
        boolean isCertified = method != null
                && method.kind() == Authentication.Kind.CERTIFICATE
                && end.step() == Negotiation.Step.AUTHENTICATION;
        Map<String, String> data = new LinkedHashMap<>();
        principals(data, host, peer, isCertified);
        addresses(data, host, peer);
        data.put("KeyModName", negotiation.module().event());
        data.put("FailurePoint", isMine || status == IkeStatus.TIMED_OUT ? LOCAL : REMOTE);
        data.put("FailureReason", status.text());
        data.put(
                "MMAuthMethod",
                method == null || end.step() != Negotiation.Step.AUTHENTICATION
                        ? UNKNOWN_METHOD
                        : method.kind().event());
        data.put("State", state(end.step(), isInitiator));
        data.put("Role", isInitiator ? "%%8205" : "%%8206");
        data.put("MMImpersonationState", "%%8217");
        data.put("MMFilterID", filter(host));
        data.put("InitiatorCookie", initiatorCookie);
        data.put("ResponderCookie", end.step() == Negotiation.Step.ANSWER ? NO_COOKIE : responderCookie);
        host.security().add(host.now(), isCertified ? 4652 : 4653, false, data);
    }

    /** What is wrong with the peer has an event of its own before the one that tells the end (domain documentation of 541-547). */
    private void legacyFailed(
            WindowsHost host,
            WindowsHost peer,
            IkeStatus status,
            Negotiation.End end,
            boolean isInitiator,
            boolean isMine) {
        EventLog log = host.security();
        if (status == IkeStatus.PEER_CRL_FAILED || status == IkeStatus.NO_PEER_CERT) {
            log.add(host.now(), 544, false, LegacyEvents.unproven(negotiation, host, peer));
        } else if (status == IkeStatus.DECRYPT || status == IkeStatus.KERBEROS_ERROR) {
            log.add(host.now(), 545, false, LegacyEvents.unproven(negotiation, host, peer));
        } else if (end.step() == Negotiation.Step.MAIN_MODE && !isInitiator && negotiation.mainMode() == null) {
            MainModeOffer mine = negotiation.answer().mainMode().get(0);
            MainModeOffer its = negotiation.ask().mainMode().get(0);
            log.add(host.now(), 546, false, LegacyEvents.proposal(host, peer, mine, its));
        }
        log.add(host.now(), 547, false, LegacyEvents.failed(negotiation, host, peer, status, isInitiator, isMine));
        if (isInitiator && negotiation.outcome().kind() == Outcome.Kind.CLEAR_BY_FALLBACK) {
            log.add(host.now(), 541, true, LegacyEvents.soft(negotiation, host, peer));
        }
    }

    private void keep(
            WindowsHost host,
            WindowsHost peer,
            IkeStatus status,
            boolean isMine,
            NetEvent.Step step,
            boolean isInitiator) {
        Authentication method = negotiation.authentication();
        host.add(new NetEvent(
                host.now(),
                peer.address(),
                status,
                isMine,
                step,
                isInitiator,
                method == null ? Authentication.Kind.KERBEROS : method.kind(),
                negotiation.module()));
    }

    private String cookies(Negotiation.End end) {
        return initiatorCookie + "/" + (end.step() == Negotiation.Step.ANSWER ? NO_COOKIE : responderCookie);
    }

    /** Sent the first, second or third payload; a responder that found no offer has not sent any. */
    private static String state(Negotiation.Step step, boolean isInitiator) {
        return switch (step) {
            case ANSWER -> "%%8202";
            case MAIN_MODE -> isInitiator ? "%%8202" : "%%8201";
            default -> isInitiator ? "%%8204" : "%%8203";
        };
    }

    private long mainMode(WindowsHost host, WindowsHost peer, boolean isInitiator) {
        MainModeOffer offer = negotiation.mainMode();
        Authentication method = negotiation.authentication();
        if (offer == null || method == null) {
            throw new IllegalStateException("main mode did not end well");
        }
        long number = host.security().next();
        host.mainMode()
                .add(new MainModeSa(
                        number,
                        host.address(),
                        peer.address(),
                        identity(host, method),
                        identity(peer, method),
                        method.kind(),
                        offer,
                        initiatorCookie,
                        responderCookie,
                        negotiation.module(),
                        isInitiator,
                        host.now()));
        Oakley.established(host, peer, initiatorCookie + "/" + responderCookie, isInitiator);
        if (!host.isAudited()) {
            return number;
        }
        if (host.version().isLegacy()) {
            host.security().add(host.now(), 541, true, LegacyEvents.mainMode(negotiation, host, peer, offer));
            return number;
        }
        boolean isCertified = method.kind() == Authentication.Kind.CERTIFICATE;
        Map<String, String> data = new LinkedHashMap<>();
        principals(data, host, peer, isCertified);
        addresses(data, host, peer);
        data.put("KeyModName", negotiation.module().event());
        data.put("MMAuthMethod", method.kind().event());
        data.put("MMCipherAlg", offer.cipher().mainMode());
        data.put("MMIntegrityAlg", offer.integrity().mainMode());
        data.put("DHGroup", offer.group().event());
        data.put("MMLifetime", "480");
        data.put("QMLimit", "0");
        data.put("Role", isInitiator ? "%%8205" : "%%8206");
        data.put("MMImpersonationState", "%%8217");
        data.put("MMFilterID", filter(host));
        data.put("MMSAID", Long.toString(number));
        host.security().add(host.now(), isCertified ? 4651 : 4650, true, data);
        return number;
    }

    private void quickMode(
            WindowsHost host, WindowsHost peer, boolean isInitiator, long mainMode, int inbound, int outbound) {
        QuickModeOffer offer = negotiation.agreed();
        long number = host.security().next();
        QuickModeSa sa =
                new QuickModeSa(number, mainMode, host.address(), peer.address(), offer, inbound, outbound, host.now());
        host.quickMode().add(sa);
        if (!host.isAudited()) {
            return;
        }
        if (host.version().isLegacy()) {
            host.security().add(host.now(), 541, true, LegacyEvents.quickMode(negotiation, host, peer, sa));
            return;
        }
        Map<String, String> data = new LinkedHashMap<>();
        data.put("LocalAddress", host.address());
        data.put("LocalAddressMask", mask(host.address()));
        data.put("LocalPort", ANY_PORT);
        data.put("LocalTunnelEndpoint", "-");
        data.put("RemoteAddress", peer.address());
        data.put("RemoteAddressMask", mask(peer.address()));
        data.put("RemotePort", ANY_PORT);
        data.put("PeerPrivateAddress", "-");
        data.put("RemoteTunnelEndpoint", "-");
        data.put("IpProtocol", "0");
        data.put("KeyingModuleName", negotiation.module().event());
        data.put("AhAuthType", offer.isAh() ? offer.integrity().quickMode() : "-");
        data.put("EspAuthType", offer.isAh() ? "-" : offer.integrity().quickMode());
        data.put("CipherType", offer.cipher().quickMode());
        data.put("LifetimeSeconds", Integer.toString(offer.seconds()));
        data.put("LifetimeKilobytes", Integer.toString(offer.kilobytes()));
        data.put("LifetimePackets", "0");
        data.put("Mode", "%%16403");
        data.put("Role", isInitiator ? "%%16406" : "%%16405");
        data.put("TransportFilterId", filter(host));
        data.put("MainModeSaId", Long.toString(mainMode));
        data.put("QuickModeSaId", Long.toString(number));
        data.put("InboundSpi", Integer.toUnsignedString(inbound));
        data.put("OutboundSpi", Integer.toUnsignedString(outbound));
        data.put("TunnelId", "0");
        data.put("TrafficSelectorId", "0");
        host.security().add(host.now(), 5451, true, data);
    }

    private void quickModeFailed(
            WindowsHost host, WindowsHost peer, IkeStatus status, boolean isInitiator, long mainMode) {
        Oakley.failed(host, peer, status, initiatorCookie + "/" + responderCookie, isInitiator);
        keep(host, peer, status, !isInitiator, NetEvent.Step.QUICK_MODE, isInitiator);
        if (!host.isAudited()) {
            return;
        }
        if (host.version().isLegacy()) {
            host.security()
                    .add(
                            host.now(),
                            547,
                            false,
                            LegacyEvents.failed(negotiation, host, peer, status, isInitiator, true));
            return;
        }
        Map<String, String> data = new LinkedHashMap<>();
        data.put("LocalAddress", host.address());
        data.put("LocalAddressMask", mask(host.address()));
        data.put("LocalPort", ANY_PORT);
        data.put("LocalTunnelEndpoint", "-");
        data.put("RemoteAddress", peer.address());
        data.put("RemoteAddressMask", mask(peer.address()));
        data.put("RemotePort", ANY_PORT);
        data.put("RemoteTunnelEndpoint", "-");
        data.put("Protocol", "0");
        data.put("RemotePrivateAddress", "-");
        data.put("KeyModName", negotiation.module().event());
        data.put("FailurePoint", isInitiator ? REMOTE : LOCAL);
        data.put("FailureReason", status.text());
        data.put("Mode", "%%8212");
        data.put("State", isInitiator ? "%%8208" : "%%8207");
        data.put("Role", isInitiator ? "%%8205" : "%%8206");
        data.put("MessageID", "1");
        data.put("QMFilterID", filter(host));
        data.put("MMSAID", Long.toString(mainMode));
        data.put("TunnelId", "0");
        data.put("TrafficSelectorId", "0");
        host.security().add(host.now(), 4654, false, data);
    }

    static String identity(WindowsHost host, Authentication method) {
        return switch (method.kind()) {
            case KERBEROS -> Domain.NETBIOS + "\\" + host.name() + "$";
            case CERTIFICATE -> "CN=" + host.qualifiedName();
            case PRESHARED_KEY -> "-";
        };
    }

    private void principals(Map<String, String> data, WindowsHost host, WindowsHost peer, boolean isCertified) {
        Authentication method = negotiation.authentication();
        if (!isCertified) {
            data.put("LocalMMPrincipalName", method == null ? "-" : identity(host, method));
            data.put("RemoteMMPrincipalName", method == null ? "-" : identity(peer, method));
            return;
        }
        for (String side : new String[] {"Local", "Remote"}) {
            WindowsHost of = side.equals("Local") ? host : peer;
            StoredCertificate own = of.certificates().stream()
                    .filter(stored -> stored.store().equals("My"))
                    .findFirst()
                    .orElse(null);
            data.put(side + "MMPrincipalName", own == null ? "-" : "CN=" + of.qualifiedName());
            data.put(side + "MMCertHash", own == null ? "-" : Thumbprint.of(own.certificate()));
            data.put(
                    side + "MMIssuingCA",
                    own == null
                            ? "-"
                            : own.certificate().getIssuerX500Principal().getName());
            data.put(
                    side + "MMRootCA",
                    own == null
                            ? "-"
                            : own.certificate().getIssuerX500Principal().getName());
        }
    }

    /** The mask of a single address; that of IPv6 is unverified. */
    static String mask(String address) {
        return Endpoint.isSix(address) ? "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" : "255.255.255.255";
    }

    private static void addresses(Map<String, String> data, WindowsHost host, WindowsHost peer) {
        data.put("LocalAddress", host.address());
        data.put("LocalKeyModPort", "500");
        data.put("RemoteAddress", peer.address());
        data.put("RemoteKeyModPort", "500");
    }

    /** A number as long as those that Windows gives, the same as long as the host has the same rules. */
    private static String filter(WindowsHost host) {
        return Integer.toString(0x1_0000 + host.activeRules().hashCode() % 0x7fff);
    }
}
