package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Remedies are run on simulated hosts, judged by a second diagnosis, and undone. */
class RemedyRunTest {
    static Stream<Arguments> remedies() {
        return Stream.of(
                Arguments.of("service-stopped", "start-service/SRV2/IKEEXT"),
                Arguments.of("main-mode-mismatch", "main-mode-offer/SRV2"),
                Arguments.of("quick-mode-mismatch", "quick-mode-methods/SRV2"),
                Arguments.of("integrity-only", "quick-mode-methods/SRV1+SRV2"),
                Arguments.of("respond-only", "assign-request/SRV1"),
                Arguments.of("kerberos-exemption", "permit-controller/SRV1"),
                Arguments.of("revocation-list-unreachable", "crl-lenient/SRV1"));
    }

    @ParameterizedTest
    @MethodSource("remedies")
    void theRemedyHelpsAndUndoingItRestoresTheFormerState(String scenario, String id) throws Exception {
        try (LabHosts hosts = new LabHosts(scenario)) {
            Diagnosis before = hosts.diagnose();
            Remedy remedy = before.findings().stream()
                    .flatMap(finding -> finding.remedies().stream())
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            RemedyRun run = RemedyRun.apply(hosts::open, remedy);
            assertEquals(RemedyRun.State.APPLIED, run.state(), run.message());
            Diagnosis after = hosts.diagnose();
            assertEquals("Traffic between SRV1 and SRV2 is encrypted; nothing needs attention.", after.headline());
            run = RemedyRun.undo(hosts::open, remedy);
            assertEquals(RemedyRun.State.UNDONE, run.state(), run.message());
            Diagnosis undone = hosts.diagnose();
            assertEquals(before.headline(), undone.headline());
            for (Need need : List.of(
                    Commands.RULES_IN_FORCE,
                    Commands.LOCAL_RULES,
                    Commands.STORED_POLICIES,
                    Commands.service("IKEEXT"),
                    Commands.serviceStart("IKEEXT"))) {
                assertEquals(
                        LabHosts.answer(before, remedy.host(), need),
                        LabHosts.answer(undone, remedy.host(), need),
                        need.line());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wfp-capture, C:\\Windows\\Temp\\ipsecwb-wfp.cab, netsh wfp capture stop",
        "capture, C:\\Windows\\Temp\\ipsecwb.etl, pktmon stop",
        "netsh-trace, C:\\Windows\\Temp\\ipsecwb.etl, netsh trace stop"
    })
    void whatRecordsRunsUntilItIsUndoneAndLeavesItsFile(String tool, String file, String stop) throws Exception {
        try (LabHosts hosts = new LabHosts("all-well")) {
            Remedy remedy = tool(hosts.diagnose().tools(), tool + "/SRV1");
            RemedyRun run = RemedyRun.apply(hosts::open, remedy);
            assertEquals(RemedyRun.State.APPLIED, run.state(), run.message());
            run = RemedyRun.undo(hosts::open, remedy);
            assertEquals(RemedyRun.State.UNDONE, run.state(), run.message());
            try (HostConnection connection = hosts.open("SRV1")) {
                Transcript left = connection.run(RemoteCommand.program("cmd", "/c", "type", file));
                assertTrue(left.outputText().contains("simulated host SRV1"), left.outputText());
                String[] words = stop.split(" ");
                Transcript again =
                        connection.run(RemoteCommand.program(words[0], Arrays.copyOfRange(words, 1, words.length)));
                assertEquals(1, again.ending().exitCode().orElse(0), "stopped already");
            }
        }
    }

    @Test
    void aCaptureOfPacketMonitorIsConverted() throws Exception {
        try (LabHosts hosts = new LabHosts("old-and-new")) {
            List<Remedy> tools = hosts.diagnose().tools();
            Remedy capture = tool(tools, "capture/");
            Remedy convert = tool(tools, "capture-convert/");
            assertEquals(
                    RemedyRun.State.APPLIED,
                    RemedyRun.apply(hosts::open, capture).state());
            RemedyRun run = RemedyRun.apply(hosts::open, convert);
            assertEquals(RemedyRun.State.APPLIED, run.state(), run.message());
            try (HostConnection connection = hosts.open(convert.host())) {
                assertTrue(hasCapture(connection));
                run = RemedyRun.undo(hosts::open, convert);
                assertEquals(RemedyRun.State.UNDONE, run.state(), run.message());
                assertFalse(hasCapture(connection));
            }
        }
    }

    private static Remedy tool(List<Remedy> tools, String id) {
        return tools.stream().filter(one -> one.id().startsWith(id)).findFirst().orElseThrow();
    }

    private static boolean hasCapture(HostConnection connection) throws ConnectionException {
        return connection
                .run(RemoteCommand.program("cmd", "/c", "dir", "C:\\Windows\\Temp\\ipsecwb.pcapng"))
                .outputText()
                .contains("ipsecwb.pcapng");
    }

    @Test
    void theLogOfIkeTellsMoreOnceItIsSwitchedOn() throws Exception {
        try (LabHosts hosts = new LabHosts("custom-policy-broken")) {
            Diagnosis before = hosts.diagnose();
            Remedy remedy = before.findings().stream()
                    .filter(finding -> finding.key().equals("ike-log-off") && finding.isOf("SRV2"))
                    .flatMap(finding -> finding.remedies().stream())
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    RemedyRun.State.APPLIED,
                    RemedyRun.apply(hosts::open, remedy).state());
            try (HostConnection connection = hosts.open("SRV2")) {
                connection.run(RemoteCommand.program("net", "view", "\\\\SRV1"));
            }
            Diagnosis after = hosts.diagnose();
            assertEquals(before.headline(), after.headline());
            assertTrue(
                    after.scene().hosts().stream()
                            .filter(host -> host.name().equals("SRV2"))
                            .flatMap(host -> host.negotiations().stream())
                            .anyMatch(one -> one.failure() != null
                                    && one.evidence().source().endsWith("Oakley.log")),
                    after.scene().hosts()::toString);
        }
    }

