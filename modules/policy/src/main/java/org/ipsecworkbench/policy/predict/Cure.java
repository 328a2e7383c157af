package org.ipsecworkbench.policy.predict;

import org.ipsecworkbench.policy.Change;
import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.ProposedChange;
import org.ipsecworkbench.policy.Side;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change that helps.
 *
 * @param sentence for people; empty where nothing needs help
 * @param change the same to be tried; null where it is no change of one value
 */
record Cure(String sentence, @Nullable ProposedChange change) {
    /** Nothing needs help. */
    static final Cure NONE = new Cure("", null);

    /** One value of one host. */
    static Cure of(String sentence, Side side, Attribute attribute, boolean isAdded, String value) {
        return new Cure(sentence, new ProposedChange(side, new Change(attribute, isAdded, value)));
    }

    /** Only words. */
    static Cure of(String sentence) {
        return new Cure(sentence, null);
    }
}
