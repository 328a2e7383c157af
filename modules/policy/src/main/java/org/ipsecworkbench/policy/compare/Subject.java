package org.ipsecworkbench.policy.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.policy.ComparedValue;
import org.ipsecworkbench.policy.ComparedValue.Standing;
import org.ipsecworkbench.policy.Place;
import org.jspecify.annotations.Nullable;

/**
 * Something that has values: a rule, a policy, the global settings.
 *
 * @param label for people
 * @param key equal in two policies where it is the same thing by its name
 * @param traffic equal where rules are about the same traffic; null for what is about none
 * @param summary what it is in few words, for where the other policy has none
 * @param values by attribute, in order
 * @param members what it holds any number of, such as filters
 * @param place where it begins
 */
public record Subject(
        String label,
        Object key,
        @Nullable Object traffic,
        String summary,
        Map<String, Value> values,
        Map<Object, Value> members,
        Place place) {
    /**
     * One value.
     *
     * @param text for people; empty where it was not read
     * @param meaning equal where the value is, however it was written
     * @param place where it stands
     */
    public record Value(String text, Object meaning, Place place) {
        /** A value that means what it says. */
        static Value of(String text, Place place) {
            return new Value(text, text, place);
        }
    }

    private static final Value NONE = Value.of("", Place.NONE);
    private static final String WHOLE = "whole";

    /** The same thing in two policies; null on the side that has none. */
    public record Pair(@Nullable Subject first, @Nullable Subject second) {
        /** Its values beside each other. */
        public List<ComparedValue> values() {
            if (first == null || second == null) {
                return whole();
            }
            List<ComparedValue> all = new ArrayList<>();
            Set<String> attributes = new LinkedHashSet<>(first.values.keySet());
            attributes.addAll(second.values.keySet());
            for (String attribute : attributes) {
                Value one = first.values.getOrDefault(attribute, NONE);
                Value other = second.values.getOrDefault(attribute, NONE);
                if (!one.text.isEmpty() || !other.text.isEmpty()) {
                    all.add(row(attribute, standing(one, other), one, other));
                }
            }
            members(first, second, all);
            return all;
        }

        private static Standing standing(Value one, Value other) {
            if (one.text.isEmpty() || other.text.isEmpty()) {
                return Standing.NOT_READ;
            }
            return one.meaning.equals(other.meaning) ? Standing.SAME : Standing.DIFFERS;
        }

        private List<ComparedValue> whole() {
            Value one = first == null ? NONE : Value.of(first.summary, first.place);
            Value other = second == null ? NONE : Value.of(second.summary, second.place);
            return List.of(row(WHOLE, first == null ? Standing.ONLY_SECOND : Standing.ONLY_FIRST, one, other));
        }

        private void members(Subject one, Subject other, List<ComparedValue> all) {
            if (one.members.isEmpty() || other.members.isEmpty()) {
                return;
            }
            Map<Object, Value> left = new LinkedHashMap<>(other.members);
            one.members.forEach((meaning, value) -> {
                Value same = left.remove(meaning);
                all.add(
                        same == null
                                ? row("filter", Standing.ONLY_FIRST, value, NONE)
                                : row("filter", Standing.SAME, value, same));
            });
            left.values().forEach(value -> all.add(row("filter", Standing.ONLY_SECOND, NONE, value)));
        }

        private String label() {
            if (first == null || second == null) {
                Subject there = first == null ? second : first;
                return there == null ? "" : there.label;
            }
            boolean isRenamed = !first.label.equalsIgnoreCase(second.label);
            return isRenamed ? first.label + ", in the other " + second.label : first.label;
        }

        private ComparedValue row(String attribute, Standing standing, Value one, Value other) {
            // Of keys only that they differ is told.
            boolean isHidden = standing == Standing.DIFFERS && one.text.equals(other.text);
            String text = isHidden ? "another " + other.text : other.text;
            return new ComparedValue(label(), attribute, standing, one.text, text, one.place, other.place);
        }
    }
}
