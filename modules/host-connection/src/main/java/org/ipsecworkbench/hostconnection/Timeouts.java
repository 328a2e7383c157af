package org.ipsecworkbench.hostconnection;

import java.time.Duration;

/**
 * How long to wait for a host.
 *
 * @param connect until the addresses of a name are known, and then until a port answers, per address
 * @param answer until an answer is there whole, and for TLS
 * @param poll how long the host may hold back the answer to a question for output; silence within that is normal
 */
public record Timeouts(Duration connect, Duration answer, Duration poll) {
    /** The usual ones. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(20));
}
