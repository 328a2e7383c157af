package org.ipsecworkbench.capture.benchmark;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.ScanMonitor;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;

/**
 * The complete coverage analysis side by side with its peers, in one run, on two generated captures of 1.1 GB. Prints a
 * table with medians and ratios.
 *
 * <p>Run by {@code mvn -Dbenchmark=capture verify -pl modules/capture -am}, on a machine that does nothing else. Needs gcc,
 * libpcap-dev, tcpdump and tshark; a peer that is not there is left out and named.
 */
public final class CaptureBenchmark {
    private static final int RUNS = 7;
    private static final int SLOW_RUNS = 1;

    private final Path folder;
    private final Path launcher;
    private final StringBuilder report = new StringBuilder();

    private CaptureBenchmark(Path folder, Path launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    /** Arguments: a folder for the captures, and the launcher {@code ipsecwb}. */
    public static void main(String[] arguments) throws Exception {
        new CaptureBenchmark(Path.of(arguments[0]), Path.of(arguments[1])).run();
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        line(machine());
        Path many = generated("many.pcap", 10_000_000, 96);
        Path big = generated("big.pcap", 1_700_000, 0);
        measure("many: 10 million packets cut at 96 bytes", many);
        measure("big: 1.7 million full packets", big);
        line("");
        line("coverage and index, in process, by the number of packets (cut at 96 bytes)");
        long[] sizes = {1_000_000, 10_000_000, 100_000_000};
        for (long packets : sizes) {
            grows(packets);
        }
        Files.writeString(folder.resolve("benchmark.txt"), report);
    }

    /** What a packet costs in a capture of so many, where there is room for it: 111 bytes each. */
    private void grows(long packets) throws Exception {
        Path file = folder.resolve(packets == 10_000_000 ? "many.pcap" : "many-" + packets + ".pcap");
        if (!Files.exists(file) && Files.getFileStore(folder).getUsableSpace() < 2 * 111 * packets) {
            line("  no room for a capture of " + packets + " packets");
            return;
        }
        generated(file.getFileName().toString(), packets, 96);
        double seconds = median(packets > 10_000_000 ? 1 : RUNS, () -> analyse(file, CaptureLimits.DEFAULT));
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        line(String.format(
                Locale.ROOT,
                "  %,12d packets %9.3f s %6.1f ns each; heap used afterwards %d MB of %d",
                packets,
                seconds,
                1e9 * seconds / packets,
                heap >> 20,
                Runtime.getRuntime().maxMemory() >> 20));
    }

    private static String machine() throws IOException {
        String processor = Files.lines(Path.of("/proc/cpuinfo"))
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*: ", ""))
                .findFirst()
                .orElse("unknown processor");
        return Runtime.getRuntime().availableProcessors() + " cores, " + processor + ", Java " + Runtime.version();
    }

    private Path generated(String name, long packets, int snapLength) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            new CaptureGenerator().write(file, packets, snapLength);
        }
        return file;
    }

    private void measure(String title, Path file) throws Exception {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Path loop = compiledLoop();
        String f = file.toString();
        process(seconds, "cat F > /dev/null", RUNS, "cat", f);
        process(seconds, "C loop over libpcap, counts classes", RUNS, loop.toString(), f);
        process(seconds, "tcpdump --count, bare count of esp", RUNS, "tcpdump", "-nn", "--count", "-r", f, "esp");
        process(seconds, "capinfos -c", 3, "capinfos", "-c", f);
        CaptureLimits limits = CaptureLimits.DEFAULT;
        seconds.put("coverage, in process", median(RUNS, () -> analyse(file, limits.withoutIndex())));
        seconds.put("coverage and index, in process", median(RUNS, () -> analyse(file, limits)));
        process(seconds, "ipsecwb coverage, whole process", RUNS, launcher.toString(), "coverage", f);
        process(
                seconds,
                "tshark -q -z io,phs",
                SLOW_RUNS,
                "tshark",
                "-n",
                "-o",
                "tcp.analyze_sequence_numbers:FALSE",
                "-r",
                f,
                "-q",
                "-z",
                "io,phs");
        pcap4j(seconds, "pcap4j, raw packets", file, PcapHandle::getNextRawPacketEx);
        pcap4j(seconds, "pcap4j, packet objects", file, PcapHandle::getNextPacketEx);
        double c = seconds.getOrDefault("C loop over libpcap, counts classes", Double.NaN);
        line("");
        line(title);
        line(String.format(Locale.ROOT, "  %-38s %9s %12s", "", "seconds", "to C loop"));
        seconds.forEach(
                (what, time) -> line(String.format(Locale.ROOT, "  %-38s %9.3f %11.2fx", what, time, time / c)));
    }

    /** Gets the next packet; an exception at the end. */
    private interface Next {
        Object of(PcapHandle handle) throws PcapNativeException, EOFException, TimeoutException, NotOpenException;
    }

    private void pcap4j(Map<String, Double> seconds, String what, Path file, Next next) throws Exception {
        seconds.put(what, median(SLOW_RUNS, () -> {
            long start = System.nanoTime();
            try (PcapHandle handle = Pcaps.openOffline(file.toString())) {
                while (true) {
                    next.of(handle);
                }
            } catch (EOFException e) {
                return (System.nanoTime() - start) / 1e9;
            }
        }));
    }

    private Path compiledLoop() throws Exception {
        Path loop = folder.resolve("count");
        Path source = launcher.resolveSibling("modules/capture/src/test/c/count.c");
        if (!Files.exists(loop)
                && run(List.of("gcc", "-O2", source.toString(), "-o", loop.toString(), "-lpcap")) != 0) {
            throw new IOException("gcc could not compile " + source + "; is libpcap-dev there?");
        }
        return loop;
    }

    private static double analyse(Path file, CaptureLimits limits) throws IOException {
        long start = System.nanoTime();
        try (Capture capture = Capture.open(file, limits, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            Coverage coverage = capture.coverage();
            if (!coverage.complete()) {
                throw new IllegalStateException("not read to its end");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void process(Map<String, Double> seconds, String what, int runs, String... command) throws Exception {
        if (!isThere(command[0])) {
            line(command[0] + " is not installed and was left out");
            return;
        }
        seconds.put(what, median(runs, () -> {
            long start = System.nanoTime();
            int exit = run(Arrays.asList(command));
            if (exit != 0 && exit != 3) {
                throw new IOException(command[0] + " ended with " + exit);
            }
            return (System.nanoTime() - start) / 1e9;
        }));
    }

    private static boolean isThere(String command) {
        return command.contains(File.separator)
                || Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, command)));
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** After a run that warms the page cache, and the compiler where it is this process. */
    private static double median(int runs, Callable<Double> once) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < (runs > 1 ? 3 : 0); i++) {
            once.call();
        }
        for (int i = 0; i < runs; i++) {
            times.add(once.call());
        }
        times.sort(null);
        return times.get(runs / 2);
    }

    private void line(String text) {
        System.out.println(text);
        report.append(text).append(System.lineSeparator());
    }
}
