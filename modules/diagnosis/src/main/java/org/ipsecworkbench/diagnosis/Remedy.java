package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.Redaction;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.jspecify.annotations.Nullable;

/**
 * A change that may help, as a value: nothing here runs it but {@link RemedyRun}.
 *
 * @param id unique in a diagnosis, such as {@code start-service/SRV2/IKEEXT}
 * @param host where it is made, or begun; empty where it is made elsewhere, such as on a domain controller
 * @param title what it does, in words
 * @param steps in order
 * @param risk how dangerous it is
 * @param warning what may go wrong, in words
 * @param conditions what has to be as it was when the hosts were diagnosed, since the way back rests on it
 * @param timer whether a host undoes it by itself
 */
public record Remedy(
        String id,
        String host,
        String title,
        List<Step> steps,
        Risk risk,
        String warning,
        List<Condition> conditions,
        Timer timer) {
    /** How the action begins for which the commands of a remedy are sent, as the audit trail has it; its title comes next. */
    public static final String APPLY = "Apply: ";

    /** The same of the commands that undo one. */
    public static final String UNDO = "Undo: ";

    /**
     * One command of a remedy.
     *
     * @param host where it runs
     * @param command makes the change
     * @param undo restores what was; null where nothing has to, or nothing can
     * @param mayFail whether the others go on where it fails, as where it only sends something
     */
    public record Step(
            String host, RemoteCommand command, @Nullable RemoteCommand undo, boolean mayFail) {}

    /**
     * What has to be as it was.
     *
     * @param reads what is looked at, in words
     * @param command prints it
     * @param expected what it printed when the hosts were diagnosed
     * @param host whose answer it is about
     */
    public record Condition(String host, String reads, RemoteCommand command, String expected) {
        /** Whether this is what was expected, but for blanks at the ends of lines. */
        boolean isMetBy(String output) {
            return plain(output).equals(plain(expected));
        }

        private static String plain(String output) {
            return output.replaceAll("[ \\t]*\\R", "\n").strip();
        }
    }

    /** Whether a host undoes a change by itself: a dead-man timer. */
    public enum Timer {
        NONE(0),
        /** Only if the host cannot be reached after the change. */
        IF_CUT_OFF(10),
        /** In any case, since the change was meant for a test. */
        IN_ANY_CASE(60);

        private final int minutes;

        Timer(int minutes) {
            this.minutes = minutes;
        }

        /** After how many minutes; 0 for never. */
        public int minutes() {
            return minutes;
        }
    }

    /** How dangerous a change is. */
    public enum Risk {
        LOW("low"),
        MEDIUM("medium"),
        HIGH("high"),
        /** Works, and makes the host easier to attack. */
        SECURITY("weakens security");

        private final String label;

        Risk(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Copies the lists. */
    public Remedy {
        steps = List.copyOf(steps);
        conditions = List.copyOf(conditions);
    }

    /** The hosts that it changes, in the order of its steps; none where it is made elsewhere. */
    public List<String> hosts() {
        return steps.stream()
                .map(Step::host)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /** The command lines without keys, each with its host where there are several. */
    public List<String> commandLines() {
        return steps.stream().map(step -> shown(step.host(), step.command())).toList();
    }

    private String shown(String where, RemoteCommand command) {
        return (hosts().size() > 1 ? where + ": " : "") + Redaction.of(command.line());
    }

    /** The steps that something undoes, the last first. */
    List<Step> undoSteps() {
        List<Step> undo = new ArrayList<>();
        steps.stream().filter(step -> step.undo() != null).forEach(step -> undo.add(0, step));
        return undo;
    }

    /** Whether commands undo it. */
    public boolean canBeUndone() {
        return !undoSteps().isEmpty();
    }

    /** The command lines that undo it without keys, in order; none where nothing can. */
    public List<String> undoLines() {
        return undoSteps().stream()
                .flatMap(step -> Stream.ofNullable(step.undo()).map(undo -> shown(step.host(), undo)))
                .toList();
    }

    /** Begins to write a remedy. */
    public static RemedyDraft draft(String id, String host, String title, Risk risk, String warning) {
        return new RemedyDraft(id, host, title, risk, warning);
    }
}
