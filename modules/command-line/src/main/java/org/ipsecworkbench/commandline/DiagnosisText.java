package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.hostconnection.Failure;
import picocli.CommandLine.Help.Ansi;

/** A diagnosis for people: the cause, the evidence, each check, the remedies. */
final class DiagnosisText {
    private static final String END = System.lineSeparator();

    private DiagnosisText() {}

    static void write(Diagnosis diagnosis, Writer out, Ansi colours) throws IOException {
        hosts(diagnosis.scene().hosts(), out);
        out.write(END + verdict(diagnosis.verdict(), colours) + END + "  " + diagnosis.headline() + END);
        List<Cause> causes = diagnosis.causes();
        for (int i = 0; i < causes.size(); i++) {
            if (i > 0) {
                out.write(END + "  Also: " + causes.get(i).sentence() + END);
            }
            cause(causes.get(i), out);
        }
        for (CheckResult check : diagnosis.checks()) {
            check(check, out, colours);
        }
        List<Remedy> helping = causes.stream()
                .flatMap(cause -> cause.finding().remedies().stream())
                .toList();
        List<Remedy> telling = diagnosis.findings().stream()
                .flatMap(finding -> finding.remedies().stream())
                .filter(remedy -> !helping.contains(remedy))
                .distinct()
                .toList();
        remedies("What may help. Nothing was changed:", helping, out);
        if (!causes.isEmpty() || diagnosis.verdict() == Verdict.INCONCLUSIVE) {
            remedies("What would tell more, or may help with the rest:", telling, out);
        }
    }

    private static void hosts(List<HostFacts> hosts, Writer out) throws IOException {
        for (HostFacts host : hosts) {
            String what = (host.evidence().isSimulated() ? "SIMULATED " : "")
                    + host.platform().label();
            out.write(String.format(Locale.ROOT, "%-12s %s", host.name(), what).stripTrailing()
                    + host.address().map(address -> ", " + address).orElse("")
                    + END);
            Failure failure = host.evidence().failure();
            if (failure != null) {
                out.write("  NOT ASKED: " + failure.explanation() + END + "  Next step: " + failure.nextStep() + END);
            }
        }
    }

    private static String verdict(Verdict verdict, Ansi colours) {
        String word = verdict.label().toUpperCase(Locale.ROOT);
        return switch (verdict) {
            case OK -> colours.string("@|bold,green " + word + "|@");
            case FAILED -> colours.string("@|bold,red " + word + "|@");
            case ATTENTION -> colours.string("@|bold,yellow " + word + "|@");
            case INCONCLUSIVE, NOT_APPLICABLE -> colours.string("@|bold " + word + "|@");
        };
    }

    private static void cause(Cause cause, Writer out) throws IOException {
        field("sure", percent(cause.confidence()), out);
        for (Evidence evidence : cause.finding().evidence()) {
            field("seen at", evidence.label(), out);
        }
        for (Finding finding : cause.supporting()) {
            field("explains", finding.statement(), out);
        }
        for (Finding finding : cause.against()) {
            field("against", finding.statement(), out);
        }
        field("would change it", cause.finding().wouldChange(), out);
        field("next step", cause.nextStep(), out);
    }

    private static void field(String label, String value, Writer out) throws IOException {
        out.write(String.format(Locale.ROOT, "    %-16s %s", label, value) + END);
    }

    private static void check(CheckResult check, Writer out, Ansi colours) throws IOException {
        out.write(END + check.question() + "  " + verdict(check.verdict(), colours) + END);
        for (Finding finding : check.findings()) {
            String sure = finding.confidence() > 0 ? " (" + percent(finding.confidence()) + ")" : "";
            out.write(String.format(
                            Locale.ROOT, "  %-16s %s.%s", finding.verdict().label(), finding.statement(), sure)
                    + END);
        }
    }

    private static void remedies(String title, List<Remedy> remedies, Writer out) throws IOException {
        if (remedies.isEmpty()) {
            return;
        }
        out.write(END + title + END);
        for (Remedy remedy : remedies) {
            out.write(END + "  " + remedy.title() + END);
            field("id", remedy.id(), out);
            for (String command : remedy.commandLines()) {
                field("run", command, out);
            }
            field("risk", remedy.risk().label() + ". " + remedy.warning(), out);
            for (Remedy.Condition condition : remedy.conditions()) {
                field("only if", "as it was on " + condition.host() + ": " + condition.reads(), out);
            }
            for (String command : remedy.undoLines()) {
                field("undo", command, out);
            }
            if (remedy.timer() != Remedy.Timer.NONE) {
                field("undoes itself", "after " + remedy.timer().minutes() + " minutes" + when(remedy.timer()), out);
            }
            if (!remedy.canBeUndone()) {
                field("undo", "by hand", out);
            }
        }
    }

    private static String when(Remedy.Timer timer) {
        return timer == Remedy.Timer.IF_CUT_OFF ? ", unless the host can be reached after it" : ", whatever happens";
    }

    private static String percent(double confidence) {
        return Math.round(confidence * 100) + " %";
    }
}
