package org.ipsecworkbench.ikelogbrowser.detail;

import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.workbench.Mark;

/**
 * How a negotiation ended, as the browser tells it, in the order in which endings need attention. A soft SA is an ending of
 * its own here: its negotiation failed, and its traffic flowed all the same, without IPsec.
 */
public enum Ending {
    /** The policy let the traffic flow in clear, since nothing was agreed on. */
    IN_CLEAR("In clear: soft SA", "in clear (soft SA)", Mark.CLEAR),
    /** It was refused, given up, or ended before it led to an IPsec SA. */
    FAILED(Outcome.FAILED.label(), "failed", Mark.FAILED),
    /** Neither its success nor its failure was seen. */
    INCOMPLETE(Outcome.INCOMPLETE.label(), "did not end", Mark.INSUFFICIENT),
    /** Too little was seen to say. */
    UNKNOWN(Outcome.UNKNOWN.label(), "unknown", Mark.INCONCLUSIVE),
    /** It led to an IPsec SA. */
    ESTABLISHED(Outcome.ESTABLISHED.label(), "established", Mark.SUCCEEDED);

    private final String label;
    private final String counted;
    private final Mark mark;

    Ending(String label, String counted, Mark mark) {
        this.label = label;
        this.counted = counted;
        this.mark = mark;
    }

    /** That of a negotiation. */
    public static Ending of(Negotiation one) {
        return one.isInClear()
                ? IN_CLEAR
                : switch (one.outcome()) {
                    case ESTABLISHED -> ESTABLISHED;
                    case FAILED -> FAILED;
                    case INCOMPLETE -> INCOMPLETE;
                    case UNKNOWN -> UNKNOWN;
                };
    }

    /** Its name. */
    public String label() {
        return label;
    }

    /** What stands behind a number of them: {@code 3 did not end}. */
    public String counted() {
        return counted;
    }

    /** Its icon, whose shape no other ending has. */
    public Mark mark() {
        return mark;
    }
}
