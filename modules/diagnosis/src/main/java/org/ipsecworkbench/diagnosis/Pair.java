package org.ipsecworkbench.diagnosis;

import java.util.List;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.policy.Role;

/**
 * Two hosts, with what their policies come to.
 *
 * @param one the first in the order that was asked for
 * @param other the second
 * @param prediction for TCP from one to port 445 of the other, and back
 */
public record Pair(HostFacts one, HostFacts other, Prediction prediction) {
    /** The rule of the first that acts on traffic with the second. */
    public Effective ofOne() {
        return prediction.there().sender();
    }

    /** The rule of the second that acts on traffic with the first. */
    public Effective ofOther() {
        return prediction.there().receiver();
    }

    /** What the rules of the first host make of the traffic. */
    public Role roleOfOne() {
        return ofOne().role();
    }

    /** What the rules of the other host make of the traffic. */
    public Role roleOfOther() {
        return ofOther().role();
    }

    /** The names of both. */
    public List<String> names() {
        return List.of(one.name(), other.name());
    }

    /** For people: {@code SRV1 and SRV2}. */
    public String label() {
        return one.name() + " and " + other.name();
    }
}
