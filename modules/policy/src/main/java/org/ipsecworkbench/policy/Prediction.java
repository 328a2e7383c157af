package org.ipsecworkbench.policy;

/**
 * What two hosts do with the traffic between them.
 *
 * @param there when the source of the flow begins
 * @param back when its destination begins
 */
public record Prediction(DirectedPrediction there, DirectedPrediction back) {
    /** The direction that is worse; the first one where both are alike. */
    public DirectedPrediction decisive() {
        return back.outcome().compareTo(there.outcome()) > 0 ? back : there;
    }

    /** The worse of both outcomes. */
    public Outcome outcome() {
        return decisive().outcome();
    }

    /** The confidence of the less sure direction. */
    public double confidence() {
        return Math.min(there.confidence(), back.confidence());
    }

    /** Whether nobody of both ever asks for IPsec, though both would answer: no event of theirs tells of it. */
    public boolean isRespondOnly() {
        return there.sender().role() == Role.RESPOND && there.receiver().role() == Role.RESPOND;
    }
}
