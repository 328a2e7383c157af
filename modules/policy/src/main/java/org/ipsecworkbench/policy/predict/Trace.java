package org.ipsecworkbench.policy.predict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.policy.Divergence;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.ProofStep;
import org.jspecify.annotations.Nullable;

/** The proof of a negotiation as it grows, up to where it breaks. For one thread. */
final class Trace {
    private final List<ProofStep> steps = new ArrayList<>();
    private final Set<Fact> facts = new LinkedHashSet<>();
    private @Nullable Divergence divergence;
    private Cure cure = Cure.NONE;
    private boolean isUnanswered;

    /** A step that did not break it. */
    void add(ProofStep step) {
        steps.add(step);
    }

    /** Something that it rests on. */
    void rest(Fact fact) {
        facts.add(fact);
    }

    /** The step where it breaks, whose words are what diverges. */
    void fail(ProofStep step, String attribute, Cure helps) {
        fail(step, new Divergence(attribute, step.ofSender(), step.ofReceiver()), helps);
    }

    /** The step where it breaks. */
    void fail(ProofStep step, Divergence what, Cure helps) {
        steps.add(step);
        divergence = what;
        cure = helps;
    }

    /** It breaks since no message is ever answered. */
    void unanswered() {
        isUnanswered = true;
    }

    List<ProofStep> steps() {
        return steps;
    }

    Set<Fact> facts() {
        return facts;
    }

    @Nullable
    Divergence divergence() {
        return divergence;
    }

    Cure cure() {
        return cure;
    }

    boolean isUnanswered() {
        return isUnanswered;
    }
}
