package org.ipsecworkbench.capture.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Wireshark's command line, as the oracle for display filters. */
public final class Tshark {
    /** Datagrams stay in pieces, as they do here: each fragment is then dissected by itself. */
    private static final List<String> COMMAND =
            List.of("tshark", "-n", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE");

    /** How many packets pass a filter, and the sum of their numbers: alike for two sets only if they are the same, nearly. */
    public record Mark(long packets, long sum) {
        /** Of a set of packet numbers. */
        public static Mark of(Set<Long> numbers) {
            return new Mark(
                    numbers.size(), numbers.stream().mapToLong(Long::longValue).sum());
        }
    }

    private Tshark() {}

    /** Ends the test as skipped where tshark is not there. */
    public static void assumeInstalled() {
        boolean is;
        try {
            is = new ProcessBuilder("tshark", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            is = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            is = false;
        }
        assumeTrue(is, "tshark is not installed: nothing to compare filters with");
    }

    /** The numbers of the packets that pass, from 1. */
    public static Set<Long> numbers(Path file, String filter) throws IOException {
        Set<Long> numbers = new TreeSet<>();
        for (String line : run(file, "-Y", filter, "-T", "fields", "-e", "frame.number")) {
            if (line.matches("[0-9]+")) {
                numbers.add(Long.valueOf(line));
            }
        }
        return numbers;
    }

    /** What passes each of several filters, in one go over the file. They must not contain commas. */
    public static List<Mark> marks(Path file, List<String> filters) throws IOException {
        StringBuilder statistics = new StringBuilder("io,stat,0");
        for (String filter : filters) {
            statistics
                    .append(",COUNT(frame.number)frame.number && (")
                    .append(filter)
                    .append(')');
            statistics
                    .append(",SUM(frame.number)frame.number && (")
                    .append(filter)
                    .append(')');
        }
        List<Mark> marks = new ArrayList<>();
        for (String line : run(file, "-q", "-z", statistics.toString())) {
            if (line.contains("<>")) {
                long[] cells = Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .filter(cell -> cell.matches("[0-9]+"))
                        .mapToLong(Long::parseLong)
                        .toArray();
                for (int i = 0; i + 1 < cells.length; i += 2) {
                    marks.add(new Mark(cells[i], cells[i + 1]));
                }
            }
        }
        return marks;
    }

    private static List<String> run(Path file, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(COMMAND);
        command.addAll(List.of("-r", file.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
