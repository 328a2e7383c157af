package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Remedy.Condition;
import org.ipsecworkbench.diagnosis.Remedy.Step;
import org.ipsecworkbench.diagnosis.Remedy.Timer;
import org.ipsecworkbench.diagnosis.RemedyRun.State;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.Redaction;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;

/** One run of a remedy. A command that is lost with its connection may have been done, so what undoes it is run as well. */
final class RemedyRunner implements AutoCloseable {
    private final RemedyRun.Way way;
    private final Remedy remedy;
    private final Map<String, HostConnection> open = new HashMap<>();
    private final List<Transcript> transcripts = new ArrayList<>();
    /** Those whose hosts may have them. */
    private final Map<String, DeadMan> timers = new HashMap<>();

    RemedyRunner(RemedyRun.Way way, Remedy remedy) {
        this.way = way;
        this.remedy = remedy;
    }

    /**
     * How a command ended.
     *
     * @param failure why it failed; empty where it did not
     * @param isLost whether the host was lost, and not the command that failed
     * @param mayHaveRun whether it may have been done all the same
     */
    private record Ended(String failure, boolean isLost, boolean mayHaveRun) {
        boolean isWell() {
            return failure.isEmpty();
        }
    }

    RemedyRun apply() {
        for (Condition condition : remedy.conditions()) {
            String broken = broken(condition);
            if (!broken.isEmpty()) {
                return ended(State.REFUSED, "nothing was changed, since " + broken + ".");
            }
        }
        String unset = setTimers();
        if (!unset.isEmpty()) {
            String left = stopTimers();
            return ended(
                    left.isEmpty() ? State.REFUSED : State.STANDS,
                    "nothing was changed, since " + unset + (left.isEmpty() ? "." : "; " + left + "."));
        }
        List<Step> done = new ArrayList<>();
        for (Step step : remedy.steps()) {
            Ended ended = run(step.host(), step.command());
            if (!ended.isWell() && !step.mayFail()) {
                // What was lost on the way may have been done.
                if (ended.mayHaveRun()) {
                    done.add(step);
                }
                return rollBack(done, step, ended.failure());
            }
            done.add(step);
        }
        return confirm();
    }

    /** Why the way back cannot be trusted; empty where it can. */
    private String broken(Condition condition) {
        Ended ended = run(condition.host(), condition.command());
        if (ended.isLost()) {
            return condition.host() + " could not be asked (" + ended.failure() + ")";
        }
        String now = transcripts.get(transcripts.size() - 1).outputText();
        return condition.isMetBy(now)
                ? ""
                : condition.host() + " is not what it was when it was diagnosed: " + condition.reads()
                        + " changed. Diagnose again";
    }

    /** Lets each host undo the change by itself; says why that cannot be, or nothing. */
    private String setTimers() {
        if (remedy.timer() == Timer.NONE) {
            return "";
        }
        for (String host : remedy.hosts()) {
            DeadMan timer = new DeadMan(remedy, host);
            Optional<RemoteCommand> set = timer.set();
            if (set.isEmpty()) {
                return "no task of " + host + " could undo it by itself";
            }
            Ended ended = run(host, set.get());
            if (ended.isWell() || ended.mayHaveRun()) {
                timers.put(host, timer);
            }
            if (!ended.isWell()) {
                return "the task that would undo it could not be made on " + host + " (" + ended.failure() + ")";
            }
        }
        return "";
    }

    /** Stops the timers that were set, by new connections; says what is left, or nothing. */
    private String stopTimers() {
        List<String> left = new ArrayList<>();
        timers.forEach((host, timer) -> {
            close(host);
            Ended ended = run(host, timer.clear());
            if (!ended.isWell() && isSet(host, timer)) {
                left.add("the task \"" + timer.name() + "\" may be left on " + host + " (" + ended.failure()
                        + ") and then undoes it within " + remedy.timer().minutes() + " minutes");
            }
        });
        return String.join("; ", left);
    }

    /** Whether the host has the timer still, or does not say that it has not. */
    private boolean isSet(String host, DeadMan timer) {
        Ended ended = run(host, timer.query());
        return ended.isWell() || ended.isLost();
    }

