package org.ipsecworkbench.ike;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arrow of a negotiation's ladder, or what a host says of itself.
 *
 * @param time when it was seen; null where the source does not say
 * @param direction between whom
 * @param summary what it is, in words: {@code main mode: security association, vendor id}
 * @param message what was sent; null where the source only tells of it
 * @param repeats how often it was sent again, word for word
 * @param lastTime when it was sent for the last time; equals {@code time} where that was once
 * @param evidence where it was read: each piece and each repetition, as far as they are kept
 */
public record Step(
        @Nullable Instant time,
        Direction direction,
        String summary,
        @Nullable IkeMessage message,
        int repeats,
        @Nullable Instant lastTime,
        List<Evidence> evidence) {
    /** Keeps a copy of the evidence. */
    public Step {
        evidence = List.copyOf(evidence);
    }

    /** Between whom something passes. */
    public enum Direction {
        /** From who began to who answered. */
        TO_RESPONDER,
        /** The other way. */
        TO_INITIATOR,
        /** Inside a host: a state, a decision, a failure that it logged. */
        LOCAL
    }
}
