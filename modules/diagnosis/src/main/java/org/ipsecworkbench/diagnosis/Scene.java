package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Predictor;

/**
 * All hosts of a diagnosis and their pairs, as their answers say. Immutable.
 *
 * @param hosts in the order that was asked for
 * @param pairs every two hosts whose addresses are known
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
                if (one.address().isPresent() && other.address().isPresent()) {
                    pairs.add(pair(one, other));
                }
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

    private static Pair pair(HostFacts one, HostFacts other) {
        Flow flow = new Flow(range(one), range(other), TCP, -1, SMB);
        return new Pair(
                one,
                other,
                Predictor.predict(one.policy().model(), other.policy().model(), flow));
    }

    private static AddressRange range(HostFacts host) {
        return Objects.requireNonNull(AddressRange.parse(host.address().orElseThrow()));
    }
}
