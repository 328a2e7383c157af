package org.ipsecworkbench.ike.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.testing.SyntheticLog;

/**
 * A large synthetic Oakley.log, read beside {@code wc -l} and {@code grep -c}, which only count.
 *
 * <p>Run by {@code mvn -Dbenchmark=ike verify -pl modules/ike -am}, on a machine that does nothing else.
 */
public final class OakleyBenchmark {
    private static final long BYTES = 400L << 20;
    private static final int RUNS = 7;

    private OakleyBenchmark() {}

    /** Argument: a folder for the log. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path file = folder.resolve("synthetic-oakley.log");
        if (!Files.exists(file)) {
            write(file);
        }
        double first = ours(file);
        double best = first;
        for (int i = 1; i < RUNS; i++) {
            best = Math.min(best, ours(file));
        }
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ours(file);
        double own = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9;
        double size = Files.size(file) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "Oakley.log of %,.0f MB%n  ipsecwb, cold %.2f s, %.0f MB/s; warm %.2f s, %.0f MB/s, of which processor %.2f s, %.0f MB/s%n"
                        + "  wc -l %.2f s%n  grep -c COOKIE %.2f s%n",
                size,
                first,
                size / first,
                best,
                size / best,
                own,
                size / own,
                tool(file, "wc", "-l"),
                tool(file, "grep", "-c", "COOKIE"));
    }

    /** Negotiations of ten threads, half of which fail, each with cookies of its own. */
    private static void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            long written = 0;
            for (int i = 0; written < BYTES; i++) {
                SyntheticLog log = new SyntheticLog()
                        .thread(Integer.toHexString(0xa00 + i % 10))
                        .at(i / 100 % 24, i % 60, 0)
                        .sa("%08X".formatted(0x140000 + i % 5000), "%016x".formatted(0x100000L + i), "00000000000000ff")
                        .start("PresharedKey KeyLen 24");
                byte[] bytes = (i % 2 == 0
                                ? log.mainMode(1).quickMode()
                                : log.first()
                                        .exhaust()
                                        .failure("35ed", true, "Preshared key ID.", "Me", "Negotiation timed out"))
                        .bytes();
                out.write(bytes);
                written += bytes.length;
            }
        }
    }

    private static double ours(Path file) throws IOException {
        long start = System.nanoTime();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            OakleyReport report = OakleyLogs.read(
                    in,
                    Files.size(file),
                    new Source(file.toString(), Source.Kind.OAKLEY),
                    LocalDate.of(2004, 12, 31),
                    ZoneId.of("UTC"),
                    OakleyLimits.DEFAULT,
                    IkeLimits.DEFAULT,
                    ScanMonitor.NONE);
            if (report.report().messages() < 100_000) {
                throw new IllegalStateException(report.report().messages() + " messages");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double tool(Path file, String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.add(file.toString());
        // Not /dev/null: grep would stop at the first line.
        Path counted = Files.createTempFile("counted-", ".txt");
        long start = System.nanoTime();
        int exit = new ProcessBuilder(whole)
                .redirectOutput(counted.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(counted);
        if (exit != 0) {
            throw new IOException(command[0] + " ended with " + exit);
        }
        return seconds;
    }
}
