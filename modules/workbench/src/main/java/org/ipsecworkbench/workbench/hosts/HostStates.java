package org.ipsecworkbench.workbench.hosts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.jspecify.annotations.Nullable;

/**
 * What the last tests of hosts found, kept between runs of the workbench: a text file beside that of the hosts, a line of parts
 * between tabs for a host and those after it for its steps and values. A state belongs to how a host is reached, not to its
 * name. Lines that cannot be read are left out; nothing here is more than what a test would find again. For one thread.
 */
final class HostStates {
    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_PARTS = 7;
    private static final String NONE = "-";

    private final Path file;

    HostStates(Path file) {
        this.file = file;
    }

    /** How a host is reached: what its state belongs to. */
    static String key(KnownHost host) {
        return host.address() + "\t" + cell(host.user()) + "\t" + host.pin();
    }

    /** All that are kept, by their keys; none where there is no such file. */
    Map<String, HostState> read() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES);
        } catch (NoSuchFileException e) {
            return Map.of();
        }
        Map<String, HostState> states = new HashMap<>();
        Reading reading = null;
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split("\t", -1);
            try {
                if (parts[0].equals("host") && parts.length == MAX_PARTS) {
                    reading = new Reading(parts);
                    states.put(parts[1] + "\t" + parts[2] + "\t" + parts[3], reading.state());
                } else if (reading != null) {
                    reading.take(parts);
                    states.put(reading.key, reading.state());
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // Of a newer version, or damaged: the host is tested anew.
                reading = null;
            }
        }
        return states;
    }

    /** A host as far as its lines were read. */
    private static final class Reading {
        final String key;
        private final HostAddress address;
        private final HostState.Kind kind;
        private final Instant time;
        private final @Nullable Duration offset;
        private final List<HostTest.Result> results = new ArrayList<>();
        private final Map<String, String> values = new HashMap<>();
        private @Nullable Failure failure;

        Reading(String[] parts) {
            key = parts[1] + "\t" + parts[2] + "\t" + parts[3];
            address = HostAddress.parse(parts[1]);
            kind = HostState.Kind.valueOf(parts[4]);
            time = Instant.parse(parts[5]);
            offset = parts[6].equals(NONE) ? null : Duration.parse(parts[6]);
        }

        void take(String[] parts) {
            switch (parts[0]) {
                case "ok" -> results.add(new HostTest.Result(ConnectionStep.valueOf(parts[1]), parts[2], null, true));
                case "open" -> results.add(new HostTest.Result(ConnectionStep.valueOf(parts[1]), "", null, false));
                case "failed" -> {
                    Failure why = new Failure(
                            ConnectionStep.valueOf(parts[1]), FailureCause.valueOf(parts[2]), parts[3], parts[4]);
                    failure = failure == null ? why : failure;
                    results.add(new HostTest.Result(why.step(), "", why, true));
                }
                case "value" -> values.put(parts[1], parts[2]);
                default -> throw new IllegalArgumentException(parts[0]);
            }
        }

        HostState state() {
            List<HostTest.Result> steps = List.copyOf(results);
            return new HostState(
                    kind, time, steps, new HostTest.Report(address, steps, Map.copyOf(values), offset, null), failure);
        }
    }

    /** Keeps the states of tests that have ended, in the place of all that were kept. */
    void write(List<HostEntry> entries) throws IOException {
        StringBuilder text = new StringBuilder();
        for (HostEntry entry : entries) {
            HostState state = entry.state();
            HostTest.Report report = state.report();
            if (!entry.isOfLab() && report != null && state.time() != null) {
                append(text, entry.host(), state, report);
            }
        }
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "host-states", ".new");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void append(StringBuilder text, KnownHost host, HostState state, HostTest.Report report) {
        Duration offset = report.clockOffset();
        line(
                text,
                "host\t" + key(host),
                state.kind().name(),
                String.valueOf(state.time()),
                offset == null ? NONE : offset.toString());
        for (HostTest.Result result : report.results()) {
            Failure failure = result.failure();
            String step = result.step().name();
            if (failure != null) {
                line(text, "failed", step, failure.cause().name(), failure.explanation(), failure.nextStep());
            } else if (result.isReached()) {
                line(text, "ok", step, result.detail());
            } else {
                line(text, "open", step);
            }
        }
        report.values().forEach((name, value) -> line(text, "value", name, value));
    }

    private static void line(StringBuilder text, String first, String... parts) {
        text.append(first);
        for (String part : parts) {
            text.append('\t').append(cell(part));
        }
        text.append('\n');
    }

    private static String cell(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
