package org.ipsecworkbench.policy.select;

import org.ipsecworkbench.policy.Addresses.Match;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Side;

/** Whether a filter means a flow. */
final class Matching {
    private Matching() {}

    static Match of(Filter filter, Flow flow, Side side) {
        Match forward = oneWay(filter, flow, side);
        if (forward == Match.YES || !filter.isMirrored()) {
            return forward;
        }
        Side other = side == Side.SOURCE ? Side.DESTINATION : Side.SOURCE;
        Match back = oneWay(filter, flow.reverse(), other);
        return back == Match.NO ? forward : back;
    }

    private static Match oneWay(Filter filter, Flow flow, Side side) {
        boolean isProtocol = filter.protocol() == Filter.ANY_PROTOCOL || filter.protocol() == flow.protocol();
        if (!isProtocol
                || !filter.sourcePorts().contains(flow.sourcePort())
                || !filter.destinationPorts().contains(flow.destinationPort())) {
            return Match.NO;
        }
        Match source = filter.source().matches(flow.source(), side == Side.SOURCE);
        Match destination = filter.destination().matches(flow.destination(), side == Side.DESTINATION);
        if (source == Match.NO || destination == Match.NO) {
            return Match.NO;
        }
        return source == Match.YES && destination == Match.YES ? Match.YES : Match.UNKNOWN;
    }
}
