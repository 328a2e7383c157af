package org.ipsecworkbench.diagnosis.check.kerberos;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Verdict;

/** How far a host's clock is from that of its domain controller. Kerberos of a domain allows five minutes by default. */
final class TimeOffset {
    private static final double REFUSED_SECONDS = 300;
    private static final double CLOSE_SECONDS = 120;
    private static final int MINUTE = 60;

    /** A line of samples: a time, a comma, and the offset with its sign, with a point or a comma for decimals. */
    private static final Pattern SAMPLE = Pattern.compile("(?m)^.*,\\s*([+-])(\\d{1,9})[.,](\\d{1,9})s\\s*$");

    private TimeOffset() {}

    static Optional<Finding> examine(HostFacts host, DomainController controller) {
        Need need = Commands.clockOffset(controller.name());
        return host.evidence()
                .answer(need)
                .map(answer -> SAMPLE.matcher(answer.outputText()))
                .filter(Matcher::find)
                .flatMap(sample -> judge(host, need, sample));
    }

    private static Optional<Finding> judge(HostFacts host, Need need, Matcher sample) {
        double seconds = Double.parseDouble(sample.group(2) + "." + sample.group(3));
        if (seconds < CLOSE_SECONDS) {
            return Optional.empty();
        }
        boolean isRefused = seconds > REFUSED_SECONDS;
        String off =
                seconds < MINUTE * 2 ? Math.round(seconds) + " seconds" : Math.round(seconds / MINUTE) + " minutes";
        List<Remedy> remedy = Remedy.draft(
                        "resync/" + host.name(),
                        host.name(),
                        "Synchronise the clock of " + host.name(),
                        Remedy.Risk.LOW,
                        "Programs on it see the time jump.")
                .run("w32tm", "/resync", "/force")
                .done();
        return Optional.of(Finding.of(
                        isRefused ? "clock-off" : "clock-drifts",
                        List.of(host.name()),
                        isRefused ? Verdict.FAILED : Verdict.ATTENTION,
                        isRefused ? 0.95 : 0.7,
                        "The clock of " + host.name() + " is " + off + " off",
                        List.of(Evidence.whole(host.name(), need, sample.group().strip())),
                        "An offset below five minutes, or a domain that allows more.")
                .remedied("synchronise it", remedy));
    }
}
