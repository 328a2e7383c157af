package org.ipsecworkbench.application;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;

/** What a benchmark of windows measured, a line each. */
final class Measured {
    private final StringBuilder report = new StringBuilder();

    static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    /** The median of some times in milliseconds, and the longest. */
    void line(String what, double... times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        report.append(String.format(
                Locale.ROOT,
                "%-48s %9.1f ms, worst %9.1f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]));
    }

    /** Prints it, and leaves it beside the screenshots. */
    void tell(String name) throws IOException {
        Files.writeString(WindowSuite.screenshot(name).resolveSibling(name + ".txt"), report);
        System.out.println(report);
    }
}
