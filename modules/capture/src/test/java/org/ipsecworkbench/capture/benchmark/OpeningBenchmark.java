package org.ipsecworkbench.capture.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;

/**
 * Measures what a window waits for: from opening a capture to its first thousand packets and to its first coverage, while
 * the rest is read, and single packets of a capture that is read.
 *
 * <p>Run it: {@code OpeningBenchmark FILE…}, best with files of {@link CaptureGenerator} and of several sizes. Prints the
 * median and the worst of several rounds; the first one, in a JVM that is not warm, apart.
 */
public final class OpeningBenchmark {
    private static final int ROUNDS = 11;
    private static final int FIRST_ROWS = 1000;
    private static final int JUMPS = 2000;

    private OpeningBenchmark() {}

    /** Prints a line per measure and file. */
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            measure(Path.of(file));
        }
    }

    private static void measure(Path file) throws Exception {
        double[] rows = new double[ROUNDS];
        double[] coverage = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            AtomicBoolean enough = new AtomicBoolean();
            try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
                Thread scan = new Thread(() -> capture.scan(until(enough)), "scan");
                scan.start();
                while (capture.packets() < FIRST_ROWS && scan.isAlive()) {
                    Thread.onSpinWait();
                }
                for (long packet = 0; packet < Math.min(FIRST_ROWS, capture.packets()); packet++) {
                    capture.packet(packet);
                }
                rows[round] = millis(began);
                if (capture.coverage().packets() == 0) {
                    throw new IllegalStateException("a coverage of nothing");
                }
                coverage[round] = millis(began);
                enough.set(true);
                scan.join();
            }
        }
        print(file, "open to first 1000 packets", rows);
        print(file, "open to first coverage", coverage);
        jumps(file);
    }

    private static void jumps(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        double[] times = new double[JUMPS];
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            for (int i = 0; i < JUMPS; i++) {
                long packet = random.nextLong(capture.packets());
                long began = System.nanoTime();
                capture.packet(packet);
                capture.details(packet);
                times[i] = millis(began);
            }
        }
        print(file, "any packet with its details", times);
    }

    private static ScanMonitor until(AtomicBoolean enough) {
        return new ScanMonitor() {
            @Override
            public boolean cancelled() {
                return enough.get();
            }

            @Override
            public void progress(long done, long total) {}
        };
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void print(Path file, String what, double[] times) {
        double first = times[0];
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%-28s median %9.3f ms, worst %9.3f ms, first %9.3f ms  %s%n",
                what, sorted[sorted.length / 2], sorted[sorted.length - 1], first, file.getFileName());
    }
}
