package org.ipsecworkbench.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.diagnosis.read.AddressReader;
import org.ipsecworkbench.diagnosis.read.AssociationReader;
import org.ipsecworkbench.diagnosis.read.NegotiationReader;
import org.ipsecworkbench.diagnosis.read.ServiceReader;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.policy.Treatment;

/**
 * What the answers of one host say: models, each made from the answers alone. Immutable.
 *
 * @param evidence the answers
 * @param platform which Windows it is
 * @param addresses in canonical text, IPv4 before IPv6, each in the order of its interfaces
 * @param services those that checks ask for, by their short names
 * @param policy what is in force, of both generations
 * @param localRules connection security rules that the host itself holds, in force or not
 * @param storedPolicies policies of the Policy Agent that the host itself holds, assigned or not
 * @param associations quick mode SAs that it lists
 * @param negotiations that its events tell of
 * @param certificates those of its stores, and how it acts on revocation
 */
public record HostFacts(
        HostEvidence evidence,
        Platform platform,
        List<String> addresses,
        Map<String, ServiceState> services,
        Parsed<HostPolicy> policy,
        Parsed<HostPolicy> localRules,
        Parsed<HostPolicy> storedPolicies,
        List<Association> associations,
        List<SeenNegotiation> negotiations,
        HostCertificates certificates) {
    /** The services that IPsec and what it rests on need. */
    public static final List<String> SERVICES =
            List.of("PolicyAgent", "IKEEXT", "BFE", "MpsSvc", "Netlogon", "W32Time");

    private static final List<Need> IN_FORCE = List.of(
            Commands.RULES_IN_FORCE,
            Commands.CURRENT_PROFILE,
            Commands.STORED_POLICIES,
            Commands.ASSIGNED_BY_DOMAIN,
            Commands.POLICY_IN_FORCE);

    /** Copies the collections. */
    public HostFacts {
        addresses = List.copyOf(addresses);
        services = Map.copyOf(services);
        associations = List.copyOf(associations);
        negotiations = List.copyOf(negotiations);
    }

    /**
     * Reads the answers of a host.
     *
     * @param digests the same for all hosts whose pre-shared keys are to be compared
     */
    public static HostFacts of(HostEvidence evidence, KeyDigests digests) {
        Map<String, ServiceState> services = new LinkedHashMap<>();
        for (String name : SERVICES) {
            ServiceReader.read(evidence, name).ifPresent(service -> services.put(name, service));
        }
        Platform platform = evidence.answer(Commands.VERSION)
                .map(answer -> Platform.of(answer.outputText()))
                .orElse(Platform.UNKNOWN);
        List<String> addresses = AddressReader.read(evidence);
        return new HostFacts(
                evidence,
                platform,
                addresses,
                services,
                policy(evidence, IN_FORCE, digests),
                policy(evidence, List.of(Commands.LOCAL_RULES), digests),
                policy(evidence, List.of(Commands.STORED_POLICIES), digests),
                AssociationReader.read(evidence),
                NegotiationReader.read(evidence, addresses),
                certificates(evidence));
    }

    private static Parsed<HostPolicy> policy(HostEvidence evidence, List<Need> needs, KeyDigests digests) {
        List<Policies.Document> documents = new ArrayList<>();
        for (Need need : needs) {
            evidence.answer(need)
                    .filter(answer -> answer.ending().exitCode().orElse(1) == 0)
                    .ifPresent(answer ->
                            documents.add(new Policies.Document(need.line(), text(need, answer.outputText()))));
        }
        return Policies.parse(evidence.name(), documents, PolicyLimits.DEFAULT, digests);
    }

    /** The stores, and the listing that holds {@code strongcrlcheck}; where none does, the registry. */
    static HostCertificates certificates(HostEvidence evidence) {
        List<CertificateSources.Document> documents = new ArrayList<>();
        Stream.concat(Commands.CERTIFICATE_STORES.stream(), Stream.of(Commands.CERTIFICATES))
                .forEach(need -> evidence.answer(need)
                        .ifPresent(answer -> documents.add(
                                new CertificateSources.Document(need.shown(), text(need, answer.outputText())))));
        evidence.answer(Commands.CHAIN_EVENTS)
                .filter(answer -> answer.ending().exitCode().orElse(1) == 0
                        && !answer.outputText().isBlank())
                .ifPresent(answer -> documents.add(new CertificateSources.Document(
                        Commands.CHAIN_EVENTS.shown(), answer.outputText().getBytes(StandardCharsets.UTF_8))));
        StrongCrlCheck strictness = Stream.concat(
                        Stream.of(Commands.RULES_IN_FORCE, Commands.POLICY_IN_FORCE),
                        Commands.STRONG_CRL_CHECK.stream())
                .flatMap(need -> evidence.answer(need).stream())
                .map(answer -> StrongCrlCheck.read(answer.outputText()))
                .filter(found -> found != StrongCrlCheck.UNKNOWN)
                .findFirst()
                .orElse(StrongCrlCheck.UNKNOWN);
        return CertificateSources.parse(
                        evidence.name(), documents, CertificateLimits.DEFAULT, CertificateSources.Passwords.NONE)
                .with(strictness);
    }

    /** An answer below its command line, from which the engine sees what kind of listing it is. */
    private static byte[] text(Need need, String output) {
        return (need.line() + "\n" + output).getBytes(StandardCharsets.UTF_8);
    }

    /** The name of the host. */
    public String name() {
        return evidence.name();
    }

    /** The address by which pairs are looked at; empty where none was read. */
    public Optional<String> address() {
        return addresses.stream().findFirst();
    }

    /**
     * Where something of the policy stands, as evidence.
     *
     * @param text what stands there, as the engine tells it: the line itself may hold a key
     */
    public Evidence at(Place place, String text) {
        int line = place.line() - 1;
        return new Evidence(name(), place.file(), line < 1 ? "" : "line " + line, text);
    }

    /** The service of this name, where it was read. */
    public Optional<ServiceState> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    /** Whether any rule that negotiates, or answers negotiations, is in force. */
    public boolean needsIke() {
        HostPolicy model = policy.model();
        return model.rules().stream()
                .filter(model::isInForce)
                .anyMatch(rule -> rule.treatment().kind() == Treatment.Kind.NEGOTIATE
                        || rule.treatment().kind() == Treatment.Kind.RESPOND && platform.isLegacy());
    }

    /** Whether any listing of a policy was answered. */
    public boolean isPolicyRead() {
        return IN_FORCE.stream()
                .anyMatch(need -> evidence.answer(need)
                        .filter(answer -> answer.ending().exitCode().orElse(1) == 0)
                        .isPresent());
    }
}
