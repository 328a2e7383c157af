package org.ipsecworkbench.lab.model;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of two hosts to talk, worked out step by step from how they stand: who asks, who answers, main mode,
 * authentication, quick mode. That a failure after an answer blocks where old policies apply, and that requests of
 * connection security rules go on in clear, is from TechNet (Understanding Default IPSec Policies) and the documentation of
 * negotiation discovery.
 */
final class Negotiation {
    /** How far a failed negotiation came, as its initiator saw it. */
    enum Step {
        ANSWER,
        MAIN_MODE,
        AUTHENTICATION,
        QUICK_MODE,
        DONE
    }

    /** How it ended for both. */
    record End(Step step, IkeStatus initiator, IkeStatus responder) {
        static final End DONE = new End(Step.DONE, IkeStatus.SUCCESS, IkeStatus.SUCCESS);
    }

    private final WindowsHost from;
    private final WindowsHost to;
    private final Stance stanceFrom;
    private final Stance stanceTo;

    Negotiation(WindowsHost from, WindowsHost to) {
        this.from = from;
        this.to = to;
        this.stanceFrom = Stance.of(from, to.address());
        this.stanceTo = Stance.of(to, from.address());
    }

    Outcome outcome() {
        if (stanceFrom.blocks() || stanceTo.blocks()) {
            return new Outcome(Outcome.Kind.BLOCKED, IkeStatus.SUCCESS, null);
        }
        if (!stanceFrom.isInitiating() && !stanceTo.isInitiating()) {
            return Outcome.CLEAR;
        }
        End end = end();
        if (end.step() == Step.DONE) {
            return new Outcome(Outcome.Kind.PROTECTED, IkeStatus.SUCCESS, quickMode());
        }
        boolean fallsBack = ask().sendsClear()
                && answer().acceptsClear()
                && (end.step() == Step.ANSWER || !ask().isLegacy() && !answer().isLegacy());
        Outcome.Kind kind = fallsBack ? Outcome.Kind.CLEAR_BY_FALLBACK : Outcome.Kind.BLOCKED;
        return new Outcome(kind, end.initiator(), null);
    }

    /** Writes what this comes to into both hosts: associations, and events where they audit. */
    void record(SplittableRandom numbers) {
        if (stanceFrom.blocks() || stanceTo.blocks() || !stanceFrom.isInitiating() && !stanceTo.isInitiating()) {
            return;
        }
        new NegotiationRecord(this, initiator(), responder(), numbers).write(end());
    }

    private boolean asks() {
        return stanceFrom.isInitiating() && (stanceFrom.isAnswering() || !stanceTo.isInitiating());
    }

    WindowsHost initiator() {
        return asks() ? from : to;
    }

    WindowsHost responder() {
        return asks() ? to : from;
    }

    Stance ask() {
        return asks() ? stanceFrom : stanceTo;
    }

    Stance answer() {
        return asks() ? stanceTo : stanceFrom;
    }

    /** The first offer of the initiator's that the responder has too, or null. */
    @Nullable
    MainModeOffer mainMode() {
        return ask().mainMode().stream()
                .filter(answer().mainMode()::contains)
                .findFirst()
                .orElse(null);
    }

    /** The first method of the initiator's that the responder has too, or null. */
    @Nullable
    Authentication authentication() {
        for (Authentication mine : ask().authentication()) {
            for (Authentication its : answer().authentication()) {
                if (mine.kind() == its.kind() && isKnown(mine.kind())) {
                    return mine;
                }
            }
        }
        return null;
    }

    /** IKEv2 of Windows has no Kerberos (documentation of New-NetIPsecRule). */
    private boolean isKnown(Authentication.Kind kind) {
        return kind != Authentication.Kind.KERBEROS || !ask().modules().equals(List.of(KeyModule.IKEV2));
    }

    private @Nullable QuickModeOffer quickMode() {
        for (QuickModeOffer mine : ask().quickMode()) {
            for (QuickModeOffer its : answer().quickMode()) {
                if (mine.matches(its)) {
                    return mine;
                }
            }
        }
        return null;
    }

    QuickModeOffer agreed() {
        QuickModeOffer offer = quickMode();
        if (offer == null) {
            throw new IllegalStateException("asked for after quick mode failed");
        }
        return offer;
    }

    /** AuthIP where both have it and authenticate by Kerberos, IKEv2 where both ask for it (documentation of the modules). */
    KeyModule module() {
        Authentication method = authentication();
        List<KeyModule> common =
                ask().modules().stream().filter(answer().modules()::contains).toList();
        if (method != null && method.kind() == Authentication.Kind.KERBEROS && common.contains(KeyModule.AUTHIP)) {
            return KeyModule.AUTHIP;
        }
        return ask().modules().contains(KeyModule.IKEV1) ? KeyModule.IKEV1 : KeyModule.IKEV2;
    }