    @Test
    void aStepThatFailsTakesBackWhatWasDoneBefore() throws Exception {
        try (LabHosts hosts = new LabHosts("all-well")) {
            Remedy remedy = Remedy.draft("test", "SRV1", "Do two things", Remedy.Risk.LOW, "")
                    .run("sc", "config", "IKEEXT", "start=", "disabled")
                    .undo("sc", "config", "IKEEXT", "start=", "auto")
                    .run("sc", "start", "no-such-service")
                    .undo("sc", "stop", "no-such-service")
                    .done()
                    .get(0);
            Diagnosis before = hosts.diagnose();
            RemedyRun run = RemedyRun.apply(hosts::open, remedy);
            assertEquals(RemedyRun.State.ROLLED_BACK, run.state());
            assertTrue(run.message().contains("sc start no-such-service failed (exit code 1060)"), run.message());
            assertEquals(3, run.transcripts().size());
            Need start = Commands.serviceStart("IKEEXT");
            assertNotEquals("", LabHosts.answer(before, "SRV1", start));
            assertEquals(LabHosts.answer(before, "SRV1", start), LabHosts.answer(hosts.diagnose(), "SRV1", start));
        }
    }

    @Test
    void whatCouldNotBeUndoneIsSaid() throws Exception {
        try (LabHosts hosts = new LabHosts("all-well")) {
            Remedy remedy = Remedy.draft("test", "SRV1", "Do two things", Remedy.Risk.LOW, "")
                    .run("sc", "config", "IKEEXT", "start=", "demand")
                    .undo("sc", "config", "no-such-service", "start=", "auto")
                    .run("sc", "start", "no-such-service")
                    .done()
                    .get(0);
            RemedyRun run = RemedyRun.apply(hosts::open, remedy);
            assertEquals(RemedyRun.State.STANDS, run.state());
            assertTrue(run.message().endsWith("may stand: sc config IKEEXT start= demand."), run.message());
        }
    }

    @Test
    void aNameThatNoCommandLineCanCarryGivesNoRemedy() {
        assertEquals(
                List.of(),
                Remedy.draft("test", "H", "x", Remedy.Risk.LOW, "")
                        .run("netsh", "name=a\nb")
                        .done());
    }

    private static Remedy guarded(HostEvidence host) {
        return Remedy.draft("test/SRV1", "SRV1", "Switch the service off", Remedy.Risk.HIGH, "")
                .run("sc", "config", "IKEEXT", "start=", "disabled")
                .undo("sc", "config", "IKEEXT", "start=", "auto")
                .restsOn(host, Commands.serviceStart("IKEEXT"))
                .mayCutOff()
                .done()
                .get(0);
    }

