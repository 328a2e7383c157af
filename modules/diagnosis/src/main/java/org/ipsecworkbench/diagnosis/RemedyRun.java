package org.ipsecworkbench.diagnosis;

import java.util.List;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.Transcript;

/**
 * What became of a remedy.
 *
 * @param remedy which one
 * @param state where that leaves the hosts
 * @param message the same for people, with what stands where it did not end well
 * @param transcripts every command that was run, in order, those that undo too
 */
public record RemedyRun(Remedy remedy, State state, String message, List<Transcript> transcripts) {
    /** Where a run leaves the hosts. */
    public enum State {
        APPLIED("applied"),
        UNDONE("undone"),
        /** Nothing was begun, since a host is not what it was, or could not undo the change by itself. */
        REFUSED("refused"),
        /** It failed half way, and the hosts are as they were before. */
        ROLLED_BACK("rolled-back"),
        /** It was made, and a host cannot be reached any more: it will undo it by itself. */
        REVERTING("reverting"),
        /** Something of it stands, or may stand: the message says what. */
        STANDS("stands");

        private final String key;

        State(String key) {
            this.key = key;
        }

        /** The name in JSON; never changes. */
        public String key() {
            return key;
        }

        /** Whether what was asked for is done. */
        public boolean isWell() {
            return this == APPLIED || this == UNDONE;
        }
    }

    /** Reaches hosts. */
    @FunctionalInterface
    public interface Way {
        /** A new connection, which the caller closes. */
        HostConnection open(String host) throws ConnectionException;
    }

    /** Copies the list. */
    public RemedyRun {
        transcripts = List.copyOf(transcripts);
    }

    /**
     * Makes the change: looks whether the hosts are what they were, sets their timers where the remedy has one, runs the steps, and
     * then reaches each host anew before its timer is stopped. A step that fails ends it, and the steps before it are undone, the
     * last first. Waits for the hosts; not for the event thread.
     */
    public static RemedyRun apply(Way way, Remedy remedy) {
        try (RemedyRunner runner = new RemedyRunner(way, remedy)) {
            return runner.apply();
        }
    }

    /** Restores what was before a remedy that was applied, unless a host did so by itself. */
    public static RemedyRun undo(Way way, Remedy remedy) {
        try (RemedyRunner runner = new RemedyRunner(way, remedy)) {
            return runner.undo();
        }
    }
}
