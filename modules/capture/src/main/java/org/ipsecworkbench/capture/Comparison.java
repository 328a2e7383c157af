package org.ipsecworkbench.capture;

import java.util.List;
import org.ipsecworkbench.capture.judge.ComparisonJudge;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two captures of the same hosts, as before and after IPsec was set up.
 *
 * @param changes host pairs of either capture, what needs attention first
 * @param outcome the change over all pairs
 * @param reasons why, as sentences, the most important first; also what makes the two captures hard to compare
 */
public record Comparison(List<PairChange> changes, Change outcome, List<String> reasons) {
    /** What changed, from what needs attention most to what needs none. */
    public enum Change {
        /** Traffic that flowed before hardly flows any more: cut off rather than protected. */
        LOST_TRAFFIC("lost-traffic", "Lost its traffic"),
        /** What was protected is in clear now, or a larger share of it. */
        LESS_PROTECTED("less-protected", "Less protected"),
        /** Some pairs are better and some worse. */
        MIXED("mixed", "Better and worse"),
        /** The numbers do not carry a statement. */
        NO_DEMONSTRABLE_CHANGE("no-demonstrable-change", "No demonstrable change"),
        /** Seen in the second capture only. */
        ONLY_AFTER("only-after", "Only in the second capture"),
        /** What was in clear is protected now, or a smaller share of it is in clear. */
        MORE_PROTECTED("more-protected", "More protected");

        private final String key;
        private final String label;

        Change(String key, String label) {
            this.key = key;
            this.label = label;
        }

        /** The name in the JSON schema {@code ipsecwb/comparison/1}; never changes. */
        public String key() {
            return key;
        }

        /** The change in words for people, in English. */
        public String label() {
            return label;
        }

        /** Whether somebody has to act or look closer. */
        public boolean needsAttention() {
            return this == LOST_TRAFFIC || this == LESS_PROTECTED || this == MIXED;
        }
    }

    /**
     * The change of one host pair.
     *
     * @param a the lower address in canonical text
     * @param b the higher address
     * @param network the VLANs around both; empty where there are none
     * @param before what the first capture says of it; null where it has no such pair
     * @param after what the second capture says of it; null where it has no such pair
     * @param change what changed
     * @param reasons why, as sentences
     */
    public record PairChange(
            String a,
            String b,
            String network,
            @Nullable HostPair before,
            @Nullable HostPair after,
            Change change,
            List<String> reasons) {}

    /** Compares what was found in two captures. */
    public static Comparison of(Coverage before, Coverage after) {
        return ComparisonJudge.compare(before, after);
    }
}
