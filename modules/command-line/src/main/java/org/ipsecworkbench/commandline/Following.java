package org.ipsecworkbench.commandline;

import java.io.PrintWriter;
import java.util.Locale;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.Coverage;

/** The verdict of a capture that is followed, said on standard error each time that it has changed. */
final class Following implements CaptureFollowing.Use<Coverage> {
    private final PrintWriter err;
    private String said = "";

    Following(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void grown(Capture capture) {
        Coverage coverage = capture.coverage();
        String verdict = coverage.verdict().label();
        if (!verdict.equals(said)) {
            said = verdict;
            Terminal.status("");
            String why = coverage.reasons().isEmpty()
                    ? ""
                    : ". " + coverage.reasons().get(0);
            err.println(String.format(Locale.ROOT, "After %,d packets: %s%s", coverage.packets(), verdict, why));
        }
    }

    @Override
    public Coverage result(Capture capture) {
        return capture.coverage();
    }
}
