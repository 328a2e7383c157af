package org.ipsecworkbench.commandline;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.ipsecworkbench.hostconnection.HostConnection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether a remedy is to be run, and how. What is done is told on standard error. */
final class RemedyOptions {
    @Option(
            names = "--apply",
            paramLabel = "ID",
            description = "Run the remedy with this id, which a diagnosis names, and diagnose again.")
    private String id = "";

    @Option(names = "--yes", description = "Do not ask before a remedy is run.")
    private boolean isAgreed;

    @Option(names = "--without-undo", description = "Run a remedy also where nothing can undo it.")
    private boolean mayStand;

    @Option(names = "--then-undo", description = "Undo the remedy after the second diagnosis.")
    private boolean isUndone;

    boolean isWanted() {
        return !id.isEmpty();
    }

    boolean isUndone() {
        return isUndone;
    }

    /** The remedy that was asked for, if it may be run. */
    Remedy choose(CommandSpec spec, Diagnosis diagnosis) {
        List<Remedy> all = Stream.concat(
                        diagnosis.findings().stream().flatMap(finding -> finding.remedies().stream()),
                        diagnosis.tools().stream())
                .toList();
        Remedy remedy = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no remedy " + id + " now; there are: "
                                + String.join(
                                        ", ",
                                        all.stream().map(Remedy::id).distinct().toList())
                                + "."));
        if (remedy.host().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), remedy.title() + ": that is not done on one of the hosts; do it there.");
        }
        if (!remedy.canBeUndone() && !mayStand) {
            throw new ParameterException(
                    spec.commandLine(), remedy.title() + ": nothing undoes that. Give --without-undo to run it.");
        }
        return remedy;
    }

    /** Whether whoever sits here agrees. */
    boolean isAgreed(CommandSpec spec, Remedy remedy) {
        if (isAgreed) {
            return true;
        }
        var console = System.console();
        if (console == null) {
            throw new ParameterException(
                    spec.commandLine(), "Nobody can be asked here whether to run it. Give --yes to agree.");
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(remedy.title() + ", on " + String.join(" and ", remedy.hosts()) + ":");
        remedy.commandLines().forEach(line -> err.println("  " + line));
        err.println("  Risk: " + remedy.risk().label() + ". " + remedy.warning());
        err.flush();
        String answer = console.readLine("Run it? [y/N] ");
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    /** Runs or undoes a remedy on its hosts and says what became of it. */
    static RemedyRun run(CommandSpec spec, List<DiagnosisTarget> targets, Remedy remedy, boolean isUndo) {
        String action = (isUndo ? Remedy.UNDO : Remedy.APPLY) + remedy.title();
        RemedyRun.Way way = host -> {
            DiagnosisTarget target = targets.stream()
                    .filter(one -> one.name().equals(host))
                    .findFirst()
                    .orElseThrow();
            return HostConnection.open(
                    target.address(), target.credentials(), target.options().withAction(action));
        };
        RemedyRun run = isUndo ? RemedyRun.undo(way, remedy) : RemedyRun.apply(way, remedy);
        PrintWriter err = spec.commandLine().getErr();
        err.println("ipsecwb: " + run.message());
        run.transcripts().forEach(transcript -> err.println("  ran   " + transcript.line()));
        if (run.state() == RemedyRun.State.APPLIED) {
            remedy.undoLines().forEach(line -> err.println("  undo  " + line));
        }
        err.flush();
        return run;
    }
}
