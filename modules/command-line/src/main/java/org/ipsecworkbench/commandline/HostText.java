package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostTest;
import picocli.CommandLine.Help.Ansi;

/** A connection test for people: the verdict, then each step. */
final class HostText {
    private static final String INDENT = " ".repeat(26);

    private HostText() {}

    static void write(HostTest.Report report, Writer out, Ansi colours) throws IOException {
        String end = System.lineSeparator();
        out.write(report.address() + end);
        out.write("  " + verdict(report, colours) + end + end);
        for (HostTest.Result result : report.results()) {
            Failure failure = result.failure();
            String state = result.isOk() ? "ok" : failure == null ? "not reached" : "FAILED";
            String text = failure == null ? result.detail() : failure.explanation();
            String line =
                    String.format(Locale.ROOT, "  %-12s %-12s", result.step().key(), state);
            out.write((line + " " + text).stripTrailing() + end);
            if (failure != null) {
                out.write(INDENT + "  Next step: " + failure.nextStep() + end);
            }
        }
        if (report.clockOffset() != null) {
            out.write(String.format(
                    Locale.ROOT,
                    "%n  The host's clock is %+.1f s from this machine's.%n",
                    report.clockOffset().toMillis() / 1000.0));
        }
    }

    private static String verdict(HostTest.Report report, Ansi colours) {
        if (report.isOk()) {
            return colours.string("@|bold,green EVERYTHING WORKS|@");
        }
        boolean runs =
                report.results().stream().anyMatch(result -> result.step() == ConnectionStep.SHELL && result.isOk());
        return runs
                ? colours.string("@|bold,yellow WORKS, BUT NEEDS ATTENTION|@")
                : colours.string("@|bold,red DOES NOT WORK|@");
    }
}
