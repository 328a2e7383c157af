package org.ipsecworkbench.ike.wfp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.testing.SyntheticLzx;
import org.ipsecworkbench.ike.testing.SyntheticWfp;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists and cabinets of any content; the seeds are synthetic. */
class WfpFuzzTest {
    private static final Source SOURCE = new Source("fuzz", Source.Kind.WFP);

    static Stream<byte[]> seeds() {
        byte[] state = SyntheticWfp.state().getBytes(StandardCharsets.UTF_8);
        String events = SyntheticWfp.netEvents(SyntheticWfp.mainModeFailure("13805", "1", "0") + SyntheticWfp.drop());
        return Stream.of(
                state,
                events.getBytes(StandardCharsets.UTF_8),
                SyntheticWfp.cabinet(true, "wfpdiag.xml", state),
                SyntheticWfp.lzxCabinet(SyntheticLzx.Kind.MIXED, "wfpdiag.xml", state));
    }

    /** Reading never throws, is bounded, and gives the same again. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyFileIsRead(byte[] input) throws IOException {
        Path file = Files.createTempFile("ipsecwb-", ".fuzz");
        try {
            Files.write(file, input);
            IkeReport report = read(file);
            assertTrue(report.problems().size() <= EventLimits.DEFAULT.maxProblems() + 1, "problems are bounded");
            assertEquals(report, read(file), "and read alike again");
        } finally {
            Files.delete(file);
        }
    }

    private static IkeReport read(Path file) throws IOException {
        return WfpFiles.read(file, SOURCE, EventLimits.DEFAULT, IkeLimits.DEFAULT, ScanMonitor.NONE, event -> {});
    }
}
