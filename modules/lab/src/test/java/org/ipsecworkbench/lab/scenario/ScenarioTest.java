package org.ipsecworkbench.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.model.Outcome;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T09:30:00Z"), ZoneOffset.UTC);

    static List<String> names() {
        return ScenarioFile.names();
    }

    static LabNetwork play(String name) {
        return Stage.set(Objects.requireNonNull(ScenarioFile.find(name)), CLOCK);
    }

    @ParameterizedTest
    @MethodSource("names")
    void hostsComeToWhatTheFileSays(String name) {
        ScenarioFile file = Objects.requireNonNull(ScenarioFile.find(name));
        LabNetwork network = Stage.set(file, CLOCK);
        for (ScenarioFile.Expectation expected : file.expectations()) {
            Outcome outcome = network.outcome(host(network, expected.one()), host(network, expected.other()));
            assertEquals(expected.outcome(), word(outcome), () -> expected.one() + " and " + expected.other());
            assertEquals(expected.code(), outcome.status().code());
        }
    }

    private static WindowsHost host(LabNetwork network, String name) {
        return Objects.requireNonNull(network.host(name), name);
    }

    private static String word(Outcome outcome) {
        return switch (outcome.kind()) {
            case PROTECTED -> outcome.isEncrypted() ? "encrypted" : "integrity";
            case CLEAR -> "clear";
            case CLEAR_BY_FALLBACK -> "fallback";
            case BLOCKED -> "blocked";
        };
    }

    @ParameterizedTest
    @MethodSource("names")
    void failuresLeaveEventsOnTheSideThatAsked(String name) {
        LabNetwork network = play(name);
        boolean isAnyFailed = Objects.requireNonNull(ScenarioFile.find(name)).expectations().stream()
                .anyMatch(expected -> expected.code() != 0);
        boolean isAnyLogged = network.hosts().stream()
                .flatMap(host -> host.security().events().stream())
                .anyMatch(event -> !event.isSuccess());
        assertEquals(isAnyFailed, isAnyLogged);
    }

    @ParameterizedTest
    @MethodSource("names")
    void securityAssociationsStandOnBothSidesOrNeither(String name) {
        LabNetwork network = play(name);
        for (WindowsHost host : network.hosts()) {
            for (var sa : host.quickMode()) {
                WindowsHost peer = host(network, sa.remote());
                assertTrue(peer.quickMode().stream()
                        .anyMatch(other -> other.inboundSpi() == sa.outboundSpi()
                                && other.outboundSpi() == sa.inboundSpi()
                                && other.remote().equals(host.address())));
            }
        }
    }

    @Test
    void theFirstScenarioHasNoFault() {
        assertEquals("all-well", names().get(0));
    }

    @Test
    void namesDiffer() {
        assertEquals(names().size(), names().stream().distinct().count());
        assertFalse(names().isEmpty());
    }

    @Test
    void anUnknownNameIsNone() {
        assertNull(ScenarioFile.find("../all-well"));
    }

    @Test
    void aFaultyLineIsNamed() {
        ScenarioFile file = ScenarioFile.read(
                "faulty", List.of("title t", "about a", "diagnosis d", "expect A B clear", "host A 10.0.0.1 1999 en"));
        String message = assertThrows(IllegalArgumentException.class, () -> Stage.set(file, CLOCK))
                .getMessage();
        assertTrue(message.contains("faulty, line 5"), message);
    }

    @Test
    void aCommandThatFailsIsNamed() {
        ScenarioFile file = ScenarioFile.read(
                "faulty",
                List.of(
                        "title t",
                        "about a",
                        "diagnosis d",
                        "expect A B clear",
                        "host A 10.0.0.1 2019 en",
                        "on A foo"));
        String message = assertThrows(IllegalArgumentException.class, () -> Stage.set(file, CLOCK))
                .getMessage();
        assertTrue(message.contains("faulty, line 6: exit code 1, 'foo' is not"), message);
    }
}
