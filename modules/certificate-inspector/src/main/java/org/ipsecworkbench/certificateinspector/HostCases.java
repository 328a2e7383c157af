package org.ipsecworkbench.certificateinspector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Requirements;
import org.ipsecworkbench.policy.KeyDigests;

/** Makes cases of what hosts answered: each is held against its own rule, at the time of its own clock. */
final class HostCases {
    private HostCases() {}

    /** In their order, as far as it was not cancelled. Some milliseconds for each host; not for the event thread. */
    static List<HostCase> of(List<HostEvidence> answers, ScanMonitor monitor) {
        KeyDigests digests = KeyDigests.random();
        List<HostFacts> facts = new ArrayList<>();
        for (HostEvidence host : answers) {
            if (monitor.cancelled()) {
                break;
            }
            facts.add(HostFacts.of(host, digests));
            monitor.progress(facts.size(), answers.size());
        }
        return facts.stream()
                .map(host -> new HostCase(
                        host.certificates(),
                        Requirements.of(host).orElse(Requirement.ANY),
                        now(host),
                        Requirements.protectedServers(host, facts)))
                .toList();
    }

    /** When its certificates were asked for, by its own clock, which is what counts there. */
    private static Instant now(HostFacts host) {
        return host.evidence()
                .answer(Commands.CERTIFICATES)
                .map(answer -> answer.started().plus(answer.clockOffset().orElse(Duration.ZERO)))
                .orElseGet(Instant::now);
    }
}
