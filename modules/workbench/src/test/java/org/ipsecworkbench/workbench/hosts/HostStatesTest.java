package org.ipsecworkbench.workbench.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostStatesTest {
    private static final Failure WHY =
            new Failure(ConnectionStep.CONNECT, FailureCause.REFUSED, "Nobody\tlistens.", "Look at\nthe service.");

    @TempDir
    private Path folder;

    private HostStates states;

    @BeforeEach
    void place() {
        states = new HostStates(folder.resolve("states"));
    }

    private static HostEntry entry(String name, boolean isOfLab) {
        return new HostEntry(KnownHost.of(name, HostAddress.parse("winrm://" + name)), isOfLab);
    }

    private static HostState tested(HostEntry entry) {
        HostState state = HostState.of(new HostTest.Report(
                entry.host().address(),
                List.of(
                        new HostTest.Result(ConnectionStep.RESOLVE, "192.0.2.1", null, true),
                        new HostTest.Result(ConnectionStep.CONNECT, "", WHY, true),
                        new HostTest.Result(ConnectionStep.TRUST, "", null, false)),
                Map.of("os", "Windows"),
                Duration.ofMillis(-1500),
                null));
        entry.update(before -> state);
        return state;
    }

    @Test
    void whatATestFoundIsThereInTheNextRun() throws IOException {
        HostEntry host = entry("a", false);
        HostState before = tested(host);
        states.write(List.of(host));
        HostState after = states.read().get(HostStates.key(host.host()));
        assertEquals(before.kind(), after.kind());
        assertEquals(before.time(), after.time());
        assertEquals(before.report().clockOffset(), after.report().clockOffset());
        assertEquals(before.report().values(), after.report().values());
        assertEquals(3, after.steps().size());
        assertEquals("192.0.2.1", after.steps().get(0).detail());
        assertEquals("Nobody listens.", after.failure().explanation());
        assertTrue(!after.steps().get(2).isReached());
    }

    @Test
    void hostsOfTheLabAndUntestedOnesAreNotKept() throws IOException {
        HostEntry lab = entry("lab", true);
        tested(lab);
        states.write(List.of(lab, entry("new", false)));
        assertEquals(Map.of(), states.read());
    }

    @Test
    void anotherUserOrAddressIsAnotherHost() throws IOException {
        HostEntry host = entry("a", false);
        tested(host);
        states.write(List.of(host));
        HostEntry moved = entry("b", false);
        assertTrue(!states.read().containsKey(HostStates.key(moved.host())));
    }

    @Test
    void damageCostsOneHostOnly() throws IOException {
        HostEntry a = entry("a", false);
        HostEntry b = entry("b", false);
        tested(a);
        tested(b);
        states.write(List.of(a, b));
        Path file = folder.resolve("states");
        Files.writeString(file, "\t\tx\nhost\ta\n" + Files.readString(file).replaceFirst("2\\d\\d\\d-", "yyyy-"));
        Map<String, HostState> read = states.read();
        assertEquals(1, read.size());
        assertTrue(read.containsKey(HostStates.key(b.host())));
    }

    @Test
    void aMissingFileIsNoState() throws IOException {
        assertEquals(Map.of(), states.read());
    }
}
