package org.ipsecworkbench.captureviewer.compare;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Protection;
import org.jfree.data.category.DefaultCategoryDataset;

/** All packets of two captures by protection, on one scale. */
final class ShareDataset extends DefaultCategoryDataset {
    private static final long serialVersionUID = 1;
    private static final double NANOS = 1e9;

    /** What a bar measures. */
    enum Unit {
        /** Share of all packets, 0 to 1. */
        SHARE,
        /** Packets in a second. */
        PACKETS,
        /** Bytes in a second. */
        BYTES
    }

    /** Shows two captures under their names. */
    void show(String beforeName, Coverage before, String afterName, Coverage after, Unit unit) {
        clear();
        Map<Protection, Double> left = amounts(before, unit);
        Map<Protection, Double> right = amounts(after, unit);
        for (Protection protection : Protection.values()) {
            if (left.containsKey(protection) || right.containsKey(protection)) {
                addValue(left.getOrDefault(protection, 0.0), protection, beforeName);
                addValue(right.getOrDefault(protection, 0.0), protection, afterName);
            }
        }
    }

    /** What a capture has of each protection. */
    static Map<Protection, Double> amounts(Coverage coverage, Unit unit) {
        Map<Protection, long[]> bins = unit == Unit.BYTES
                ? coverage.series().bytes()
                : coverage.series().packets();
        Map<Protection, Double> amounts = new EnumMap<>(Protection.class);
        double all = 0;
        for (Map.Entry<Protection, long[]> entry : bins.entrySet()) {
            double sum = LongStream.of(entry.getValue()).sum();
            all += sum;
            if (sum > 0) {
                amounts.put(entry.getKey(), sum);
            }
        }
        double by = unit == Unit.SHARE ? all : seconds(coverage);
        amounts.replaceAll((protection, sum) -> by <= 0 ? 0 : sum / by);
        return amounts;
    }

    private static double seconds(Coverage coverage) {
        return coverage.start() == null || coverage.end() == null
                ? 0
                : Duration.between(coverage.start(), coverage.end()).toNanos() / NANOS;
    }
}
