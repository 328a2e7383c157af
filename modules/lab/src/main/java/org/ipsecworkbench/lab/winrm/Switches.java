package org.ipsecworkbench.lab.winrm;

import java.time.Duration;

/**
 * What goes wrong on purpose.
 *
 * @param latency before each reply
 * @param cut where a connection is cut
 * @param cutAt the number of the request of a connection, from 1, at which it is cut
 * @param refusesPlain whether messages that are not sealed are refused over HTTP, as hosts do by default
 * @param faultAt the message that is answered by a fault: Create, Command, Receive, Send, Signal or Delete; empty for none
 * @param fault its code, of WSManFault
 * @param shells that a user may have; 0 for what the release allows
 */
public record Switches(
        Duration latency, Cut cut, int cutAt, boolean refusesPlain, String faultAt, long fault, int shells) {
    /** The places at which a connection can be cut. */
    public enum Cut {
        NEVER,
        BEFORE_REPLY,
        IN_REPLY
    }

    public static final Switches NONE = new Switches(Duration.ZERO, Cut.NEVER, 0, true, "", 0, 0);

    public Switches withLatency(Duration time) {
        return new Switches(time, cut, cutAt, refusesPlain, faultAt, fault, shells);
    }

    /** A copy that cuts connections. */
    public Switches cutting(Cut where, int at) {
        return new Switches(latency, where, at, refusesPlain, faultAt, fault, shells);
    }

    /** A copy that answers a message by a fault. */
    public Switches faulting(String message, long code) {
        return new Switches(latency, cut, cutAt, refusesPlain, message, code, shells);
    }

    /** A copy with another quota of shells. */
    public Switches allowing(int most) {
        return new Switches(latency, cut, cutAt, refusesPlain, faultAt, fault, most);
    }

    /** Whether a message of this action, a whole URI, is answered by the fault. */
    boolean faults(String action) {
        return !faultAt.isEmpty()
                && action.regionMatches(
                        true, action.length() - faultAt.length() - 1, "/" + faultAt, 0, faultAt.length() + 1);
    }
}
