package org.ipsecworkbench.policy;

import org.jspecify.annotations.Nullable;

/**
 * A rule that was looked at for a flow.
 *
 * @param rule which rule
 * @param filter which of its filters; null where none matches or it has none
 * @param standing how it did
 * @param why a sentence for people
 */
public record Candidate(Rule rule, @Nullable Filter filter, Standing standing, String why) {
    /** How a candidate did. */
    public enum Standing {
        /** It acts on the flow. */
        WINS,
        /** As specific as the winner. */
        TIES,
        /** It matches, and another one is more specific. */
        LOSES,
        /** Only the host can tell. */
        UNDECIDED,
        /** It does not match the flow. */
        NO_MATCH,
        /** Off, or of a policy or a profile that is not in force. */
        NOT_IN_FORCE
    }
}
