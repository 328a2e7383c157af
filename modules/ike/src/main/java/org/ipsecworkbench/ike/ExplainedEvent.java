package org.ipsecworkbench.ike;

import org.jspecify.annotations.Nullable;

/**
 * An event with what it says of IPsec.
 *
 * @param event as it was read
 * @param meaning what it means, an English sentence; empty where no table knows the event
 * @param failure why something failed, and what to do; null where the event tells of no failure
 */
public record ExplainedEvent(
        EventRecord event, String meaning, @Nullable Failure failure) {
    /** Whether it is an event of IPsec, and not one that only stands in the same log. */
    public boolean isIpsec() {
        return !meaning.isEmpty();
    }
}
