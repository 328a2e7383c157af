package org.ipsecworkbench.policy;

import org.ipsecworkbench.policy.predict.Run;

/**
 * Predicts what two hosts negotiate (policy-model.md, section 4). Pure, and safe for use by several threads; well below a
 * millisecond for policies of some hundred rules.
 *
 * <p>What it knows beside the policies are rows of {@code matrix.tsv} and {@code facts.tsv}, each with its own confidence. It
 * knows nothing of services, networks, certificates, tickets and clocks: what rests on those is a fact of the result.
 */
public final class Predictor {
    private Predictor() {}

    /**
     * Both directions of a flow.
     *
     * @param source policy of the flow's source
     * @param destination policy of its destination; keys are compared only if both were read with the same {@link KeyDigests}
     */
    public static Prediction predict(HostPolicy source, HostPolicy destination, Flow flow) {
        return new Prediction(Run.predict(source, destination, flow), Run.predict(destination, source, flow.reverse()));
    }
}
