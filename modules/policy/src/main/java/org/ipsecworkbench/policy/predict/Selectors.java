package org.ipsecworkbench.policy.predict;

import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Rule;

/** Whether traffic selectors and the ends of tunnels fit. */
final class Selectors {
    private Selectors() {}

    /**
     * Whether one filter is about all that another one asks for, in either orientation. In transport mode a host asks for
     * the addresses of the packet, so that only protocol and ports are compared.
     */
    static boolean covers(Filter wide, Filter narrow, boolean isTunnel) {
        boolean isProtocol = wide.protocol() == Filter.ANY_PROTOCOL || wide.protocol() == narrow.protocol();
        boolean isAhead = wide.sourcePorts().covers(narrow.sourcePorts())
                && wide.destinationPorts().covers(narrow.destinationPorts())
                && (!isTunnel
                        || wide.source().covers(narrow.source())
                                && wide.destination().covers(narrow.destination()));
        boolean isReversed = wide.sourcePorts().covers(narrow.destinationPorts())
                && wide.destinationPorts().covers(narrow.sourcePorts())
                && (!isTunnel
                        || wide.source().covers(narrow.destination())
                                && wide.destination().covers(narrow.source()));
        return isProtocol && (isAhead || isReversed);
    }

    /** Whether the near end of each tunnel is the far end of the other one, where both were read. */
    static boolean areMirrored(Rule.Tunnel one, Rule.Tunnel other) {
        return !one.isTunnel()
                || !other.isTunnel()
                || fit(one.local(), other.remote()) && fit(one.remote(), other.local());
    }

    private static boolean fit(String one, String other) {
        boolean isOpen = isAny(one) || isAny(other);
        return isOpen || one.equalsIgnoreCase(other);
    }

    private static boolean isAny(String end) {
        return end.isEmpty() || end.equalsIgnoreCase("any") || end.startsWith("{");
    }
}
