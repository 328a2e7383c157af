package org.ipsecworkbench.ike.negotiate;

import org.ipsecworkbench.ike.IkeLimits;

/** What all negotiations of a source may take together. */
final class Budget {
    private final int maxSteps;
    private int steps;
    private int messages;
    private int exchanges;

    Budget(IkeLimits limits) {
        maxSteps = limits.maxSteps();
        steps = limits.maxAllSteps();
        messages = limits.maxKeptMessages();
        exchanges = limits.maxAllSteps();
    }

    /** Whether one more step may be kept of a negotiation that has so many. */
    boolean hasStep(int kept) {
        return kept < maxSteps && steps-- > 0;
    }

    /** Whether the payloads of one more message may be kept. */
    boolean hasMessage() {
        return messages-- > 0;
    }

    /** Whether one more exchange may be told apart. */
    boolean hasExchange() {
        return exchanges-- > 0;
    }
}