    private boolean haveNoModule() {
        return ask().modules().stream().noneMatch(answer().modules()::contains);
    }

    private End end() {
        if (!ask().isAnswering()
                || !answer().isAnswering()
                || initiator().blocksIke()
                || responder().blocksIke()) {
            return new End(Step.ANSWER, IkeStatus.TIMED_OUT, IkeStatus.SUCCESS);
        }
        if (haveNoModule()) {
            // Unverified: who has no rule for IKEv2 does not answer it.
            return new End(Step.MAIN_MODE, IkeStatus.TIMED_OUT, IkeStatus.NO_POLICY);
        }
        Authentication method = authentication();
        if (mainMode() == null || method == null) {
            return new End(Step.MAIN_MODE, IkeStatus.POLICY_MATCH, IkeStatus.POLICY_MATCH);
        }
        End authenticated = switch (method.kind()) {
            case KERBEROS -> kerberos();
            case PRESHARED_KEY -> presharedKey(method);
            case CERTIFICATE -> certificates(method);
        };
        if (authenticated.step() != Step.DONE) {
            return authenticated;
        }
        return quickMode() == null
                ? new End(Step.QUICK_MODE, IkeStatus.POLICY_MATCH, IkeStatus.POLICY_MATCH)
                : End.DONE;
    }

    private End kerberos() {
        for (WindowsHost host : List.of(initiator(), responder())) {
            if (!host.getsTickets()) {
                return host == initiator()
                        ? new End(Step.AUTHENTICATION, IkeStatus.KERBEROS_ERROR, IkeStatus.TIMED_OUT)
                        : new End(Step.AUTHENTICATION, IkeStatus.TIMED_OUT, IkeStatus.KERBEROS_ERROR);
            }
        }
        return End.DONE;
    }

    private End presharedKey(Authentication mine) {
        boolean isSame = answer().authentication().stream()
                .anyMatch(its -> its.kind() == mine.kind() && its.value().equals(mine.value()));
        return isSame ? End.DONE : new End(Step.AUTHENTICATION, IkeStatus.TIMED_OUT, IkeStatus.DECRYPT);
    }

    private End certificates(Authentication mine) {
        IkeStatus first = certificate(initiator(), mine.value());
        if (first != IkeStatus.SUCCESS) {
            return new End(Step.AUTHENTICATION, first, IkeStatus.TIMED_OUT);
        }
        IkeStatus second = certificate(responder(), mine.value());
        if (second != IkeStatus.SUCCESS) {
            return new End(Step.AUTHENTICATION, IkeStatus.NO_PEER_CERT, second);
        }
        if (!accepts(initiator(), responder())) {
            return new End(Step.AUTHENTICATION, IkeStatus.PEER_CRL_FAILED, IkeStatus.AUTH_FAIL);
        }
        if (!accepts(responder(), initiator())) {
            return new End(Step.AUTHENTICATION, IkeStatus.AUTH_FAIL, IkeStatus.PEER_CRL_FAILED);
        }
        return End.DONE;
    }

    /** Whether a host has a certificate that can be used for IKE, and what is wrong if not. */
    private static IkeStatus certificate(WindowsHost host, String authority) {
        IkeStatus status = IkeStatus.NO_CERT;
        for (StoredCertificate stored : host.certificates()) {
            if (stored.store().equals("My") && isFit(stored.certificate(), host, authority)) {
                if (stored.hasPrivateKey()) {
                    return IkeStatus.SUCCESS;
                }
                status = IkeStatus.NO_PRIVATE_KEY;
            }
        }
        return status;
    }

    /** Whether a certificate holds by the clock of a host, is of an authority, and may be used for IKE. */
    static boolean isFit(X509Certificate certificate, WindowsHost host, String authority) {
        try {
            certificate.checkValidity(Date.from(host.now()));
            List<String> purposes = certificate.getExtendedKeyUsage();
            return certificate.getIssuerX500Principal().getName().equalsIgnoreCase(authority)
                    && (purposes == null
                            || purposes.contains(CertificateAuthority.EKU_IKE)
                            || purposes.contains(CertificateAuthority.EKU_CLIENT)
                            || purposes.contains(CertificateAuthority.EKU_SERVER));
        } catch (CertificateException e) {
            return false;
        }
    }

    /**
     * Whether a host's setting for revocation lets the peer's certificate pass: 1 refuses revoked ones, 2 unknown too.
     */
    private static boolean accepts(WindowsHost host, WindowsHost peer) {
        int strictness = Integer.parseInt(host.setting("strongcrlcheck"));
        CertificateAuthority authority = host.network().domain().authority();
        if (strictness == 0) {
            return true;
        }
        if (!host.fetchesLists()) {
            return strictness < 2;
        }
        return peer.certificates().stream()
                .filter(stored -> stored.store().equals("My"))
                .noneMatch(stored -> authority.isRevoked(stored.certificate()));
    }
}
