package org.ipsecworkbench.policy.select;

import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Rule;

/**
 * How specific a filter is. What is compared, in this order, is knowledge that no document at hand confirms (policy-model.md
 * section 5): tunnel before transport, addresses, protocol, source port, destination port.
 *
 * @param value greater is more specific
 */
record Weight(int value) implements Comparable<Weight> {
    static Weight of(Rule rule, Filter filter) {
        int addresses = filter.source().specificity() + filter.destination().specificity();
        return new Weight(bit(rule.tunnel().isTunnel(), 16)
                + (addresses << 4)
                + bit(filter.protocol() != Filter.ANY_PROTOCOL, 3)
                + bit(!filter.sourcePorts().ranges().isEmpty(), 2)
                + bit(!filter.destinationPorts().ranges().isEmpty(), 1));
    }

    private static int bit(boolean isSet, int bit) {
        return isSet ? 1 << bit : 0;
    }

    @Override
    public int compareTo(Weight other) {
        return Integer.compare(value, other.value);
    }
}
