package org.ipsecworkbench.lab.winrm;

import java.time.Duration;

/**
 * What goes wrong on purpose.
 *
 * @param latency before each reply
 * @param cut where a connection is cut
 * @param cutAt the number of the request of a connection, from 1, at which it is cut
 * @param refusesPlain whether messages that are not sealed are refused over HTTP, as hosts do by default
 */
public record Switches(Duration latency, Cut cut, int cutAt, boolean refusesPlain) {
    /** The places at which a connection can be cut. */
    public enum Cut {
        NEVER,
        BEFORE_REPLY,
        IN_REPLY
    }

    public static final Switches NONE = new Switches(Duration.ZERO, Cut.NEVER, 0, true);

    public Switches withLatency(Duration time) {
        return new Switches(time, cut, cutAt, refusesPlain);
    }

    /** A copy that cuts connections. */
    public Switches cutting(Cut where, int at) {
        return new Switches(latency, where, at, refusesPlain);
    }
}
