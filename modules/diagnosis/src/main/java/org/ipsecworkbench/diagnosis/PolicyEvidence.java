package org.ipsecworkbench.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;

/**
 * The policy of a host as evidence tells it, wherever that is from. Immutable.
 *
 * @param policy what was read; its name is that of the host
 * @param addresses IPv4 before IPv6, each in the order of its interfaces; none where they were not read
 * @param keys equal for policies whose pre-shared keys can be compared: what collected them made the digests with one salt
 */
public record PolicyEvidence(Parsed<HostPolicy> policy, List<String> addresses, String keys) {
    /** Keys as listings in files have them. */
    private static final String FILES = "files";

    /** Keys that this process redacted. */
    private static final String PROCESS = "process";

    private static final AddressRange BENCHMARKS = Objects.requireNonNull(AddressRange.parse("198.18.0.0/15"));
    private static final AddressRange BENCHMARKS_IPV6 = Objects.requireNonNull(AddressRange.parse("2001:2::/48"));
    private static final int IPV6_BITS = 128;
    private static final int BENCHMARK_HOSTS = (1 << 17) - 2;

    /** Copies the list. */
    public PolicyEvidence {
        addresses = List.copyOf(addresses);
    }

    /** Of listings in files. */
    public static PolicyEvidence ofFiles(Parsed<HostPolicy> policy) {
        return new PolicyEvidence(policy, List.of(), FILES);
    }

    /** Of what a host answered to this process. */
    public static PolicyEvidence of(HostEvidence answers, KeyDigests digests) {
        HostFacts facts = HostFacts.of(answers, digests);
        return new PolicyEvidence(facts.policy(), facts.addresses(), PROCESS);
    }

    /**
     * Of all hosts of a session of which a policy was read, and then of all listings in it that no host is said of. Reads files; not
     * for the event thread.
     *
     * @throws IOException where the session or evidence in it cannot be read, with a message for people
     */
    public static List<PolicyEvidence> ofSession(Path session, KeyDigests digests) throws IOException {
        try (SessionContents contents = SessionFile.open(session, SessionLimits.DEFAULT)) {
            List<PolicyEvidence> found = new ArrayList<>();
            for (HostEvidence host : SavedEvidence.read(contents)) {
                HostFacts facts = HostFacts.of(host, digests);
                if (facts.isPolicyRead()) {
                    found.add(new PolicyEvidence(facts.policy(), facts.addresses(), session.toString()));
                }
            }
            for (EvidenceItem item : contents.session().evidence(EvidenceKind.POLICY)) {
                try (InputStream in = contents.evidence(item).open()) {
                    Policies.Document document =
                            new Policies.Document(item.name(), in.readNBytes(PolicyLimits.DEFAULT.maxBytes() + 1));
                    String name = item.host().isEmpty() ? item.name() : item.host() + ": " + item.name();
                    found.add(ofFiles(Policies.parse(name, List.of(document), PolicyLimits.DEFAULT, digests)));
                }
            }
            return found;
        }
    }

    /** What to call it. */
    public String name() {
        return policy.model().name();
    }

    /**
     * Its policy, to be held against another one: without what tells its keys where those of both cannot be compared, so that no
     * difference is made up.
     */
    public HostPolicy against(PolicyEvidence other) {
        return keys.equals(other.keys) ? policy.model() : policy.model().withoutKeyDigests();
    }

    /** The same host at an address. */
    public PolicyEvidence at(AddressRange address) {
        return new PolicyEvidence(policy, List.of(address.text()), keys);
    }

    /** Whether a host has an address of IPv6 that was read. */
    public boolean hasIpv6() {
        return address(true).isPresent();
    }

    private Optional<AddressRange> address(boolean isIpv6) {
        return addresses.stream()
                .map(AddressRange::parse)
                .filter(Objects::nonNull)
                .filter(one -> isIpv6(one) == isIpv6)
                .findFirst();
    }

    private static boolean isIpv6(AddressRange address) {
        return address.bits() == IPV6_BITS;
    }

    /** Whether one has addresses of IPv4 alone, and another one of IPv6 alone, so that no flow is between all of them. */
    public static boolean areOfTwoFamilies(List<PolicyEvidence> policies) {
        return policies.stream().anyMatch(one -> one.isOnly(false))
                && policies.stream().anyMatch(one -> one.isOnly(true));
    }

    private boolean isOnly(boolean isIpv6) {
        return address(isIpv6).isPresent() && address(!isIpv6).isEmpty();
    }

    /** Whether a matrix of them is over IPv6 unless people choose: where one of them has no other address. */
    public static boolean areOfIpv6(List<PolicyEvidence> policies) {
        return policies.stream().anyMatch(one -> one.isOnly(true));
    }

    /**
     * Hosts for a matrix over IPv4 or IPv6. Those whose address was not read get one of the network for benchmarks (RFC 2544,
     * RFC 5180), which no filter of a real policy names; keys of hosts from several sources cannot be compared, and so are
     * taken for not read.
     */
    public static List<Host> hosts(List<PolicyEvidence> policies, boolean isIpv6) {
        boolean areComparable =
                policies.stream().map(PolicyEvidence::keys).distinct().count() < 2;
        AddressRange benchmarks = isIpv6 ? BENCHMARKS_IPV6 : BENCHMARKS;
        List<Host> hosts = new ArrayList<>();
        for (PolicyEvidence one : policies) {
            HostPolicy model = one.policy.model();
            AddressRange unnamed = unnamed(benchmarks, hosts.size());
            hosts.add(new Host(
                    areComparable ? model : model.withoutKeyDigests(),
                    one.address(isIpv6).orElse(unnamed)));
        }
        return hosts;
    }

    private static AddressRange unnamed(AddressRange benchmarks, int number) {
        BigInteger address = benchmarks.first().add(BigInteger.valueOf(number % BENCHMARK_HOSTS + 1L));
        return new AddressRange(benchmarks.bits(), address, address);
    }
}
