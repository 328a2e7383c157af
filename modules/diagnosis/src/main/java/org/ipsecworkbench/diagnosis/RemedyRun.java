package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;

/**
 * What became of a remedy on a host.
 *
 * @param remedy which one
 * @param state where that leaves the host
 * @param message the same for people, with what stands where it did not end well
 * @param transcripts every command that was run, in order, those that undo too
 */
public record RemedyRun(Remedy remedy, State state, String message, List<Transcript> transcripts) {
    /** Where a run leaves the host. */
    public enum State {
        APPLIED("applied"),
        UNDONE("undone"),
        /** It failed half way, and the host is as it was before. */
        ROLLED_BACK("rolled-back"),
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
    }

    /** Copies the list. */
    public RemedyRun {
        transcripts = List.copyOf(transcripts);
    }

    /**
     * Makes the change. A step that fails ends it, and the steps before it are undone, the last first. Waits for the host; not
     * for the event thread.
     */
    public static RemedyRun apply(HostConnection connection, Remedy remedy) {
        List<Transcript> transcripts = new ArrayList<>();
        List<Remedy.Step> done = new ArrayList<>();
        for (Remedy.Step step : remedy.steps()) {
            Ended ended = run(connection, step.command(), transcripts);
            if (!ended.isWell()) {
                // What was lost on the way may have been done.
                if (ended.isUnknown()) {
                    done.add(step);
                }
                return rollBack(connection, remedy, done, step, ended.failure(), transcripts);
            }
            done.add(step);
        }
        return new RemedyRun(remedy, State.APPLIED, remedy.title() + ": done.", transcripts);
    }

    /** Restores what was before a remedy that was applied. */
    public static RemedyRun undo(HostConnection connection, Remedy remedy) {
        List<Transcript> transcripts = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (RemoteCommand command : remedy.undo()) {
            Ended ended = run(connection, command, transcripts);
            if (!ended.isWell()) {
                failed.add(command.line() + " (" + ended.failure() + ")");
            }
        }
        return failed.isEmpty()
                ? new RemedyRun(remedy, State.UNDONE, remedy.title() + ": undone.", transcripts)
                : new RemedyRun(
                        remedy,
                        State.STANDS,
                        remedy.title() + ": could not be undone, this failed: " + String.join("; ", failed) + ".",
                        transcripts);
    }

    private static RemedyRun rollBack(
            HostConnection connection,
            Remedy remedy,
            List<Remedy.Step> done,
            Remedy.Step failed,
            String failure,
            List<Transcript> transcripts) {
        String what = remedy.title() + ": " + failed.command().line() + " failed (" + failure + ")";
        List<String> standing = new ArrayList<>();
        for (int i = done.size() - 1; i >= 0; i--) {
            RemoteCommand undo = done.get(i).undo();
            if (undo != null && !run(connection, undo, transcripts).isWell()) {
                standing.add(done.get(i).command().line());
            }
        }
        return standing.isEmpty()
                ? new RemedyRun(
                        remedy,
                        State.ROLLED_BACK,
                        what + (done.isEmpty() ? "; nothing was changed." : "; what was done before was undone."),
                        transcripts)
                : new RemedyRun(
                        remedy,
                        State.STANDS,
                        what + ", and so did undoing it. This stands, or may stand: " + String.join("; ", standing)
                                + ".",
                        transcripts);
    }

    /**
     * How a command ended.
     *
     * @param failure why it failed; empty where it did not
     * @param isUnknown whether it may have been done all the same
     */
    private record Ended(String failure, boolean isUnknown) {
        boolean isWell() {
            return failure.isEmpty();
        }
    }

    private static Ended run(HostConnection connection, RemoteCommand command, List<Transcript> transcripts) {
        try {
            Transcript transcript = connection.run(command);
            transcripts.add(transcript);
            Failure failure = transcript.ending().failure();
            if (failure != null) {
                return new Ended(failure.explanation(), true);
            }
            int code = transcript.ending().exitCode().orElse(0);
            return new Ended(code == 0 ? "" : "exit code " + code, false);
        } catch (ConnectionException e) {
            return new Ended(e.failure().explanation(), false);
        }
    }
}
