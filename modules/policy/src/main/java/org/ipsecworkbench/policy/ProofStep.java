package org.ipsecworkbench.policy;

import java.util.List;

/**
 * One step of a prediction: what was compared, and how it came out.
 *
 * @param id such as {@code m3}, by policy-model.md section 4
 * @param title what is looked at, in words
 * @param status how it came out
 * @param ofSender value of the host that begins
 * @param ofReceiver value of the other one
 * @param senderEvidence where its value stands
 * @param receiverEvidence where the other value stands
 * @param why a sentence for people
 */
public record ProofStep(
        String id,
        String title,
        Status status,
        String ofSender,
        String ofReceiver,
        List<Place> senderEvidence,
        List<Place> receiverEvidence,
        String why) {
    /** How a step came out. */
    public enum Status {
        /** Both sides come to the same. */
        AGREED,
        /** They come to nothing that both accept. */
        FAILED,
        /** Neither agreement nor failure: what it says decides how to go on. */
        DECIDED,
        /** Policies do not tell. */
        ASSUMED
    }

    /** Copies the lists. */
    public ProofStep {
        senderEvidence = List.copyOf(senderEvidence);
        receiverEvidence = List.copyOf(receiverEvidence);
    }

    /** The same step with the sides exchanged: of a negotiation that the flow's receiver begins with its answer. */
    public ProofStep exchanged() {
        return new ProofStep(id, title, status, ofReceiver, ofSender, receiverEvidence, senderEvidence, why);
    }
}
