package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/**
 * Measures the windows with a large capture, best one of {@code CaptureGenerator}. No test: it runs where it is asked for.
 *
 * <pre>{@code
 * xvfb-run mvn verify -pl application -am -Dtest=WindowBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dipsecwb.benchmark=/tmp/many.pcap
 * }</pre>
 */
class WindowBenchmark {
    /** Names the capture. */
    static final String FILE = "ipsecwb.benchmark";

    @Test
    void whatAPersonWaitsFor() throws Exception {
        assumeTrue(System.getProperty(FILE) != null, "no capture to measure with: -D" + FILE + "=FILE");
        WindowSuite.run("benchmark", "com.formdev.flatlaf.FlatLightLaf", BenchmarkInside.class);
    }
}
