package org.ipsecworkbench.ikelogbrowser.detail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.Proposal.Attribute;
import org.ipsecworkbench.ike.Proposal.Transform;

/** What was offered for the IKE SA beside what was accepted of it, attribute by attribute. */
final class Comparison {
    /** How they are called for people, in the order in which they are told; others follow. */
    private static final Map<String, String> NAMES = names();

    private Comparison() {}

    /**
     * One attribute.
     *
     * @param name for people
     * @param offered every value that was offered, the preferred first
     * @param accepted the value that was accepted; empty where none was
     * @param firstDifference whether it is the first one that is accepted otherwise than it was offered
     */
    record Row(String name, List<String> offered, String accepted, boolean firstDifference) {
        /** Keeps a copy of the values. */
        Row {
            offered = List.copyOf(offered);
        }
    }

    /** The rows of a negotiation; empty where no proposal was seen. */
    static List<Row> of(Negotiation negotiation) {
        Map<String, Set<String>> offered = values(negotiation.offered());
        Map<String, Set<String>> accepted = values(negotiation.chosen());
        Set<String> names = new LinkedHashSet<>(NAMES.keySet());
        names.addAll(offered.keySet());
        names.addAll(accepted.keySet());
        List<Row> rows = new ArrayList<>();
        boolean differs = false;
        for (String name : names) {
            Set<String> there = offered.getOrDefault(name, Set.of());
            Set<String> taken = accepted.getOrDefault(name, Set.of());
            if (there.isEmpty() && taken.isEmpty()) {
                continue;
            }
            boolean first = !differs && !taken.isEmpty() && !there.isEmpty() && !there.containsAll(taken);
            differs |= first;
            rows.add(new Row(NAMES.getOrDefault(name, name), List.copyOf(there), String.join(", ", taken), first));
        }
        return rows;
    }

    private static Map<String, Set<String>> values(List<Proposal> proposals) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Proposal proposal : proposals) {
            for (Transform transform : proposal.transforms()) {
                for (Attribute attribute : transform.attributes()) {
                    if (!attribute.name().equals("keyLength")) {
                        values.computeIfAbsent(attribute.name(), name -> new LinkedHashSet<>())
                                .add(value(transform, attribute));
                    }
                }
            }
        }
        return values;
    }

    private static String value(Transform transform, Attribute attribute) {
        String keyLength = attribute.name().equals("encryption")
                ? transform.attribute("keyLength").map(bits -> " " + bits).orElse("")
                : "";
        return attribute.value() + keyLength;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("encryption", "Encryption");
        names.put("integrity", "Integrity");
        names.put("hash", "Hash");
        names.put("prf", "PRF");
        names.put("group", "DH group");
        names.put("authentication", "Authentication");
        names.put("encapsulation", "Encapsulation");
        names.put("esn", "ESN");
        names.put("lifeType", "Lifetime unit");
        names.put("lifeSeconds", "Lifetime (s)");
        names.put("lifeKilobytes", "Lifetime (kB)");
        return names;
    }
}