    /** A change that may cut hosts off is done only when they can be reached anew. */
    private RemedyRun confirm() {
        if (remedy.timer() == Timer.IN_ANY_CASE) {
            return ended(
                    State.APPLIED,
                    "done. It is undone within " + remedy.timer().minutes() + " minutes, also without the workbench.");
        }
        String left = stopTimers();
        return left.isEmpty()
                ? ended(State.APPLIED, "done.")
                : ended(State.REVERTING, "done, and then a host could not be reached: " + left + ".");
    }

    private RemedyRun rollBack(List<Step> done, Step failed, String failure) {
        String what = shown(failed) + " failed (" + failure + ")";
        List<String> standing = new ArrayList<>();
        for (int i = done.size() - 1; i >= 0; i--) {
            RemoteCommand undo = done.get(i).undo();
            if (undo != null && !run(done.get(i).host(), undo).isWell()) {
                standing.add(shown(done.get(i)));
            }
        }
        String left = stopTimers();
        if (standing.isEmpty() || isAsItWas()) {
            String state = done.isEmpty() ? "nothing was changed" : "what was done before was undone";
            return ended(State.ROLLED_BACK, what + "; " + state + (left.isEmpty() ? "." : "; " + left + "."));
        }
        return ended(
                State.STANDS,
                what + ", and so did undoing it. This stands, or may stand: " + String.join("; ", standing)
                        + (left.isEmpty() ? "." : ", but " + left + "."));
    }

    /** Whether all that the way back rests on is there again, although what should restore it failed: nothing was to restore. */
    private boolean isAsItWas() {
        return !remedy.conditions().isEmpty()
                && remedy.conditions().stream()
                        .allMatch(condition -> broken(condition).isEmpty());
    }

    private String shown(Step step) {
        return (remedy.hosts().size() > 1 ? step.host() + ": " : "")
                + Redaction.of(step.command().line());
    }

    RemedyRun undo() {
        List<String> failed = new ArrayList<>();
        if (remedy.timer() == Timer.IN_ANY_CASE) {
            remedy.hosts().forEach(host -> timers.put(host, new DeadMan(remedy, host)));
            // One that has run has undone it, and undoing it once more would only fail.
            timers.entrySet().removeIf(one -> !isSet(one.getKey(), one.getValue()));
        }
        for (Step step : remedy.undoSteps()) {
            RemoteCommand undo = step.undo();
            boolean isLeft = remedy.timer() != Timer.IN_ANY_CASE || timers.containsKey(step.host());
            if (undo != null && isLeft) {
                Ended ended = run(step.host(), undo);
                if (!ended.isWell()) {
                    failed.add(Redaction.of(undo.line()) + " (" + ended.failure() + ")");
                }
            }
        }
        String left = stopTimers();
        if (failed.isEmpty()) {
            return ended(State.UNDONE, left.isEmpty() ? "undone." : "undone; " + left + ".");
        }
        return ended(
                State.STANDS,
                "could not be undone, this failed: " + String.join("; ", failed)
                        + (left.isEmpty() ? "." : ", but " + left + "."));
    }

    private RemedyRun ended(State state, String message) {
        return new RemedyRun(remedy, state, remedy.title() + ": " + message, transcripts);
    }

    private Ended run(String host, RemoteCommand command) {
        HostConnection connection = open.get(host);
        try {
            if (connection == null) {
                connection = way.open(host);
                open.put(host, connection);
            }
        } catch (ConnectionException e) {
            return new Ended(e.failure().explanation(), true, false);
        }
        try {
            Transcript transcript = connection.run(command);
            transcripts.add(transcript);
            Failure failure = transcript.ending().failure();
            if (failure != null) {
                // Of what was lost nothing more comes by this connection.
                close(host);
                return new Ended(failure.explanation(), true, true);
            }
            int code = transcript.ending().exitCode().orElse(0);
            return new Ended(code == 0 ? "" : "exit code " + code, false, false);
        } catch (ConnectionException e) {
            close(host);
            return new Ended(e.failure().explanation(), true, true);
        }
    }

    private void close(String host) {
        HostConnection connection = open.remove(host);
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() {
        List.copyOf(open.keySet()).forEach(this::close);
    }
}
