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

    /** The same that also ends the command that runs, and begins no other one, when this is cancelled. */
    default CollectListener endedBy(Cancellation cancellation) {
        CollectListener told = this;
        return new CollectListener() {
            @Override
            public void asks(String host, Need need) {
                told.asks(host, need);
            }

            @Override
            public void runs(Cancellation command) {
                told.runs(command);
                cancellation.onCancel(command::cancel);
            }

            @Override
            public boolean isCancelled() {
                return told.isCancelled() || cancellation.isCancelled();
            }
        };
    }
}
