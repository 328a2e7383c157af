package org.ipsecworkbench.ike.negotiate;

import java.util.HashMap;
import java.util.Map;
import org.ipsecworkbench.ike.IkeLimits;

/** What all negotiations of a source may take together. */
final class Budget {
    /** Real captures have some dozens. */
    private static final int MAX_TEXTS = 1000;

    private final int maxSteps;
    private int steps;
    private int messages;
    private int exchanges;
    private final Map<String, String> texts = new HashMap<>();

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

    /** The same text, which most steps share with others. */
    String shared(String text) {
        if (texts.size() >= MAX_TEXTS) {
            return texts.getOrDefault(text, text);
        }
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
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
