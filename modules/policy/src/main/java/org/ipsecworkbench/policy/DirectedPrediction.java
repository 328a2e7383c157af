package org.ipsecworkbench.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens when one of two hosts begins.
 *
 * @param flow its packets
 * @param outcome what happens to them
 * @param protection the suite that is negotiated, such as {@code ESP aes128 sha1}; empty without one
 * @param why the decisive sentence
 * @param steps the proof, in order
 * @param divergence null where the policies agree
 * @param cure the smallest change that helps, as a sentence; empty where none is needed
 * @param change the same change to be tried; null where it is no change of one value
 * @param facts what it rests on
 * @param confidence their product
 * @param sender which rule of the host that begins acts
 * @param receiver the same of the other host
 */
public record DirectedPrediction(
        Flow flow,
        Outcome outcome,
        String protection,
        String why,
        List<ProofStep> steps,
        @Nullable Divergence divergence,
        String cure,
        @Nullable ProposedChange change,
        List<Fact> facts,
        double confidence,
        Effective sender,
        Effective receiver) {
    /** Copies the lists. */
    public DirectedPrediction {
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
    }
}
