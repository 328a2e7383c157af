package org.ipsecworkbench.diagnosis;

import org.ipsecworkbench.hostconnection.Cancellation;

/** Hears of collecting, and may end it. Called on the thread that collects, and does nothing unless it is overridden. */
public interface CollectListener {
    /** Hears nothing. */
    CollectListener NONE = new CollectListener() {};

    /** A command is about to run on a host. */
    default void asks(String host, Need need) {}

    /**
     * It runs.
     *
     * @param command ends it, from any thread
     */
    default void runs(Cancellation command) {}

    /** Whether no other command is to be begun. */
    default boolean isCancelled() {
        return false;
    }
}
