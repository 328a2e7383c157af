package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Remedies are run on simulated hosts, judged by a second diagnosis, and undone. */
class RemedyRunTest {
    static Stream<Arguments> remedies() {
        return Stream.of(
                Arguments.of("service-stopped", "start-service/SRV2/IKEEXT"),
                Arguments.of("main-mode-mismatch", "main-mode-offer/SRV2"),
                Arguments.of("quick-mode-mismatch", "quick-mode-methods/SRV2"),
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
            RemedyRun run;
            try (HostConnection connection = hosts.open(remedy.host())) {
                run = RemedyRun.apply(connection, remedy);
            }
            assertEquals(RemedyRun.State.APPLIED, run.state(), run.message());
            Diagnosis after = hosts.diagnose();
            assertEquals("Traffic between SRV1 and SRV2 is encrypted; nothing needs attention.", after.headline());
            try (HostConnection connection = hosts.open(remedy.host())) {
                run = RemedyRun.undo(connection, remedy);
            }
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

    @Test
    void theLogOfIkeTellsMoreOnceItIsSwitchedOn() throws Exception {
        try (LabHosts hosts = new LabHosts("custom-policy-broken")) {
            Diagnosis before = hosts.diagnose();
            Remedy remedy = before.findings().stream()
                    .filter(finding -> finding.key().equals("ike-log-off") && finding.isOf("SRV2"))
                    .flatMap(finding -> finding.remedies().stream())
                    .findFirst()
                    .orElseThrow();
            try (HostConnection connection = hosts.open("SRV2")) {
                assertEquals(
                        RemedyRun.State.APPLIED,
                        RemedyRun.apply(connection, remedy).state());
                connection.run(RemoteCommand.program("net", "view", "\\\\SRV1"));
            }
            Diagnosis after = hosts.diagnose();
            assertEquals(before.headline(), after.headline());
            Finding recorded = after.findings().stream()
                    .filter(finding -> finding.verdict() == Verdict.FAILED
                            && finding.evidence().get(0).source().endsWith("Oakley.log"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(after.findings().toString()));
            assertTrue(after.causes().get(0).supporting().contains(recorded), after.causes()::toString);
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
            try (HostConnection connection = hosts.open("SRV1")) {
                RemedyRun run = RemedyRun.apply(connection, remedy);
                assertEquals(RemedyRun.State.ROLLED_BACK, run.state());
                assertTrue(run.message().contains("sc start no-such-service failed (exit code 1060)"), run.message());
                assertEquals(3, run.transcripts().size());
            }
            Need start = Commands.serviceStart("IKEEXT");
            assertNotEquals("", LabHosts.answer(before, "SRV1", start));
            assertEquals(LabHosts.answer(before, "SRV1", start), LabHosts.answer(hosts.diagnose(), "SRV1", start));
        }
    }

    @Test
    void whatCouldNotBeUndoneIsSaid() throws Exception {
        try (LabHosts hosts = new LabHosts("all-well");
                HostConnection connection = hosts.open("SRV1")) {
            Remedy remedy = Remedy.draft("test", "SRV1", "Do two things", Remedy.Risk.LOW, "")
                    .run("sc", "config", "IKEEXT", "start=", "demand")
                    .undo("sc", "config", "no-such-service", "start=", "auto")
                    .run("sc", "start", "no-such-service")
                    .done()
                    .get(0);
            RemedyRun run = RemedyRun.apply(connection, remedy);
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
}
