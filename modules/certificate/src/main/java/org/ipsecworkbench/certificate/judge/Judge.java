package org.ipsecworkbench.certificate.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificateFacts.PublicKeyFacts;
import org.ipsecworkbench.certificate.CertificatePath;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.path.Material;
import org.ipsecworkbench.certificate.path.PathFinder;
import org.jspecify.annotations.Nullable;

/** Judges certificates of one host by every rule. */
public final class Judge {
    /** Purposes that IKE of Windows takes (RFC 4945 section 5.1.3.12): IKE intermediate, client, server, any. */
    static final Set<String> PURPOSES =
            Set.of("1.3.6.1.5.5.8.2.2", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    /** Windows refuses shorter keys of RSA (KB 2661254). */
    private static final int MIN_RSA = 1024;

    /** What is recommended today for RSA (NIST SP 800-131A). */
    private static final int GOOD_RSA = 2048;

    private final Circumstances circumstances;
    private final Requirement requirement;
    private final Instant now;
    private final PathFinder paths;
    private final ChainRules chains;
    private final RevocationRule revocation;
    private final @Nullable PeerTrust peerTrust;

    /** For certificates of one host. Then for any thread. */
    public Judge(HostCertificates host, Circumstances circumstances) {
        this.circumstances = circumstances;
        this.requirement = circumstances.requirement();
        this.now = circumstances.now();
        this.paths = new PathFinder(Material.of(host), now);
        Reports reports = new Reports(host);
        this.chains = new ChainRules(reports, circumstances);
        HostCertificates peer = circumstances.peer();
        this.peerTrust = peer == null ? null : new PeerTrust(reports, peer, now);
        this.revocation = new RevocationRule(host, reports, circumstances);
    }

    /** How fit a certificate is. */
    public Fitness judge(StoredCertificate certificate) {
        CertificatePath path = certificate
                .x509()
                .map(paths::find)
                .orElseGet(() -> new CertificatePath(
                        List.of(), CertificatePath.Outcome.UNKNOWN, "Only a listing of it is there."));
        List<Result> results = new ArrayList<>();
        results.add(store(certificate));
        if (!requirement.authority().isEmpty()) {
            results.add(chains.authority(certificate, path));
        }
        if (!requirement.thumbprint().isEmpty() || !requirement.purposes().isEmpty()) {
            results.add(selected(certificate.facts()));
        }
        results.add(purpose(certificate.facts()));
        results.add(keyUsage(certificate.facts()));
        results.add(algorithm(certificate.facts()));
        results.add(chains.chain(certificate, path));
        results.add(validity(certificate.facts()));
        results.add(key(certificate));
        results.add(identity(certificate.facts()));
        if (requirement.isMapped()) {
            results.add(mapping(certificate.facts()));
        }
        if (peerTrust != null) {
            results.add(peerTrust.judge(certificate, path));
        }
        results.add(revocation.judge(certificate, path));
        return new Fitness(certificate, results, path);
    }

    private static Result met(FitnessRule rule, String why) {
        return new Result(rule, Standing.MET, why);
    }

    private static Result broken(FitnessRule rule, String why) {
        return new Result(rule, Standing.BROKEN, why);
    }

    private static Result store(StoredCertificate certificate) {
        if (!certificate.store().location().counts()) {
            return broken(FitnessRule.STORE, certificate.store().location().whyNot());
        }
        return certificate.store().isPersonal()
                ? met(FitnessRule.STORE, "It is in " + certificate.store().label() + ".")
                : broken(
                        FitnessRule.STORE,
                        "It is in the store " + certificate.store().name()
                                + ", which holds authorities; IKE picks from My.");
    }

    private Result selected(CertificateFacts facts) {
        if (!requirement.thumbprint().isEmpty()) {
            boolean isIt = requirement.thumbprint().equals(facts.thumbprint());
            if (!isIt) {
                return broken(FitnessRule.SELECTED, "The rule names another certificate by its thumbprint.");
            }
            Moment end = facts.notAfter();
            if (!requirement.followsRenewal() && end != null) {
                return new Result(
                        FitnessRule.SELECTED,
                        Standing.DOUBTFUL,
                        "The rule names it by its thumbprint and does not follow renewal: it will fail when the certificate is"
                                + " renewed, and at the latest when it ends (" + end.label() + ").");
            }
        }
        List<String> purposes = facts.purposes().orElse(List.of());
        List<String> missing = requirement.purposes().stream()
                .filter(purpose -> !purposes.contains(purpose))
                .toList();
        if (missing.isEmpty()) {
            return met(FitnessRule.SELECTED, "It is what the rule selects.");
        }
        return facts.purposes().isEmpty()
                ? new Result(FitnessRule.SELECTED, Standing.UNKNOWN, "Its purposes are not in the listing.")
                : broken(
                        FitnessRule.SELECTED,
                        "The rule asks for the purpose " + missing.get(0) + ", which it does not name.");
    }

    private static Result purpose(CertificateFacts facts) {
        if (facts.purposes().isEmpty()) {
            return new Result(FitnessRule.PURPOSE, Standing.UNKNOWN, "Its purposes are not in the listing.");
        }
        List<String> purposes = facts.purposes().get();
        if (purposes.isEmpty()) {
            return met(FitnessRule.PURPOSE, "It names no purpose, so it may be used for all.");
        }
        return purposes.stream().anyMatch(PURPOSES::contains)
                ? met(FitnessRule.PURPOSE, "It may be used for " + Purposes.words(purposes) + ".")
                : broken(FitnessRule.PURPOSE, "It may only be used for " + Purposes.words(purposes) + ".");
    }

    private static Result keyUsage(CertificateFacts facts) {
        return facts.allowsSignature()
                .map(allows -> allows
                        ? met(FitnessRule.KEY_USAGE, "It may sign.")
                        : broken(
                                FitnessRule.KEY_USAGE,
                                "Its key usage lacks digital signature, with which IKE proves its owner."))
                .orElseGet(() ->
                        new Result(FitnessRule.KEY_USAGE, Standing.UNKNOWN, "Its key usage is not in the listing."));
    }

    private Result algorithm(CertificateFacts facts) {
        PublicKeyFacts key = facts.key();
        String signature = facts.signature().toUpperCase(Locale.ROOT);
        if (key.algorithm().isEmpty()) {
            return new Result(FitnessRule.ALGORITHM, Standing.UNKNOWN, "Its key is not in the listing.");
        }
        String wanted = requirement.signing().algorithm();
        boolean isKind = wanted.isEmpty()
                || key.algorithm().equals(wanted)
                        && (requirement.signing().bits() == 0
                                || key.bits() == requirement.signing().bits());
        if (!isKind) {
            return broken(
                    FitnessRule.ALGORITHM,
                    "Its key is " + key.label() + ", but the rule asks for " + requirement.signing() + ".");
        }
        if (key.algorithm().equals("RSA") && key.bits() > 0 && key.bits() < MIN_RSA) {
            return broken(FitnessRule.ALGORITHM, "Its key of " + key.bits() + " bits is shorter than Windows allows.");
        }
        if (signature.contains("MD5") || signature.contains("MD2")) {
            return broken(FitnessRule.ALGORITHM, "Its signature is " + facts.signature() + ", which Windows refuses.");
        }
        boolean isWeak =
                signature.contains("SHA1") || key.algorithm().equals("RSA") && key.bits() > 0 && key.bits() < GOOD_RSA;
        return isWeak
                ? new Result(
                        FitnessRule.ALGORITHM,
                        Standing.DOUBTFUL,
                        "Its key " + key.label() + " or its signature " + facts.signature()
                                + " is weaker than today's advice.")
                : met(FitnessRule.ALGORITHM, key.label() + ", " + facts.signature() + ".");
    }

    private Result validity(CertificateFacts facts) {
        Moment begin = facts.notBefore();
        Moment end = facts.notAfter();
        if (begin == null || end == null) {
            return new Result(FitnessRule.VALIDITY, Standing.UNKNOWN, "Its dates are not known.");
        }
        if (end.isBefore(now)) {
            return broken(FitnessRule.VALIDITY, "It has expired (" + end.label() + ").");
        }
        if (begin.isAfter(now)) {
            return broken(FitnessRule.VALIDITY, "It is not valid yet (from " + begin.label() + ").");
        }
        if (!end.isAfter(now) || begin.latest().isAfter(now)) {
            return new Result(
                    FitnessRule.VALIDITY,
                    Standing.UNKNOWN,
                    "The listing's dates leave open whether it is valid now; it ends " + end.label() + ".");
        }
        return end.isAfter(now.plus(circumstances.window()))
                ? met(FitnessRule.VALIDITY, "It is valid until " + end.label() + ".")
                : new Result(FitnessRule.VALIDITY, Standing.DOUBTFUL, "It expires soon (" + end.label() + ").");
    }

    private static Result key(StoredCertificate certificate) {
        return switch (certificate.key()) {
            case PRESENT -> met(FitnessRule.KEY, "Its private key is there.");
            case ABSENT -> broken(FitnessRule.KEY, "Its private key is not there.");
            case UNUSABLE -> broken(FitnessRule.KEY, "Its private key is named but cannot be opened.");
            case PROTECTED ->
                broken(
                        FitnessRule.KEY,
                        "Its private key asks somebody for consent; IKE, a service, has nobody to ask.");
            case UNKNOWN ->
                new Result(FitnessRule.KEY, Standing.UNKNOWN, "Whether its private key is there was not told.");
        };
    }

    private Result identity(CertificateFacts facts) {
        String identity = requirement.identity();
        if (!identity.isEmpty()) {
            boolean isNamed = DistinguishedNames.label(facts.subject()).equalsIgnoreCase(identity)
                    || DistinguishedNames.same(facts.subject(), identity)
                    || facts.names().stream()
                            .anyMatch(name ->
                                    name.substring(name.indexOf(':') + 1).equalsIgnoreCase(identity));
            return isNamed
                    ? met(FitnessRule.IDENTITY, "It names " + identity + ".")
                    : broken(FitnessRule.IDENTITY, "It does not name " + identity + ", which the rule asks for.");
        }
        return facts.subject().isBlank()
                ? new Result(
                        FitnessRule.IDENTITY,
                        Standing.DOUBTFUL,
                        "Its subject is empty. Windows sends it as its identity in IKEv1, which other systems refuse.")
                : met(FitnessRule.IDENTITY, "It names " + facts.label() + ".");
    }

    private static Result mapping(CertificateFacts facts) {
        boolean isNamed = facts.names().stream().anyMatch(name -> name.startsWith("DNS:") || name.startsWith("other:"));
        return isNamed
                ? new Result(
                        FitnessRule.MAPPING,
                        Standing.UNKNOWN,
                        "It has a name to map; whether the domain has an enabled account of that name was not asked.")
                : broken(
                        FitnessRule.MAPPING,
                        "It has neither a DNS name nor a principal name that could lead to an account.");
    }
}
