package org.ipsecworkbench.policy.predict;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.judge.Unplaced;

/**
 * All that makes a host differ from another one in a prediction: what its policy says, wherever that stands, and which of
 * the ranges that any filter names its address lies in.
 */
public record HostKind(HostPolicy policy, Addressing addressing) {
    /** All that a peer's address says to filters: in which of all ranges it lies, and whether IPsec can protect it at all. */
    public record Addressing(BitSet ranges, boolean isUnicast) {}

    /** All ranges that filters of any host name. */
    public static List<AddressRange> ranges(List<Host> hosts) {
        Set<AddressRange> ranges = new LinkedHashSet<>();
        Set<HostPolicy> seen = new LinkedHashSet<>();
        for (Host host : hosts) {
            if (seen.add(host.policy())) {
                host.policy()
                        .rules()
                        .forEach(rule -> rule.filters().forEach(filter -> {
                            ranges.addAll(filter.source().ranges());
                            ranges.addAll(filter.destination().ranges());
                        }));
                host.policy().mainModeRules().forEach(rule -> {
                    ranges.addAll(rule.endpoint1().ranges());
                    ranges.addAll(rule.endpoint2().ranges());
                });
            }
        }
        return List.copyOf(ranges);
    }

    /** The kind of a host among others. */
    public static HostKind of(Host host, List<AddressRange> ranges) {
        BitSet in = new BitSet(ranges.size());
        for (int i = 0; i < ranges.size(); i++) {
            in.set(i, ranges.get(i).contains(host.address()));
        }
        return new HostKind(
                unplaced(host.policy()), new Addressing(in, host.address().isUnicast()));
    }

    private static HostPolicy unplaced(HostPolicy policy) {
        List<Listed> deciding = new ArrayList<>();
        for (Listed one : policy.listed()) {
            // All other objects are shown and decide nothing.
            if (one.kind() == Listed.Kind.GLOBAL || one.kind() == Listed.Kind.PROFILE) {
                deciding.add(new Listed(one.kind(), one.name(), settings(one.settings()), Place.NONE));
            }
        }
        return new HostPolicy(
                "",
                policy.legacyPolicies().stream()
                        .map(one -> new LegacyPolicy(
                                one.name(),
                                one.assigned(),
                                one.origin(),
                                Unplaced.mainMode(one.mainMode()),
                                List.of(),
                                Place.NONE))
                        .toList(),
                policy.rules().stream().map(HostKind::unplaced).toList(),
                policy.mainModeRules().stream().map(HostKind::unplaced).toList(),
                deciding,
                List.of());
    }

    private static Rule unplaced(Rule rule) {
        return new Rule(
                rule.name(),
                "",
                rule.policy(),
                rule.generation(),
                rule.isEnabled(),
                rule.origin(),
                rule.profiles(),
                rule.filters().stream().map(Unplaced::filter).toList(),
                rule.treatment(),
                rule.tunnel(),
                Unplaced.keying(rule.keying()),
                List.of(),
                Place.NONE);
    }

    private static MainModeRule unplaced(MainModeRule rule) {
        return new MainModeRule(
                rule.name(),
                rule.isEnabled(),
                rule.origin(),
                rule.profiles(),
                rule.endpoint1(),
                rule.endpoint2(),
                Unplaced.keying(rule.keying()),
                List.of(),
                Place.NONE);
    }

    private static List<Setting> settings(List<Setting> settings) {
        return settings.stream()
                .map(one -> new Setting(one.key(), one.label(), one.value(), Place.NONE))
                .toList();
    }
}
