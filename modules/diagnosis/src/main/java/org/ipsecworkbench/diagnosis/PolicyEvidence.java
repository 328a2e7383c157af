package org.ipsecworkbench.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * @param addresses IPv4, in the order of its interfaces; none where they were not read
 * @param keys equal for policies whose pre-shared keys can be compared: what collected them made the digests with one salt
 */
public record PolicyEvidence(Parsed<HostPolicy> policy, List<String> addresses, String keys) {
    /** Keys as listings in files have them. */
    private static final String FILES = "files";

    /** Keys that this process redacted. */
    private static final String PROCESS = "process";

    private static final AddressRange BENCHMARKS = Objects.requireNonNull(AddressRange.parse("198.18.0.0/15"));
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

    /**
     * Hosts for a matrix. Those whose address was not read get one of the network for benchmarks (RFC 2544), which no filter of a
     * real policy names; keys of hosts from several sources cannot be compared, and so are taken for not read.
     */
    public static List<Host> hosts(List<PolicyEvidence> policies) {
        boolean areComparable =
                policies.stream().map(PolicyEvidence::keys).distinct().count() < 2;
        List<Host> hosts = new ArrayList<>();
        for (PolicyEvidence one : policies) {
            HostPolicy model = one.policy.model();
            AddressRange own = one.addresses.isEmpty() ? null : AddressRange.parse(one.addresses.get(0));
            hosts.add(new Host(
                    areComparable ? model : model.withoutKeyDigests(), own == null ? unnamed(hosts.size()) : own));
        }
        return hosts;
    }

    private static AddressRange unnamed(int number) {
        BigInteger address = BENCHMARKS.first().add(BigInteger.valueOf(number % BENCHMARK_HOSTS + 1L));
        return new AddressRange(BENCHMARKS.bits(), address, address);
    }
}
