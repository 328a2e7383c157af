package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.diagnosis.Remedy.Condition;
import org.ipsecworkbench.diagnosis.Remedy.Risk;
import org.ipsecworkbench.diagnosis.Remedy.Step;
import org.ipsecworkbench.diagnosis.Remedy.Timer;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.jspecify.annotations.Nullable;

/**
 * A remedy to which commands are still added. Arguments are quoted, never pasted; where one can be part of no command line, as a
 * name with a line break, there is no remedy.
 */
public final class RemedyDraft {
    private final String id;
    private final String host;
    private final String title;
    private final Risk risk;
    private final String warning;
    private final List<Step> steps = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private String where;
    private Timer timer = Timer.NONE;
    private boolean isImpossible;

    RemedyDraft(String id, String host, String title, Risk risk, String warning) {
        this.id = id;
        this.host = host;
        this.title = title;
        this.risk = risk;
        this.warning = warning;
        this.where = host;
    }

    /** Further steps run on another host. */
    public RemedyDraft on(String other) {
        where = other;
        return this;
    }

    /** Adds a step: a program and its arguments. */
    public RemedyDraft run(String... line) {
        return add(command(line), false);
    }

    /** Adds a step whose failure does not matter. */
    public RemedyDraft attempt(String... line) {
        return add(command(line), true);
    }

    private RemedyDraft add(@Nullable RemoteCommand command, boolean mayFail) {
        if (command != null) {
            steps.add(new Step(where, command, null, mayFail));
        }
        return this;
    }

    /** Says what undoes the last step. */
    public RemedyDraft undo(String... line) {
        RemoteCommand command = command(line);
        if (command != null && !steps.isEmpty()) {
            int last = steps.size() - 1;
            Step step = steps.get(last);
            steps.set(last, new Step(step.host(), step.command(), command, step.mayFail()));
        }
        return this;
    }

    /** The way back rests on what a host answered; where that is another answer by then, nothing is changed. */
    public RemedyDraft restsOn(HostEvidence evidence, Need need) {
        evidence.answer(need)
                .ifPresent(answer -> conditions.add(
                        new Condition(evidence.name(), need.reads(), need.command(), answer.outputText())));
        return this;
    }

    /** The change may cut the way by which the host is reached: unless it answers afterwards, it undoes it by itself. */
    public RemedyDraft mayCutOff() {
        timer = Timer.IF_CUT_OFF;
        return this;
    }

    /** The change is for a test: the host undoes it by itself, whatever happens. */
    public RemedyDraft forTest() {
        timer = Timer.IN_ANY_CASE;
        return this;
    }

    private @Nullable RemoteCommand command(String... line) {
        try {
            return RemoteCommand.program(line[0], Arrays.copyOfRange(line, 1, line.length));
        } catch (IllegalArgumentException e) {
            isImpossible = true;
            return null;
        }
    }

    /** The remedy; none where a command was impossible. */
    public List<Remedy> done() {
        return isImpossible ? List.of() : List.of(new Remedy(id, host, title, steps, risk, warning, conditions, timer));
    }
}
