package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/**
 * Measures the windows with a large capture, best one of {@code CaptureGenerator}, and the window of negotiations with 20,000
 * and 100,000 of them, from captures that it makes itself, and the window of certificates with 10,000, from a listing that it
 * makes. No test: it runs where it is asked for.
 *
 * <pre>{@code
 * xvfb-run mvn verify -pl application -am -Dtest=WindowBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dipsecwb.benchmark=/tmp/many.pcap -Dipsecwb.benchmark.negotiations=true -Dipsecwb.benchmark.certificates=true
 * }</pre>
 */
class WindowBenchmark {
    /** Names the capture. */
    static final String FILE = "ipsecwb.benchmark";

    private static final String NEGOTIATIONS = "ipsecwb.benchmark.negotiations";
    private static final String CERTIFICATES = "ipsecwb.benchmark.certificates";

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

    @Test
    void whatAPersonWaitsForAmongManyCertificates() throws Exception {
        assumeTrue(Boolean.getBoolean(CERTIFICATES), "not asked for: -D" + CERTIFICATES + "=true");
        WindowSuite.run("certificates-many", "com.formdev.flatlaf.FlatLightLaf", CertificatesBenchmarkInside.class);
    }
}
