package org.ipsecworkbench.lab.model;

import java.math.BigInteger;

/**
 * A filter of an old policy.
 *
 * @param protocol any, TCP, UDP, ICMP or a number
 * @param sourcePort 0 for any
 * @param isMirrored whether it holds for the way back too
 */
public record LegacyFilter(
        Endpoint source,
        Endpoint destination,
        String protocol,
        int sourcePort,
        int destinationPort,
        boolean isMirrored) {

    /** Whether it holds for TCP between a host and a peer in either direction. */
    boolean covers(BigInteger me, BigInteger peer) {
        return (protocol.equalsIgnoreCase("any") || protocol.equalsIgnoreCase("TCP"))
                && (source.contains(me, me) && destination.contains(peer, me)
                        || isMirrored && source.contains(peer, me) && destination.contains(me, me));
    }

    /** The fewer pairs of addresses it holds for, the higher; a protocol or port of its own counts less. */
    double weight() {
        return -Math.log(source.size() * destination.size())
                + (protocol.equalsIgnoreCase("any") ? 0 : 0.01)
                + (destinationPort == 0 ? 0 : 0.01)
                + (sourcePort == 0 ? 0 : 0.01);
    }
}
