package org.ipsecworkbench.diagnosis.check.traffic;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.Association;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Platform;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.openide.util.lookup.ServiceProvider;

/** Whether traffic between two hosts is protected, by the SAs that they list and by captures. */
@ServiceProvider(service = Check.class, position = 100)
public final class TrafficCheck implements Check {
    @Override
    public String key() {
        return "traffic";
    }

    @Override
    public String question() {
        return "Is traffic between the hosts protected?";
    }

    @Override
    public String explanation() {
        return "A quick mode SA (security association) is what two hosts agreed on; packets between them then travel in it.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        return Needs.of(host, platform -> List.of(listing(platform)));
    }

    private static Need listing(Platform platform) {
        return platform.isLegacy() ? Commands.POLICY_IN_FORCE : Commands.QUICK_MODE_SAS;
    }

    @Override
    public List<Finding> examine(Scene scene) {
        return scene.ofPairs(pair -> {
            List<Finding> findings = new ArrayList<>(List.of(examine(pair)));
            findings.addAll(CapturedTraffic.examine(scene, pair));
            return findings;
        });
    }

    private static Finding examine(Pair pair) {
        List<Association> there = between(pair.one(), pair.other());
        List<Association> back = between(pair.other(), pair.one());
        List<Association> all = new ArrayList<>(there);
        all.addAll(back);
        List<Evidence> evidence = all.stream().map(Association::evidence).toList();
        if (all.isEmpty()) {
            return none(pair);
        }
        if (all.stream().noneMatch(Association::isEncrypted)) {
            return Finding.of(
                    "integrity-sas",
                    pair.names(),
                    Verdict.ATTENTION,
                    0.9,
                    "The SAs between " + pair.label() + " protect against change only: everyone can read the traffic",
                    evidence,
                    "An SA with a cipher.");
        }
        boolean onBoth = !there.isEmpty() && !back.isEmpty();
        return Finding.of(
                "protected",
                pair.names(),
                Verdict.OK,
                onBoth ? 0.9 : 0.75,
                "There are SAs with a cipher between " + pair.label() + (onBoth ? "" : ", listed by one of them"),
                evidence,
                "A capture in which traffic between them is not ESP.");
    }

    private static List<Association> between(HostFacts host, HostFacts peer) {
        return host.associations().stream()
                .filter(one -> peer.addresses().contains(one.remote()))
                .toList();
    }

    private static Finding none(Pair pair) {
        boolean isRead = isRead(pair.one()) && isRead(pair.other());
        return isRead
                ? Finding.of(
                        "not-protected",
                        pair.names(),
                        Verdict.ATTENTION,
                        0.7,
                        "There is no SA between " + pair.label(),
                        List.of(
                                Evidence.whole(
                                        pair.one().name(), listing(pair.one().platform()), "no SA"),
                                Evidence.whole(
                                        pair.other().name(),
                                        listing(pair.other().platform()),
                                        "no SA")),
                        "An SA in a listing right after they sent each other something.")
                : Finding.of(
                        "sas-unread",
                        pair.names(),
                        Verdict.INCONCLUSIVE,
                        0,
                        "Whether there are SAs between " + pair.label() + " was not read",
                        List.of(),
                        "Listings of the SAs of both; those need an administrator.");
    }

    private static boolean isRead(HostFacts host) {
        return host.platform().isKnown()
                && host.evidence().answer(listing(host.platform())).isPresent();
    }

    @Override
    public String next() {
        return "service";
    }
}
