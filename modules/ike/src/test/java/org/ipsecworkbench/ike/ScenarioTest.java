package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.testing.Captures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what is judged from the outside against what the hosts of the lab logged themselves. */
class ScenarioTest {
    private static final Pattern SPIS =
            Pattern.compile("CHILD_SA .*established with SPIs ([0-9a-f]{8})_i ([0-9a-f]{8})_o");

    /** What strongSwan writes where it does not trust a certificate. */
    private static final Pattern CERTIFICATE = Pattern.compile(
            "no trusted .* public key found|certificate invalid|constraint check failed: RULE_CRL|no issuer certificate");

    static Stream<String> scenarios() throws IOException {
        Path folder = Captures.sharedOrNowhere().resolve("scenarios");
        if (!Files.isDirectory(folder)) {
            return Stream.of("no scenarios");
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all
                    .filter(one -> Files.isDirectory(one.resolve("hosts")))
                    .map(one -> one.getFileName().toString())
                    .filter(name -> Files.exists(folder.resolveSibling("lab").resolve(name + ".pcap")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String logs(Path scenario) throws IOException {
        try (Stream<Path> files = Files.walk(scenario.resolve("hosts"))) {
            return files.filter(file -> file.endsWith("charon.log"))
                    .map(file -> {
                        try {
                            return Files.readString(file, StandardCharsets.ISO_8859_1);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining("\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theOutcomeIsTheOneThatTheHostsLogged(String name) throws IOException {
        Path folder = Captures.shared();
        String logs = logs(folder.resolve("scenarios").resolve(name));
        IkeReport report = Captures.read(folder.resolve("lab").resolve(name + ".pcap"));
        Set<String> logged = new TreeSet<>();
        Matcher spis = SPIS.matcher(logs);
        while (spis.find()) {
            logged.addAll(List.of(spis.group(1), spis.group(2)));
        }
        Set<String> seen = report.negotiations().stream()
                .flatMap(one -> one.children().stream())
                .map(child -> String.format("%08x", child.spi()))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean hasLogs = !logs.isEmpty() && !report.negotiations().isEmpty() && !logs.contains("ipcomp");
        Set<String> unknown = new TreeSet<>(seen);
        unknown.removeAll(logged);
        Set<Outcome> outcomes =
                report.negotiations().stream().map(Negotiation::outcome).collect(Collectors.toSet());
        assertAll(
                () -> assertEquals(Set.of(), hasLogs && !logged.isEmpty() ? unknown : Set.of(), "SPIs nobody logged"),
                () -> assertTrue(
                        seen.isEmpty() || outcomes.contains(Outcome.ESTABLISHED), "SAs without an established one"),
                () -> assertTrue(
                        logged.isEmpty() || outcomes.contains(Outcome.ESTABLISHED) || rejectedLater(logs) || !hasLogs,
                        "the hosts logged an SA"));
    }

    /** The responder had an SA for a moment, until the initiator refused its certificate. */
    private static boolean rejectedLater(String logs) {
        return CERTIFICATE.matcher(logs).find();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theClassOfAFailureIsTheOneThatTheHostsLogged(String name) throws IOException {
        Path folder = Captures.shared();
        String logs = logs(folder.resolve("scenarios").resolve(name));
        List<Negotiation> failed = Captures.read(folder.resolve("lab").resolve(name + ".pcap")).negotiations().stream()
                .filter(one -> one.outcome() == Outcome.FAILED)
                .toList();
        FailureClass logged = loggedClass(logs);
        // Scans and restarts fail beside what their hosts log of themselves.
        if (logged != FailureClass.UNKNOWN
                && SPIS.matcher(logs).results().findAny().isEmpty()) {
            assertEquals(
                    List.of(logged),
                    failed.stream()
                            .map(one -> one.failure() == null
                                    ? FailureClass.UNKNOWN
                                    : one.failure().failureClass())
                            .distinct()
                            .toList());
        }
    }

    private static FailureClass loggedClass(String logs) {
        if (CERTIFICATE.matcher(logs).find()) {
            return FailureClass.CERTIFICATE;
        }
        if (logs.contains("received NO_PROPOSAL_CHOSEN")) {
            return FailureClass.PROPOSAL;
        }
        if (logs.contains("received AUTHENTICATION_FAILED") || logs.contains("decryption failed?")) {
            return FailureClass.AUTHENTICATION;
        }
        return logs.contains("giving up after") ? FailureClass.NO_RESPONSE : FailureClass.UNKNOWN;
    }

    /** Which side refused what, and at which step. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void theExplanationIsWhatTheHostsLogged(String name) throws IOException {
        Path folder = Captures.shared();
        Path scenario = folder.resolve("scenarios").resolve(name);
        String logs = logs(scenario);
        String words = explained(scenario, logs);
        if (!words.isEmpty() && SPIS.matcher(logs).results().findAny().isEmpty()) {
            List<String> explanations =
                    Captures.read(folder.resolve("lab").resolve(name + ".pcap")).negotiations().stream()
                            .map(Negotiation::failure)
                            .filter(Objects::nonNull)
                            .map(Failure::explanation)
                            .toList();
            assertFalse(explanations.isEmpty(), "a failure");
            assertTrue(explanations.stream().allMatch(one -> one.contains(words)), explanations + " without " + words);
        }
    }

    private static String explained(Path scenario, String logs) throws IOException {
        if (CERTIFICATE.matcher(logs).find()) {
            return isRefusedByInitiator(scenario) ? "it did not accept the responder" : "The responder refused";
        }
        if (logs.contains("received NO_PROPOSAL_CHOSEN")) {
            return logs.contains("parsed QUICK_MODE request")
                    ? "answered quick mode with an error"
                    : "none of the proposals";
        }
        if (logs.contains("decryption failed?")) {
            return "the keys differ";
        }
        if (logs.contains("received AUTHENTICATION_FAILED")) {
            return "The responder refused IKE_AUTH";
        }
        return logs.contains("giving up after") ? "answered nothing" : "";
    }

    /** Whether the host that does not trust a certificate is the one that began. */
    private static boolean isRefusedByInitiator(Path scenario) throws IOException {
        try (Stream<Path> files = Files.walk(scenario.resolve("hosts"))) {
            for (Path log : files.filter(file -> file.endsWith("charon.log")).toList()) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                if (CERTIFICATE.matcher(text).find()) {
                    return text.contains("initiating IKE_SA") || text.contains("initiating Main Mode");
                }
            }
        }
        throw new IllegalStateException("no log of " + scenario + " is about a certificate");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aNatIsSeenWhereTheHostsLoggedOne(String name) throws IOException {
        Path folder = Captures.shared();
        boolean isLogged = logs(folder.resolve("scenarios").resolve(name)).contains("is behind NAT");
        boolean isSeen = Captures.read(folder.resolve("lab").resolve(name + ".pcap")).negotiations().stream()
                .flatMap(one -> one.notes().stream())
                .anyMatch(note -> note.contains("behind a NAT"));
        assertEquals(isLogged, isSeen);
    }
}