    @Test
    void nothingIsChangedOnAHostThatIsNotWhatItWas() throws Exception {
        try (LabHosts hosts = new LabHosts("all-well")) {
            Remedy remedy = guarded(hosts.diagnose().scene().hosts().get(0).evidence());
            try (HostConnection connection = hosts.open("SRV1")) {
                connection.run(RemoteCommand.program("sc", "config", "IKEEXT", "start=", "demand"));
            }
            RemedyRun run = RemedyRun.apply(hosts::open, remedy);
            assertEquals(RemedyRun.State.REFUSED, run.state());
            assertEquals(
                    "Switch the service off: nothing was changed, since SRV1 is not what it was when it was diagnosed:"
                            + " how the service IKEEXT starts changed. Diagnose again.",
                    run.message());
            assertEquals(1, run.transcripts().size());
        }
    }

    @Test
    void aHostThatIsCutOffUndoesTheChangeByItself() throws Exception {
        try (LabHosts hosts = new LabHosts("all-well")) {
            Diagnosis before = hosts.diagnose();
            Remedy remedy = guarded(before.scene().hosts().get(0).evidence());
            AtomicInteger ways = new AtomicInteger();
            RemedyRun run = RemedyRun.apply(
                    host -> {
                        if (ways.incrementAndGet() > 1) {
                            throw new ConnectionException(
                                    new Failure(ConnectionStep.CONNECT, FailureCause.OTHER, "It does not answer.", ""));
                        }
                        return hosts.open(host);
                    },
                    remedy);
            assertEquals(RemedyRun.State.REVERTING, run.state(), run.message());
            assertTrue(run.message().contains("then undoes it within 10 minutes"), run.message());
            Need start = Commands.serviceStart("IKEEXT");
            assertNotEquals(LabHosts.answer(before, "SRV1", start), LabHosts.answer(hosts.diagnose(), "SRV1", start));
            // What the clock of a real host would do.
            DeadMan timer = new DeadMan(remedy, "SRV1");
            try (HostConnection connection = hosts.open("SRV1")) {
                Transcript fired = connection.run(RemoteCommand.program("schtasks", "/run", "/tn", timer.name()));
                assertEquals(0, fired.ending().exitCode().orElse(-1), fired.outputText() + fired.errorText());
                assertEquals(
                        1, connection.run(timer.query()).ending().exitCode().orElse(-1), "it removes itself");
            }
            assertEquals(LabHosts.answer(before, "SRV1", start), LabHosts.answer(hosts.diagnose(), "SRV1", start));
        }
    }

    @Test
    void aKeyIsTriedOnBothHostsAndItsRulesGoAgain() throws Exception {
        try (LabHosts hosts = new LabHosts("certificate-missing")) {
            Diagnosis before = hosts.diagnose();
            Remedy remedy = before.tools().stream()
                    .filter(tool -> tool.id().equals("key-test/SRV1+SRV2"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(remedy.commandLines().get(0).contains("auth1psk=(redacted-"), remedy.commandLines()::toString);
            RemedyRun run = RemedyRun.apply(hosts::open, remedy);
            assertEquals(RemedyRun.State.APPLIED, run.state(), run.message());
            assertTrue(run.transcripts().stream().noneMatch(one -> one.line().matches(".*psk=[0-9a-f]{32}.*")));
            Diagnosis tried = hosts.diagnose();
            assertEquals(
                    "With a key for a test SRV1 and SRV2 negotiate: what they authenticate by otherwise is to blame:"
                            + " look at Kerberos or certificates, then undo the test.",
                    tried.headline());
            run = RemedyRun.undo(hosts::open, remedy);
            assertEquals(RemedyRun.State.UNDONE, run.state(), run.message());
            for (String host : List.of("SRV1", "SRV2")) {
                assertEquals(
                        LabHosts.answer(before, host, Commands.LOCAL_RULES),
                        LabHosts.answer(hosts.diagnose(), host, Commands.LOCAL_RULES));
            }
            // Once more: what the hosts have undone by themselves is not undone again.
            assertEquals(
                    RemedyRun.State.UNDONE, RemedyRun.undo(hosts::open, remedy).state());
        }
    }

    @Test
    void whatIsTooLongForATaskIsNotBegun() throws Exception {
        try (LabHosts hosts = new LabHosts("all-well")) {
            Remedy remedy = Remedy.draft("test", "SRV1", "Do much", Remedy.Risk.LOW, "")
                    .run("sc", "config", "IKEEXT", "start=", "demand")
                    .undo("sc", "config", "IKEEXT", "start=", "auto", "x".repeat(250))
                    .mayCutOff()
                    .done()
                    .get(0);
            RemedyRun run = RemedyRun.apply(hosts::open, remedy);
            assertEquals(RemedyRun.State.REFUSED, run.state());
            assertTrue(run.message().contains("no task of SRV1 could undo it"), run.message());
            assertEquals(0, run.transcripts().size());
        }
    }
}
