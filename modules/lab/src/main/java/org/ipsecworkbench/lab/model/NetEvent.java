package org.ipsecworkbench.lab.model;

import java.time.Instant;

/**
 * A negotiation that failed, as the filtering platform keeps it whether or not it is audited.
 *
 * @param time by the host's own clock
 * @param isMine whether the failure was found here
 * @param step how far the negotiation had come
 */
public record NetEvent(
        Instant time,
        String remote,
        IkeStatus status,
        boolean isMine,
        Step step,
        boolean isInitiator,
        Authentication.Kind method,
        KeyModule module) {

    /** The stages at which a negotiation can fail. */
    public enum Step {
        FIRST_MESSAGE,
        OFFERS,
        AUTHENTICATION,
        QUICK_MODE
    }
}
