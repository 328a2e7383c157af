package org.ipsecworkbench.diagnosis.check.ikelog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.openide.util.lookup.ServiceProvider;

/**
 * Whether IKE of Windows Server 2003 writes its log, Oakley.log. What it says counts among the records of the host. It is off
 * unless somebody switched it on; the documentation of the levels above 1 contradicts itself, so only 1 is proposed.
 */
@ServiceProvider(service = Check.class, position = 900)
public final class IkeLogCheck implements Check {
    private static final Pattern LOGGING = Pattern.compile("(?im)^\\s*IKElogging\\s*:\\s*(\\d{1,3})\\s*$");

    @Override
    public String key() {
        return "ike-log";
    }

    @Override
    public String question() {
        return "What does the log of IKE say?";
    }

    @Override
    public String explanation() {
        return "Windows Server 2003 can write each step of a negotiation to a file, once that is switched on.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        return Needs.of(
                host,
                platform -> platform.isLegacy() ? List.of(Commands.POLICY_IN_FORCE, Commands.IKE_LOG) : List.of());
    }

    @Override
    public List<Finding> examine(Scene scene) {
        return scene.ofHosts(host -> List.of(examine(host)));
    }

    private static Finding examine(HostFacts host) {
        if (!host.platform().isLegacy()) {
            return Finding.of(
                    "no-ike-log",
                    List.of(host.name()),
                    host.platform().isKnown() ? Verdict.NOT_APPLICABLE : Verdict.INCONCLUSIVE,
                    0.9,
                    host.name() + " writes no log of IKE: since Vista there are events instead",
                    List.of(),
                    "Windows of another version.");
        }
        int level = level(host).orElse(0);
        boolean isThere = host.evidence()
                .answer(Commands.IKE_LOG)
                .filter(answer -> answer.ending().exitCode().orElse(1) == 0)
                .isPresent();
        if (isThere) {
            return Finding.of(
                    "ike-log-read",
                    List.of(host.name()),
                    Verdict.OK,
                    0.8,
                    host.name() + " has a log of IKE; what failed in it is told with the events",
                    List.of(Evidence.whole(host.name(), Commands.IKE_LOG, "level " + level)),
                    "Newer lines in it.");
        }
        return Finding.of(
                        "ike-log-off",
                        List.of(host.name()),
                        Verdict.INCONCLUSIVE,
                        0,
                        host.name() + " writes no log of IKE",
                        List.of(),
                        "The log, after traffic with the other host.")
                .remedied("switch it on, and send the other host something", enable(host));
    }

    private static Optional<Integer> level(HostFacts host) {
        return host.evidence()
                .answer(Commands.POLICY_IN_FORCE)
                .map(answer -> LOGGING.matcher(answer.outputText()))
                .filter(Matcher::find)
                .map(level -> Integer.parseInt(level.group(1)));
    }

    private static List<Remedy> enable(HostFacts host) {
        return Remedy.draft(
                        "ike-log/" + host.name(),
                        host.name(),
                        "Let IKE write its log on " + host.name(),
                        Remedy.Risk.LOW,
                        "The file grows, and holds names of computers and users. Switch it off afterwards.")
                .run("netsh", "ipsec", "dynamic", "set", "config", "ikelogging", "1")
                .undo("netsh", "ipsec", "dynamic", "set", "config", "ikelogging", "0")
                .done();
    }

    @Override
    public String next() {
        return "custom";
    }
}
