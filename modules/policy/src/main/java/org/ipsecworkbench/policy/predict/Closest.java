package org.ipsecworkbench.policy.predict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.table.Algorithms;

/**
 * The two offers that come closest to each other where none agrees.
 *
 * @param ofSender one
 * @param ofReceiver the other
 * @param attributes names of what differs, in the order in which it is compared
 */
record Closest<T>(T ofSender, T ofReceiver, List<String> attributes) {
    static Closest<MainModeOffer> mainMode(List<MainModeOffer> sender, List<MainModeOffer> receiver) {
        return find(sender, receiver, Closest::values);
    }

    static Closest<QuickModeOffer> quickMode(List<QuickModeOffer> sender, List<QuickModeOffer> receiver) {
        return find(sender, receiver, Closest::values);
    }

    private static <T> Closest<T> find(List<T> sender, List<T> receiver, Function<T, Map<String, String>> values) {
        Closest<T> best = null;
        for (T one : sender) {
            for (T other : receiver) {
                List<String> differing = differing(values.apply(one), values.apply(other));
                if (best == null || differing.size() < best.attributes.size()) {
                    best = new Closest<>(one, other, differing);
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("both sides have offers, read or assumed");
        }
        return best;
    }

    private static List<String> differing(Map<String, String> one, Map<String, String> other) {
        List<String> differing = new ArrayList<>();
        one.forEach((name, value) -> {
            if (!value.equals(other.get(name))) {
                differing.add(name);
            }
        });
        return differing;
    }

    static Map<String, String> values(MainModeOffer offer) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("main mode encryption", offer.encryption());
        values.put("main mode integrity", offer.integrity());
        values.put("main mode group", offer.group());
        return values;
    }

    static Map<String, String> values(QuickModeOffer offer) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("encapsulation", offer.encapsulation().label());
        values.put("AH integrity", offer.ahIntegrity());
        values.put("ESP encryption", offer.encryption());
        values.put("ESP integrity", offer.espIntegrity());
        return values;
    }

    /** Whether nothing in an offer is weak. */
    static boolean isStrong(Map<String, String> values) {
        return values.values().stream()
                .allMatch(value -> Algorithms.weakness(value).isEmpty());
    }
}
