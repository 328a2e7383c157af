package org.ipsecworkbench.capture.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.capture.ScanMonitor;

/**
 * Measures display filters over one capture, best one of {@link CaptureGenerator}.
 *
 * <p>Run it: {@code FilterBenchmark FILE [FILTER...]}.
 */
public final class FilterBenchmark {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;

    private static final List<String> FILTERS = List.of(
            "esp",
            "ip.addr == 10.1.0.4",
            "protection == clear",
            "tcp.port == 445",
            "frame.len > 1000",
            "esp.sequence < 100 and not udp",
            "udp.port == 4500 and frame.len > 1000 or tcp.port == 445");

    /** Tells the work of all cores, which another process on them does not lengthen as it does the time. */
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private FilterBenchmark() {}

    /** Prints the median, the best and the worst time of several rounds, and the median of the processor time. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = Arrays.asList(arguments).subList(1, arguments.length);
        try (Capture capture = Capture.open(Path.of(arguments[0]), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            long began = System.nanoTime();
            capture.scan(ScanMonitor.NONE);
            System.out.printf("%,d packets, scanned in %,d ms%n", capture.packets(), since(began) / 1000);
            System.out.printf(
                    "%10s %10s %10s %10s %12s  %s%n", "median ms", "best", "worst", "CPU ms", "selected", "filter");
            for (String text : given.isEmpty() ? FILTERS : given) {
                measure(capture, text);
            }
        }
    }

    private static void measure(Capture capture, String text) {
        if (!(PacketFilter.parse(text) instanceof PacketFilter.Valid valid)) {
            System.out.println("no filter: " + text);
            return;
        }
        long[] times = new long[ROUNDS];
        long[] cpu = new long[ROUNDS];
        PacketSelection selection = PacketSelection.all(0);
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long worked = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            selection = capture.select(valid.filter(), ScanMonitor.NONE);
            if (round >= 0) {
                times[round] = since(began);
                cpu[round] = (SYSTEM.getProcessCpuTime() - worked) / 1000;
            }
        }
        Arrays.sort(times);
        Arrays.sort(cpu);
        System.out.printf(
                "%10.1f %10.1f %10.1f %10.1f %,12d  %s%n",
                times[ROUNDS / 2] / 1e3,
                times[0] / 1e3,
                times[ROUNDS - 1] / 1e3,
                cpu[ROUNDS / 2] / 1e3,
                selection.size(),
                text);
    }

    private static long since(long began) {
        return (System.nanoTime() - began) / 1000;
    }
}
