package org.ipsecworkbench.policy;

import org.ipsecworkbench.policy.predict.ChangedPolicy;

/** Changes a policy without touching its host, so that it can be predicted again. Pure and safe for use by several threads. */
public final class WhatIf {
    private WhatIf() {}

    /**
     * The policy with one value of the rule changed that acts on a flow. Where none acts, an action makes a rule of its own, about
     * that traffic and with default offers.
     *
     * @param side which end of the flow the host is
     * @throws IllegalArgumentException with a sentence for people, where the value means nothing or no rule acts
     */
    public static HostPolicy apply(HostPolicy policy, Flow flow, Side side, Change change) {
        return ChangedPolicy.of(policy, flow, side, change);
    }
}
