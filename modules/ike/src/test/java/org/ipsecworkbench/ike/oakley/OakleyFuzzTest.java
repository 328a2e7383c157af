package org.ipsecworkbench.ike.oakley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.testing.SyntheticLogs;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of any content; the seeds are synthetic. */
class OakleyFuzzTest {
    static Stream<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        SyntheticLogs.all().values().forEach(log -> {
            seeds.add(log.bytes());
            seeds.add(("\uFEFF" + log.text()).getBytes(StandardCharsets.UTF_16LE));
        });
        return seeds.stream();
    }

    /** Reading never throws and stays inside its limits; every place that it names is a line of the log. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyLogIsRead(byte[] input) throws IOException {
        OakleyLogs.isOakley(input);
        OakleyReport report = OakleyLogsTest.read(input);
        assertTrue(report.outside().size() <= OakleyLimits.DEFAULT.maxOutside(), "other lines are bounded");
        report.outside().forEach(line -> assertTrue(line.evidence().last() <= report.lines()));
        for (Negotiation one : report.report().negotiations()) {
            assertTrue(one.steps().size() <= IkeLimits.DEFAULT.maxSteps(), "steps are bounded");
            one.steps().forEach(step -> {
                assertTrue(!step.evidence().isEmpty(), "each step has its lines");
                step.evidence().forEach(evidence -> {
                    assertTrue(evidence.first() >= 1 && evidence.first() <= evidence.last());
                    assertTrue(evidence.last() <= report.lines(), "which are of the log");
                });
            });
        }
        assertEquals(report, OakleyLogsTest.read(input.clone()), "and read alike again");
    }
}
