package org.ipsecworkbench.capture.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, beginning from the smallest lab captures. */
class PcapFuzzTest {
    private static final int SMALL = 12_000;

    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path capture : LabCaptures.all()) {
            if (Files.size(capture) < SMALL) {
                seeds.add(Files.readAllBytes(capture));
            }
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyFileIsReadOrRefused(byte[] file) {
        Fuzzed.capture(file, CaptureLimits.DEFAULT);
    }
}
