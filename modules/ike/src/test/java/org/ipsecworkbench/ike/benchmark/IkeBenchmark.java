package org.ipsecworkbench.ike.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.testing.Captures;

/**
 * A million messages of IKE, taken apart and put together to negotiations, beside tshark that prints three fields of each.
 *
 * <p>Run by {@code mvn -Pbenchmark -pl modules/ike -am verify}, on a machine that does nothing else. Needs tshark.
 */
public final class IkeBenchmark {
    private static final long MESSAGES = 1_000_000;
    private static final int RUNS = 5;

    private IkeBenchmark() {}

    /** Argument: a folder for the capture. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path file = folder.resolve("ike.pcap");
        if (!Files.exists(file)) {
            new IkeGenerator().write(file, MESSAGES);
        }
        double first = ours(file);
        double best = first;
        for (int i = 1; i < RUNS; i++) {
            best = Math.min(best, ours(file));
        }
        double tshark = tshark(file);
        System.out.printf(
                Locale.ROOT,
                "%,d messages, %,d MiB%n  ipsecwb, cold %.2f s, warm %.2f s%n  tshark -Y isakmp -T fields %.1f s: %.0f and"
                        + " %.0f times as long%n",
                MESSAGES,
                Files.size(file) >> 20,
                first,
                best,
                tshark,
                tshark / first,
                tshark / best);
    }

    private static double ours(Path file) throws IOException {
        long start = System.nanoTime();
        IkeReport report = Captures.read(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.messages() != MESSAGES) {
            throw new IllegalStateException(report.messages() + " messages");
        }
        return seconds;
    }

    private static double tshark(Path file) throws IOException, InterruptedException {
        List<String> command = List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-Y",
                "isakmp",
                "-T",
                "fields",
                "-e",
                "frame.number",
                "-e",
                "isakmp.ispi",
                "-e",
                "isakmp.exchangetype");
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectOutput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("tshark ended with " + exit);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
