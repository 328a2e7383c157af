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
        /** A filter holds for one direction alone. */
        NOT_MIRRORED,
        /** A filter of a tunnel is mirrored, which tunnels must not be. */
        MIRRORED_TUNNEL,
        /** An algorithm that no longer protects is offered. */
        WEAK_ALGORITHM,
        /** The first offer protects against change only. */
        NOT_ENCRYPTED,
        /** The host never asks for IPsec by itself. */
        RESPOND_ONLY,
        /** A rule all of whose traffic another one acts on. */
        SHADOWED,
        /** An assigned local policy, instead of which one of the directory acts. */
        REPLACED,
        /** A rule is for a profile of the firewall that is not in use. */
        PROFILE_NOT_IN_USE,
        /** Both the Policy Agent and connection security rules are in force. */
        TWO_GENERATIONS,
        /** An algorithm is offered that should be replaced. */
        DATED_ALGORITHM,
        /** A rule leaves something to a default that differs between releases. */
        CHANGED_DEFAULT,
        /** One of the policies that come with Windows, changed. */
        CUSTOMISED
    }

    /** Copies the list. */
    public PolicyFinding {
        places = List.copyOf(places);
    }
}
