package org.ipsecworkbench.ike;

import org.jspecify.annotations.Nullable;

/**
 * What makes two negotiations that came to nothing the same failure: between the same hosts, begun by the same one in the
 * same way, and ended for the same reason.
 *
 * @param initiator who began
 * @param responder who was asked
 * @param module the protocol
 * @param mode the exchange that they begin with
 * @param outcome {@link Outcome#FAILED} or {@link Outcome#INCOMPLETE}
 * @param inClear whether the traffic flowed in clear instead
 * @param failureClass the kind of cause; null where none was seen
 * @param code the number of the cause, likewise
 * @param explanation the cause in words, which tells more causes apart than there are numbers; empty where none was seen
 */
public record FailureKey(
        String initiator,
        String responder,
        KeyModule module,
        Mode mode,
        Outcome outcome,
        boolean inClear,
        @Nullable FailureClass failureClass,
        Failure.@Nullable Code code,
        String explanation) {
    /** That of a negotiation; null where it did not come to nothing. */
    public static @Nullable FailureKey of(Negotiation one) {
        if (one.outcome() != Outcome.FAILED && one.outcome() != Outcome.INCOMPLETE) {
            return null;
        }
        Failure failure = one.failure();
        return new FailureKey(
                one.initiator(),
                one.responder(),
                one.module(),
                one.mode(),
                one.outcome(),
                one.isInClear(),
                failure == null ? null : failure.failureClass(),
                failure == null ? null : failure.code(),
                failure == null ? "" : failure.explanation());
    }
}
