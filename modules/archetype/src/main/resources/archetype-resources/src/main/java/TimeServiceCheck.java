package ${package};

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Transcript;
import org.openide.util.lookup.ServiceProvider;

/**
 * A check to start from: whether the clocks of hosts are kept. It has no state, asks hosts only what reads, and is never sure of
 * what no answer says.
 */
@ServiceProvider(service = Check.class, position = 2000)
public final class TimeServiceCheck implements Check {
    static final Need STATE = Need.user("whether the Windows Time service runs", "sc", "query", "w32time");
    /** The labels are in the language of the host, the number is not: 4 is running. */
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\s*STATE\\s*:\\s*(\\d)\\b.*$");
    private static final String RUNNING = "4";

    @Override
    public String key() {
        return "time-service";
    }

    @Override
    public String question() {
        return "Is the clock of each host kept?";
    }

    @Override
    public String explanation() {
        return "Kerberos, by which IPsec hosts of a domain know each other, refuses clocks that are five minutes apart.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        return List.of(STATE);
    }

    @Override
    public List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (HostFacts host : scene.hosts()) {
            findings.add(examine(host));
        }
        return findings;
    }

    private static Finding examine(HostFacts host) {
        Optional<Transcript> answer = host.evidence().answer(STATE);
        Matcher state = NUMBER.matcher(answer.map(Transcript::outputText).orElse(""));
        if (!state.find()) {
            return Finding.of(
                    "clock-unknown",
                    List.of(host.name()),
                    Verdict.INCONCLUSIVE,
                    1,
                    "Whether the Windows Time service of " + host.name() + " runs is not known",
                    List.of(),
                    "An answer to " + STATE.shown() + ".");
        }
        boolean runs = state.group(1).equals(RUNNING);
        Finding finding = Finding.of(
                runs ? "clock-kept" : "clock-not-kept",
                List.of(host.name()),
                runs ? Verdict.OK : Verdict.ATTENTION,
                0.9,
                "The Windows Time service of " + host.name() + (runs ? " runs" : " does not run"),
                List.of(Evidence.whole(host.name(), STATE, state.group())),
                "Another state of the service.");
        return runs ? finding : finding.remedied("start the service: net start w32time");
    }

    @Override
    public String next() {
        return "kerberos";
    }
}
