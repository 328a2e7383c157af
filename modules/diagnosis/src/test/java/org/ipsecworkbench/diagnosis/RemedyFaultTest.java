package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ipsecworkbench.diagnosis.testing.CutWay;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The way to a host is cut at every message of a remedy in turn. Wherever that is, the host is left as the run says it is: as
 * before, changed, about to undo the change by itself, or as the message names.
 */
class RemedyFaultTest {
    private static final Need START = Commands.serviceStart("IKEEXT");

    @ParameterizedTest
    @EnumSource
    void theHostIsLeftAsTheRunSays(CutWay.Kind kind) throws Exception {
        try (LabHosts hosts = new LabHosts("all-well")) {
            String before = start(hosts);
            HostEvidence evidence = hosts.diagnose().scene().hosts().get(0).evidence();
            Remedy remedy = remedy(evidence);
            int applied = 0;
            int cut = 0;
            while (true) {
                RemedyRun run;
                boolean isCut;
                try (CutWay way = new CutWay(hosts.port("SRV1"), kind, cut++)) {
                    run = RemedyRun.apply(host -> hosts.openPort(way.port()), remedy);
                    isCut = way.isCut();
                }
                check(hosts, remedy, run, before, kind + " at " + cut);
                if (run.state() == RemedyRun.State.APPLIED) {
                    applied++;
                }
                if (!isCut) {
                    assertEquals(RemedyRun.State.APPLIED, run.state(), run.message());
                    break;
                }
            }
            assertTrue(cut > 10, "the way was cut at each message, " + cut);
            assertTrue(applied > 0);
        }
    }

    /** Two steps, of which the second cannot be undone twice. */
    private static Remedy remedy(HostEvidence host) {
        return Remedy.draft("fault/SRV1", "SRV1", "Disable IKEEXT", Remedy.Risk.HIGH, "")
                .run("sc", "config", "IKEEXT", "start=", "disabled")
                .undo("sc", "config", "IKEEXT", "start=", "auto")
                .run(
                        "netsh",
                        "advfirewall",
                        "consec",
                        "add",
                        "rule",
                        "name=fault",
                        "endpoint1=10.9.9.9",
                        "endpoint2=10.9.9.8",
                        "action=noauthentication")
                .undo("netsh", "advfirewall", "consec", "delete", "rule", "name=fault")
                .restsOn(host, START)
                .restsOn(host, Commands.LOCAL_RULES)
                .mayCutOff()
                .done()
                .get(0);
    }

    private static void check(LabHosts hosts, Remedy remedy, RemedyRun run, String before, String when)
            throws Exception {
        String what = when + ": " + run.message();
        assertFalse(run.message().contains("null"), what);
        assertTrue(
                run.message().startsWith(remedy.title() + ": ") && run.message().endsWith("."), what);
        DeadMan timer = new DeadMan(remedy, "SRV1");
        try (HostConnection connection = hosts.open("SRV1")) {
            boolean isSet = connection.run(timer.query()).ending().exitCode().orElse(-1) == 0;
            boolean isAsBefore =
                    start(hosts).equals(before) && !rules(connection).contains("fault");
            switch (run.state()) {
                case APPLIED -> {
                    assertFalse(isSet, what);
                    assertFalse(isAsBefore, what);
                }
                case REFUSED, ROLLED_BACK -> {
                    assertTrue(isAsBefore, what);
                    assertTrue(!isSet || run.message().contains(timer.name()), what);
                }
                case REVERTING -> {
                    // Whether the timer was stopped before its answer was lost nobody knows, and the message says so.
                    assertTrue(isSet || run.message().contains("may be left on SRV1"), what);
                    assertFalse(isAsBefore, what);
                }
                case STANDS -> assertTrue(isAsBefore || isSet || run.message().contains("may stand"), what);
                case UNDONE -> assertEquals("applied", run.state().key(), what);
            }
            // The next cut begins from the same state.
            for (Remedy.Step step : remedy.undoSteps()) {
                connection.run(step.undo() == null ? step.command() : step.undo());
            }
            connection.run(timer.clear());
        }
        assertEquals(before, start(hosts), what);
    }

    private static String start(LabHosts hosts) throws Exception {
        try (HostConnection connection = hosts.open("SRV1")) {
            return connection.run(START.command()).outputText();
        }
    }

    private static String rules(HostConnection connection) throws Exception {
        return connection.run(Commands.LOCAL_RULES.command()).outputText();
    }
}
