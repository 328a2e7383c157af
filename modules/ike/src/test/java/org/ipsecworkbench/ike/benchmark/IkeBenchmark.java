package org.ipsecworkbench.ike.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.testing.Captures;

/**
 * A million messages of IKE, listed by us and by tshark: of each the packet's number, the initiator's cookie and the exchange
 * type, a line per message. The two lists have to be equal, byte by byte. Ours takes every payload apart for it and puts
 * the messages together to negotiations, too.
 *
 * <p>Run by {@code mvn -Dbenchmark=ike verify -pl modules/ike -am}, on a machine that does nothing else. Needs tshark.
 */
public final class IkeBenchmark {
    private static final long MESSAGES = 1_000_000;
    private static final int WARM_UP = 5;
    private static final int RUNS = 9;
    private static final int TSHARK_RUNS = 5;
    private static final Path NOWHERE = Path.of("/dev/null");

    private IkeBenchmark() {}

    /** Argument: a folder for the capture and the lists, which takes 400 MB. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path file = folder.resolve("ike.pcap");
        if (!Files.exists(file)) {
            new IkeGenerator().write(file, MESSAGES);
        }
        double first = ours(file, folder.resolve("ours.txt"));
        tshark(file, folder.resolve("tshark.txt"));
        long differs = Files.mismatch(folder.resolve("ours.txt"), folder.resolve("tshark.txt"));
        if (differs >= 0) {
            throw new IllegalStateException("The lists differ at byte " + differs + ".");
        }
        for (int i = 1; i < WARM_UP; i++) {
            ours(file, NOWHERE);
        }
        double[] warm = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            warm[i] = ours(file, NOWHERE);
        }
        double[] tshark = new double[TSHARK_RUNS];
        for (int i = 0; i < TSHARK_RUNS; i++) {
            tshark[i] = tshark(file, NOWHERE);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d messages, %,d MiB, equal lists%n  ipsecwb, first %.2f s, then median of %d %.3f s (%.3f to %.3f)%n"
                        + "  tshark -Y isakmp -T fields, median of %d %.1f s (%.1f to %.1f): %.0f and %.1f times as long%n",
                MESSAGES,
                Files.size(file) >> 20,
                first,
                RUNS,
                median(warm),
                warm[0],
                warm[RUNS - 1],
                TSHARK_RUNS,
                median(tshark),
                tshark[0],
                tshark[TSHARK_RUNS - 1],
                median(tshark) / first,
                median(tshark) / median(warm));
    }

    /** Sorts, too. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double ours(Path file, Path list) throws IOException {
        long start = System.nanoTime();
        IkeReport report;
        try (OutputStream out = Files.newOutputStream(list)) {
            MessageList lines = new MessageList(out);
            report = Captures.read(file, lines::add);
            lines.finish();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.messages() != MESSAGES) {
            throw new IllegalStateException(report.messages() + " messages");
        }
        return seconds;
    }

    private static double tshark(Path file, Path list) throws IOException, InterruptedException {
        List<String> command = List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-Y",
                "isakmp",
                "-T",
                "fields",
                "-E",
                "occurrence=f",
                "-e",
                "frame.number",
                "-e",
                "isakmp.ispi",
                "-e",
                "isakmp.exchangetype");
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectOutput(new File(list.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("tshark ended with " + exit);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
