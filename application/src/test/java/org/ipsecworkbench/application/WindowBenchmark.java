package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/**
 * Measures the windows with a large capture, best one of {@code CaptureGenerator}, and the window of negotiations with 20,000
 * and 100,000 of them, from captures that it makes itself. No test: it runs where it is asked for.
 *
 * <pre>{@code
 * xvfb-run mvn verify -pl application -am -Dtest=WindowBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dipsecwb.benchmark=/tmp/many.pcap -Dipsecwb.benchmark.negotiations=true
 * }</pre>
 */
class WindowBenchmark {
    /** Names the capture. */
    static final String FILE = "ipsecwb.benchmark";

    private static final String NEGOTIATIONS = "ipsecwb.benchmark.negotiations";

    @Test
    void whatAPersonWaitsFor() throws Exception {
        assumeTrue(System.getProperty(FILE) != null, "no capture to measure with: -D" + FILE + "=FILE");
        WindowSuite.run("benchmark", "com.formdev.flatlaf.FlatLightLaf", BenchmarkInside.class);
    }

    @Test
    void whatAPersonWaitsForAmongManyNegotiations() throws Exception {
        assumeTrue(Boolean.getBoolean(NEGOTIATIONS), "not asked for: -D" + NEGOTIATIONS + "=true");
        WindowSuite.run("negotiations", "com.formdev.flatlaf.FlatLightLaf", NegotiationsBenchmarkInside.class);
    }
}
