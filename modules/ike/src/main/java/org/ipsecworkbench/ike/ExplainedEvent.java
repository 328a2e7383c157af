package org.ipsecworkbench.ike;

import org.ipsecworkbench.ike.events.Topics;
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

    /** What it is about; {@link EventTopic#OTHER} where it is not of IPsec. */
    public EventTopic topic() {
        return isIpsec() ? Topics.of(event) : EventTopic.OTHER;
    }
}
