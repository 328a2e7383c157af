package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.jspecify.annotations.Nullable;

/**
 * A change that may help, as a value: nothing here runs it but {@link RemedyRun}.
 *
 * @param id unique in a diagnosis, such as {@code start-service/SRV2/IKEEXT}
 * @param host where it is made; empty where it is made elsewhere, such as on a domain controller
 * @param title what it does, in words
 * @param steps in order
 * @param risk how dangerous it is
 * @param warning what may go wrong, in words
 */
public record Remedy(String id, String host, String title, List<Step> steps, Risk risk, String warning) {
    /**
     * One command of a remedy.
     *
     * @param command makes the change
     * @param undo restores what was; null where nothing has to, or nothing can
     */
    public record Step(RemoteCommand command, @Nullable RemoteCommand undo) {}

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

    /** Copies the list. */
    public Remedy {
        steps = List.copyOf(steps);
    }

    /** The command lines. */
    public List<String> commandLines() {
        return steps.stream().map(step -> step.command().line()).toList();
    }

    /** The commands that undo it, the last step's first; empty where nothing can. */
    public List<RemoteCommand> undo() {
        List<RemoteCommand> undo = new ArrayList<>();
        for (Step step : steps) {
            RemoteCommand command = step.undo();
            if (command != null) {
                undo.add(0, command);
            }
        }
        return undo;
    }

    /** The command lines that undo it, in order. */
    public List<String> undoLines() {
        return undo().stream().map(RemoteCommand::line).toList();
    }

    /** Begins to write a remedy. */
    public static Draft draft(String id, String host, String title, Risk risk, String warning) {
        return new Draft(id, host, title, risk, warning);
    }

    /**
     * A remedy to which commands are still added. Arguments are quoted, never pasted; where one can be part of no command line,
     * as a name with a line break, there is no remedy.
     */
    public static final class Draft {
        private final String id;
        private final String host;
        private final String title;
        private final Risk risk;
        private final String warning;
        private final List<Step> steps = new ArrayList<>();
        private boolean isImpossible;

        private Draft(String id, String host, String title, Risk risk, String warning) {
            this.id = id;
            this.host = host;
            this.title = title;
            this.risk = risk;
            this.warning = warning;
        }

        /** Adds a step. */
        public Draft run(String program, String... arguments) {
            RemoteCommand command = command(program, arguments);
            if (command != null) {
                steps.add(new Step(command, null));
            }
            return this;
        }

        /** Says what undoes the last step. */
        public Draft undo(String program, String... arguments) {
            RemoteCommand command = command(program, arguments);
            if (command != null && !steps.isEmpty()) {
                int last = steps.size() - 1;
                steps.set(last, new Step(steps.get(last).command(), command));
            }
            return this;
        }

        private @Nullable RemoteCommand command(String program, String... arguments) {
            try {
                return RemoteCommand.program(program, arguments);
            } catch (IllegalArgumentException e) {
                isImpossible = true;
                return null;
            }
        }

        /** The remedy; none where a command was impossible. */
        public List<Remedy> done() {
            return isImpossible ? List.of() : List.of(new Remedy(id, host, title, steps, risk, warning));
        }
    }
}
