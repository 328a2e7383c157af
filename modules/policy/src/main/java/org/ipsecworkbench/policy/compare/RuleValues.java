package org.ipsecworkbench.policy.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.NetworkProfile;
import org.ipsecworkbench.policy.Offer;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.compare.Subject.Value;
import org.ipsecworkbench.policy.judge.FilterKey;

/** The values of rules, by what people call them. */
final class RuleValues {
    private RuleValues() {}

    static Subject of(HostPolicy policy, Rule rule) {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("in force", Value.of(policy.isInForce(rule) ? "yes" : "no", rule.placeOf("enabled")));
        boolean isActionKnown = rule.treatment().kind() != Treatment.Kind.UNKNOWN;
        values.put("action", Value.of(isActionKnown ? rule.treatment().label() : "", rule.placeOf("action")));
        values.put("profiles", Value.of(profiles(rule.profiles()), rule.placeOf("profiles")));
        values.put("mode", Value.of(mode(rule.tunnel()), rule.placeOf("mode")));
        keying(rule.keying(), rule.place(), values);
        values.put("origin", origin(rule.origin(), rule.placeOf("source")));
        Map<Object, Value> filters = new LinkedHashMap<>();
        for (Filter filter : rule.filters()) {
            FilterKey key = FilterKey.ofBoth(filter);
            filters.putIfAbsent(
                    List.<Object>of(key, filter.isMirrored()), new Value(filter.label(), key, filter.place()));
        }
        String of = rule.policy().isEmpty() ? "" : " of policy \"" + rule.policy() + "\"";
        String policyKey = rule.policy().toLowerCase(Locale.ROOT);
        return new Subject(
                "Rule \"" + rule.name() + "\"" + of,
                List.<Object>of(
                        "rule", rule.generation(), policyKey, rule.name().toLowerCase(Locale.ROOT)),
                List.<Object>of(rule.generation(), policyKey, filters.keySet()),
                rule.treatment().label()
                        + (rule.filters().isEmpty()
                                ? ""
                                : ", " + rule.filters().get(0).label()),
                values,
                filters,
                rule.place());
    }

    static Subject of(MainModeRule rule) {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("switched on", Value.of(rule.isEnabled() ? "yes" : "no", rule.place()));
        values.put("profiles", Value.of(profiles(rule.profiles()), rule.place()));
        String peers = rule.endpoint1().text() + " and " + rule.endpoint2().text();
        values.put("peers", Value.of(peers, rule.place()));
        keying(rule.keying(), rule.place(), values);
        values.put("origin", origin(rule.origin(), rule.place()));
        return new Subject(
                "Main mode rule \"" + rule.name() + "\"",
                List.of("main mode rule", rule.name().toLowerCase(Locale.ROOT)),
                null,
                "peers " + peers,
                values,
                Map.of(),
                rule.place());
    }

    private static void keying(Keying keying, Place place, Map<String, Value> values) {
        String modules =
                keying.modules().stream().sorted().map(KeyModule::label).collect(Collectors.joining(", "));
        values.put("key modules", Value.of(modules, place));
        values.put("authentication", auth(keying.firstAuth(), place));
        values.put("pre-shared key", key(keying.firstAuth(), place));
        values.put("second authentication", auth(keying.secondAuth(), place));
        mainMode(keying.mainMode(), place, values);
        Place quickMode =
                keying.quickMode().isEmpty() ? place : keying.quickMode().get(0).place();
        values.put("quick mode offers", Value.of(labels(keying.quickMode()), quickMode));
        values.put("quick mode lifetimes", Value.of(lifetimes(keying.quickMode()), quickMode));
        values.put("perfect forward secrecy", Value.of(keying.pfsGroup(), place));
    }

    private static Value auth(List<AuthMethod> methods, Place otherwise) {
        return Value.of(
                methods.stream().map(AuthMethod::label).collect(Collectors.joining("; ")),
                methods.isEmpty() ? otherwise : methods.get(0).place());
    }

    /** Says no more of a key than that it is there; digests tell whether it is the same. */
    private static Value key(List<AuthMethod> methods, Place otherwise) {
        return methods.stream()
                .filter(method -> !method.keyDigest().isEmpty())
                .findFirst()
                .map(method -> new Value("key", method.keyDigest(), method.place()))
                .orElse(Value.of("", otherwise));
    }

    static void mainMode(List<MainModeOffer> offers, Place otherwise, Map<String, Value> values) {
        Place place = offers.isEmpty() ? otherwise : offers.get(0).place();
        values.put("main mode offers", Value.of(labels(offers), place));
        long seconds = offers.isEmpty() ? 0 : offers.get(0).seconds();
        values.put("main mode lifetime", Value.of(seconds == 0 ? "" : seconds + " s", place));
    }

    private static String labels(List<? extends Offer> offers) {
        return offers.stream().map(Offer::label).collect(Collectors.joining("; "));
    }

    /** Only where all were read. */
    private static String lifetimes(List<QuickModeOffer> offers) {
        boolean isRead = offers.stream().allMatch(one -> one.seconds() > 0 && one.kilobytes() > 0);
        return !isRead
                ? ""
                : offers.stream()
                        .map(one -> one.seconds() + " s, " + one.kilobytes() + " KB")
                        .collect(Collectors.joining("; "));
    }

    static Value origin(Origin origin, Place place) {
        return Value.of(origin.kind() == Origin.Kind.UNKNOWN ? "" : origin.label(), place);
    }

    private static String mode(Rule.Tunnel tunnel) {
        return tunnel.isTunnel() ? "tunnel, " + tunnel.local() + " to " + tunnel.remote() : "transport";
    }

    private static String profiles(Set<NetworkProfile> profiles) {
        return profiles.isEmpty()
                ? "all"
                : profiles.stream()
                        .sorted()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
