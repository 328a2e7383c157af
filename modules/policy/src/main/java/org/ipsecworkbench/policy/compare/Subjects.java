package org.ipsecworkbench.policy.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.compare.Subject.Value;
import org.jspecify.annotations.Nullable;

/** What two policies have in common: the same thing by its name, and what is left of the rules by their traffic. */
public final class Subjects {
    private Subjects() {}

    /** All that either policy has, in the order of the first one; what only the second one has comes last. */
    public static List<Subject.Pair> pairs(HostPolicy first, HostPolicy second) {
        List<Subject> ones = of(first);
        List<Subject> others = of(second);
        // Two rules may be equal in all that they say, and are two for all that.
        Map<Subject, Subject> matched = new IdentityHashMap<>();
        List<Subject> left = new ArrayList<>(others);
        match(ones, left, matched, Subject::key);
        match(ones, left, matched, Subject::traffic);
        List<Subject.Pair> pairs = new ArrayList<>();
        ones.forEach(one -> pairs.add(new Subject.Pair(one, matched.get(one))));
        left.forEach(other -> pairs.add(new Subject.Pair(null, other)));
        return pairs;
    }

    private static void match(
            List<Subject> ones,
            List<Subject> left,
            Map<Subject, Subject> matched,
            Function<Subject, @Nullable Object> by) {
        Map<Object, Deque<Subject>> known = new HashMap<>();
        for (Subject other : left) {
            Object key = by.apply(other);
            if (key != null) {
                known.computeIfAbsent(key, any -> new ArrayDeque<>()).add(other);
            }
        }
        Set<Subject> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Subject one : ones) {
            Object key = by.apply(one);
            Deque<Subject> same = key == null || matched.containsKey(one) ? null : known.get(key);
            Subject found = same == null ? null : same.poll();
            if (found != null) {
                matched.put(one, found);
                taken.add(found);
            }
        }
        left.removeIf(taken::contains);
    }

    private static List<Subject> of(HostPolicy policy) {
        List<Subject> subjects = new ArrayList<>();
        for (LegacyPolicy one : policy.legacyPolicies()) {
            subjects.add(legacy(one));
        }
        for (Rule rule : policy.rules()) {
            subjects.add(RuleValues.of(policy, rule));
        }
        for (MainModeRule rule : policy.mainModeRules()) {
            subjects.add(RuleValues.of(rule));
        }
        globals(policy.of(Listed.Kind.GLOBAL), subjects);
        for (Listed profile : policy.of(Listed.Kind.PROFILE)) {
            String label = "Firewall profile " + profile.name();
            subjects.add(listed(label, profile.name().toLowerCase(Locale.ROOT), profile.settings(), profile.place()));
        }
        return subjects;
    }

    private static Subject legacy(LegacyPolicy policy) {
        Map<String, Value> values = new LinkedHashMap<>();
        boolean isKnown = policy.assigned() != LegacyPolicy.Assigned.UNKNOWN;
        values.put(
                "assigned", Value.of(isKnown ? policy.assigned().name().toLowerCase(Locale.ROOT) : "", policy.place()));
        values.put("origin", RuleValues.origin(policy.origin(), policy.place()));
        RuleValues.mainMode(policy.mainMode(), policy.place(), values);
        return new Subject(
                "Policy \"" + policy.name() + "\"",
                List.of("policy", policy.name().toLowerCase(Locale.ROOT)),
                null,
                "policy of the Policy Agent",
                values,
                Map.of(),
                policy.place());
    }

    /** Listings give them in any number of parts. */
    private static void globals(List<Listed> parts, List<Subject> subjects) {
        List<Setting> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.settings()));
        if (!all.isEmpty()) {
            subjects.add(listed("Global settings", "global", all, parts.get(0).place()));
        }
    }

    private static Subject listed(String label, String key, List<Setting> settings, Place place) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Setting setting : settings) {
            String name = setting.label().isEmpty() ? setting.key() : setting.label();
            values.putIfAbsent(
                    name,
                    new Value(
                            setting.value().strip(),
                            setting.value().strip().toLowerCase(Locale.ROOT),
                            setting.place()));
        }
        return new Subject(label, List.of("listed", key), null, label, values, Map.of(), place);
    }
}
