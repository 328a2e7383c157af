package org.ipsecworkbench.policy;

import org.ipsecworkbench.policy.select.Selection;

/** Says which rule of a host acts on a flow. Pure and safe for use by several threads; microseconds per rule. */
public final class EffectiveRules {
    private EffectiveRules() {}

    /**
     * The rule that acts on packets of a flow, and all others in order.
     *
     * @param side which end of the flow the host is
     */
    public static Effective of(HostPolicy policy, Flow flow, Side side) {
        return Selection.of(policy, flow, side);
    }
}
