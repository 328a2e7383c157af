package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Predictor;

/**
 * All hosts of a diagnosis and their pairs, as their answers say. Immutable.
 *
 * @param hosts in the order that was asked for
 * @param pairs every two hosts that have addresses of one family
 * @param captures of their traffic
 */
public record Scene(List<HostFacts> hosts, List<Pair> pairs, List<CaptureEvidence> captures) {
    /** Traffic that is looked at where nobody says which: SMB, as the article's test does. */
    private static final int SMB = 445;

    private static final int TCP = 6;

    /** Copies the lists. */
    public Scene {
        hosts = List.copyOf(hosts);
        pairs = List.copyOf(pairs);
        captures = List.copyOf(captures);
    }

    /** Reads all answers. Some milliseconds per host; not for the event thread. */
    public static Scene of(List<HostEvidence> evidence, List<CaptureEvidence> captures) {
        KeyDigests digests = KeyDigests.random();
        List<HostFacts> hosts =
                evidence.parallelStream().map(one -> HostFacts.of(one, digests)).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            for (int j = i + 1; j < hosts.size(); j++) {
                HostFacts one = hosts.get(i);
                HostFacts other = hosts.get(j);
                flow(one, other).ifPresent(flow -> pairs.add(pair(one, other, flow)));
            }
        }
        return new Scene(hosts, pairs, captures);
    }

    /** The pairs that a host is part of. */
    public List<Pair> pairsOf(HostFacts host) {
        return pairs.stream()
                .filter(pair -> pair.one().equals(host) || pair.other().equals(host))
                .toList();
    }

    /** What is found of each host, in their order. */
    public List<Finding> ofHosts(Function<HostFacts, List<Finding>> examine) {
        return hosts.stream().flatMap(host -> examine.apply(host).stream()).toList();
    }

    /** What is found of each pair, in their order. */
    public List<Finding> ofPairs(Function<Pair, List<Finding>> examine) {
        return pairs.stream().flatMap(pair -> examine.apply(pair).stream()).toList();
    }

    private static Pair pair(HostFacts one, HostFacts other, Flow flow) {
        return new Pair(
                one,
                other,
                Predictor.predict(one.policy().model(), other.policy().model(), flow));
    }

    /** Between the first addresses of one family that both have. */
    private static Optional<Flow> flow(HostFacts one, HostFacts other) {
        for (AddressRange from : ranges(one)) {
            for (AddressRange to : ranges(other)) {
                if (from.bits() == to.bits()) {
                    return Optional.of(new Flow(from, to, TCP, -1, SMB));
                }
            }
        }
        return Optional.empty();
    }

    private static List<AddressRange> ranges(HostFacts host) {
        return host.addresses().stream()
                .map(AddressRange::parse)
                .filter(Objects::nonNull)
                .toList();
    }
}
