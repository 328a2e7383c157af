package org.ipsecworkbench.commandline;

import org.ipsecworkbench.policy.Change;
import org.ipsecworkbench.policy.Side;

/**
 * A change of one of the two hosts of a prediction.
 *
 * @param side which host
 * @param change what is changed
 */
record SidedChange(Side side, Change change) {
    private static final String FROM = "from:";
    private static final String TO = "to:";

    /**
     * {@code from:CHANGE} or {@code to:CHANGE}.
     *
     * @throws IllegalArgumentException with a sentence for people, where it is something else
     */
    static SidedChange parse(String text) {
        if (text.startsWith(FROM)) {
            return new SidedChange(Side.SOURCE, Change.parse(text.substring(FROM.length())));
        }
        if (text.startsWith(TO)) {
            return new SidedChange(Side.DESTINATION, Change.parse(text.substring(TO.length())));
        }
        throw new IllegalArgumentException("Say at which side to change: from:" + text + " or to:" + text + ".");
    }
}
