package org.ipsecworkbench.policy;

import java.util.List;

/**
 * Something about the policy of one host that its administrator should know.
 *
 * @param kind what sort of thing
 * @param statement what is so, as a sentence that names rules and values
 * @param why why it matters, as a sentence
 * @param next what to do, as a sentence
 * @param source who says so; [K] is knowledge that no document at hand confirms
 * @param places where it can be seen
 */
public record PolicyFinding(Kind kind, String statement, String why, String next, String source, List<Place> places) {
    /** Sorts of findings; what each means stands in {@code findings.tsv}. */
    public enum Kind {
        /** Equally specific filters of rules that do different things. */
        AMBIGUOUS,
        NOT_MIRRORED,
        MIRRORED_TUNNEL,
        WEAK_ALGORITHM,
        /** The first offer protects against change only. */
        NOT_ENCRYPTED,
        RESPOND_ONLY,
        /** A rule all of whose traffic another one acts on. */
        SHADOWED,
        /** An assigned local policy, instead of which one of the directory acts. */
        REPLACED,
        PROFILE_NOT_IN_USE,
        TWO_GENERATIONS,
        DATED_ALGORITHM,
        CHANGED_DEFAULT,
        /** One of the policies that come with Windows, changed. */
        CUSTOMISED
    }

    /** Copies the list. */
    public PolicyFinding {
        places = List.copyOf(places);
    }
}
