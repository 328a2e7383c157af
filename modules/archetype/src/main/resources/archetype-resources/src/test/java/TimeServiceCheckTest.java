package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Transcript;
import org.junit.jupiter.api.Test;

class TimeServiceCheckTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Finding examine(HostEvidence host) {
        return Diagnosis.of(List.of(host), List.of(), List.of(new TimeServiceCheck()))
                .findings()
                .get(0);
    }

    private static HostEvidence answering(String output) {
        return HostEvidence.none("SRV1", false)
                .with(new Transcript(
                        "SRV1",
                        TimeServiceCheck.STATE.line(),
                        NOW,
                        NOW,
                        Ending.exited(0),
                        output.getBytes(StandardCharsets.US_ASCII),
                        new byte[0],
                        false,
                        StandardCharsets.US_ASCII,
                        Optional.empty()));
    }

    @Test
    void aServiceThatRunsIsOk() {
        Finding finding = examine(answering("SERVICE_NAME: w32time\n        STATE              : 4  RUNNING\n"));
        assertEquals(Verdict.OK, finding.verdict());
        assertEquals("STATE              : 4  RUNNING", finding.evidence().get(0).text());
    }

    @Test
    void oneThatDoesNotNeedsAttention() {
        Finding finding = examine(answering("SERVICE_NAME: w32time\n        STATE              : 1  STOPPED\n"));
        assertEquals(Verdict.ATTENTION, finding.verdict());
        assertTrue(finding.remedyInWords().contains("net start"));
    }

    @Test
    void nothingIsOkWithoutAnAnswer() {
        assertEquals(Verdict.INCONCLUSIVE, examine(HostEvidence.none("SRV1", false)).verdict());
        assertEquals(Verdict.INCONCLUSIVE, examine(answering("Access is denied.\n")).verdict());
    }
}
