package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.testing.Cases;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions made of a capture of the lab and of what hosts would have said of it, whose clocks are known. */
class TimelineTest {
    private static final String CAPTURE = "c01_ikev1_psk_mismatch";
    private static final String INITIATOR = "10.13.0.10";

    @TempDir
    private Path folder;

    private static List<TimelineEntry> of(Timeline timeline, TimelineKind kind) {
        return timeline.entries().stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static TimelineClock clock(Timeline timeline, String name) {
        return timeline.clocks().stream()
                .filter(clock -> clock.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String event(int id, Instant time, String... values) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < values.length; i += 2) {
            data.append("<Data Name='")
                    .append(values[i])
                    .append("'>")
                    .append(values[i + 1])
                    .append("</Data>");
        }
        return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                + "<Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>" + id
                + "</EventID><TimeCreated SystemTime='"
                + time + "'/><Channel>Security</Channel><Computer>srv1.contoso.test</Computer></System><EventData>"
                + data
                + "</EventData></Event>";
    }

    @Test
    void aCaptureIsSpansAndNotPackets() throws IOException {
        try (Cases made = new Cases(folder).capture(CAPTURE, "")) {
            Timeline timeline = made.timeline();
            List<TimelineEntry> traffic = of(timeline, TimelineKind.CAPTURE);
            assertTrue(traffic.size() > 1 && traffic.size() < 20, traffic.toString());
            TimelineEntry whole = traffic.stream()
                    .filter(entry -> entry.pair().isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertNotNull(whole.traffic());
            assertTrue(whole.length().toSeconds() > 1, whole.toString());
            assertEquals(Place.packet(1), whole.place());
            TimelineEntry failed = of(timeline, TimelineKind.NEGOTIATION).get(0);
            assertEquals(Signal.BAD, failed.signal());
            assertEquals(CAPTURE + ".pcap", failed.lane());
            assertEquals(Place.Unit.PACKET, failed.place().unit());
            assertTrue(failed.words().startsWith("Main mode 10.13.0.10 → 10.13.0.20: Failed"), failed.words());
            assertEquals(
                    "all times are told by this clock, since no host was asked for its own",
                    clock(timeline, CAPTURE + ".pcap").basis());
            assertTrue(timeline.isComplete());
        }
    }

    @Test
    void anEventIsMovedByTheClockOfItsHostAndItsPolicyAndServicesAreTold() throws IOException {
        Instant time = Cases.TIME.plusSeconds(60);
        try (Cases made = new Cases(folder)
                .host("winrm://10.13.0.10")
                .answer("winrm://10.13.0.10", "hostname", "SRV1\r\n", 0, Duration.ofSeconds(30))
                .answer("winrm://10.13.0.10", "hostname", "SRV1\r\n", 1, Duration.ofSeconds(31))
                .answer("winrm://10.13.0.10", "hostname", "SRV1\r\n", 2, Duration.ofHours(-9))
                .file(
                        EvidenceKind.EVENTS,
                        "",
                        "security.xml",
                        "<Events>" + event(5478, time) + event(5460, time.plusSeconds(1))
                                + event(4963, time.plusSeconds(2), "RemoteAddress", "10.13.0.20", "SPI", "0xc0ffee01")
                                + event(4624, time.plusSeconds(3)) + "</Events>")) {
            Timeline timeline = made.timeline();
            TimelineClock clock = clock(timeline, "winrm://10.13.0.10");
            assertEquals(Duration.ofSeconds(30), clock.offset(), "the median");
            assertEquals("by the time that 3 of its answers tell", clock.basis());
            TimelineEntry service = of(timeline, TimelineKind.SERVICE).get(0);
            assertEquals(time.minusSeconds(30), service.time());
            assertEquals(time, service.stated());
            assertEquals("winrm://10.13.0.10", service.lane(), "by the name that it calls itself");
            assertTrue(of(timeline, TimelineKind.POLICY).get(0).words().startsWith("5460: "));
            TimelineEntry event = of(timeline, TimelineKind.EVENT).get(0);
            assertEquals(List.of(0xc0ffee01), event.spis());
            assertEquals(Place.event(3), event.place());
            assertEquals(1, of(timeline, TimelineKind.EVENT).size(), "logons are none of IPsec");
            assertEquals(3, of(timeline, TimelineKind.COMMAND).size());
            assertEquals(Cases.TIME, of(timeline, TimelineKind.COMMAND).get(0).time());
        }
    }

    @Test
    void aCaptureOfNoHostIsPlacedByTheNegotiationThatItSharesWithOne() throws IOException {
        try (Cases alone = new Cases(folder.resolve("alone")).capture(CAPTURE, "")) {
            TimelineEntry seen = of(alone.timeline(), TimelineKind.NEGOTIATION).get(0);
            Cookies cookies = seen.cookies();
            assertNotNull(cookies);
            String message = "<Events>"
                    + event(
                            4653,
                            seen.stated().plusSeconds(40),
                            "LocalAddress",
                            INITIATOR,
                            "RemoteAddress",
                            "10.13.0.20",
                            "InitiatorCookie",
                            cookies.initiatorHex(),
                            "ResponderCookie",
                            cookies.responderHex())
                    + "</Events>";
            try (Cases made = new Cases(folder.resolve("both"))
                    .host("SRV1")
                    .answer("SRV1", "hostname", "SRV1", 0, Duration.ofSeconds(40))
                    .capture(CAPTURE, "")
                    .file(EvidenceKind.EVENTS, "SRV1", "security.xml", message)) {
                Timeline timeline = made.timeline();
                List<TimelineEntry> found = timeline.entries().stream()
                        .filter(new TimelineFilter("", cookies.initiatorHex(), "", Set.of(), null, null)::test)
                        .toList();
                assertEquals(
                        Set.of(TimelineKind.NEGOTIATION, TimelineKind.EVENT),
                        Set.copyOf(found.stream().map(TimelineEntry::kind).toList()));
                assertEquals(3, found.size(), "of the capture, of the events, and the event itself");
                TimelineEntry event = of(timeline, TimelineKind.EVENT).get(0);
                assertEquals(seen.stated(), event.time());
                assertEquals(List.of("SRV1"), event.hosts());
            }
        }
    }

    @Test
    void changesBetweenAnswersAreTold() throws IOException {
        String state = "SERVICE_NAME: IKEEXT\r\n  TYPE : 20  WIN32_SHARE_PROCESS\r\n  STATE : %d  X\r\n"
                + "  WIN32_EXIT_CODE : 0 (0x0)\r\n";
        String rule =
                "Rule Name: Files\r\n-----\r\nEnabled: Yes\r\nProfiles: Domain\r\nType: Static\r\nMode: Transport\r\n"
                        + "Endpoint1: 10.0.0.1/32\r\nEndpoint2: 10.0.0.2/32\r\nProtocol: Any\r\nAction: %s\r\n\r\n";
        String line = Commands.RULES_IN_FORCE.line();
        String query = Commands.service("IKEEXT").line();
        try (Cases made = new Cases(folder)
                .host("A")
                .answer("A", query, String.format(state, 4), 0, Duration.ZERO)
                .answer("A", query, String.format(state, 4), 60, Duration.ZERO)
                .answer("A", query, String.format(state, 1), 120, Duration.ZERO)
                .answer("A", line, String.format(rule, "RequireInRequireOut"), 0, Duration.ZERO)
                .answer("A", line, String.format(rule, "RequestInRequestOut"), 300, Duration.ZERO)) {
            Timeline timeline = made.timeline();
            List<TimelineEntry> services = of(timeline, TimelineKind.SERVICE);
            assertEquals(2, services.size(), services.toString());
            TimelineEntry stopped = services.get(1);
            assertEquals(Signal.BAD, stopped.signal());
            assertEquals("IKEEXT was found stopped: it changed since it was found running", stopped.words());
            assertEquals(Cases.TIME.plusSeconds(60), stopped.time());
            assertEquals(Cases.TIME.plusSeconds(120), stopped.end());
            assertEquals(Place.line(3), stopped.place());
            TimelineEntry policy = of(timeline, TimelineKind.POLICY).get(0);
            assertEquals(Duration.ofMinutes(5), policy.length());
            assertTrue(policy.words().contains("Files"), policy.words());
            assertEquals(1, of(timeline, TimelineKind.POLICY).size());
        }
    }

    @Test
    void aRemedyIsOneEntryWithWhatCameOfIt() throws IOException {
        String trail = "time\thost\taction\tresult\tcommand\n"
                + "2026-11-25T09:40:00Z\tSRV1\tDiagnose\texit code 0\thostname\n"
                + "2026-11-25T09:41:00Z\tSRV1\tApply: Start IKEEXT\texit code 0; what it printed is not kept\tsc qc IKEEXT\n"
                + "2026-11-25T09:41:02Z\tSRV1\tApply: Start IKEEXT\texit code 1056\tsc start IKEEXT\n"
                + "2026-11-25T09:50:00Z\tSRV1\tUndo: Start IKEEXT\texit code 0\tsc stop IKEEXT\n"
                + "3 more are left out.\n";
        try (Cases made = new Cases(folder).host("SRV1").file(EvidenceKind.AUDIT_TRAIL, "", "sent.tsv", trail)) {
            List<TimelineEntry> remedies = of(made.timeline(), TimelineKind.REMEDY);
            assertEquals(2, remedies.size());
            assertEquals("Apply: Start IKEEXT", remedies.get(0).words());
            assertEquals("1 of 2 commands failed", remedies.get(0).outcome());
            assertEquals(Place.line(3), remedies.get(0).place());
            assertEquals("1 command", remedies.get(1).outcome());
        }
    }

    @Test
    void whatIsBeyondALimitIsToldAndTheRestIsThere() throws IOException {
        StringBuilder events = new StringBuilder("<Events>");
        for (int i = 0; i < 50; i++) {
            events.append(event(5460, Cases.TIME.plusSeconds(i)));
        }
        try (Cases made = new Cases(folder)
                .file(EvidenceKind.EVENTS, "SRV1", "security.xml", events + "</Events>")
                .file(EvidenceKind.FILE, "SRV1", "notes.txt", "it worked")) {
            Timeline timeline = Timeline.read(made.session(), new TimelineLimits(100, 20, 1, 1, 10), ScanMonitor.NONE);
            assertEquals(20, of(timeline, TimelineKind.POLICY).size());
            assertEquals(1, of(timeline, TimelineKind.EVIDENCE).size());
            assertEquals(
                    "30 more entries are left out: a timeline holds 20 of one piece of evidence, and 100 of all.",
                    timeline.problems().get(0).what());
        }
    }

    @Test
    void progressNeverGoesBackAlthoughCapturesAreReadTwice() throws IOException {
        try (Cases made = new Cases(folder).capture(CAPTURE, "").capture("b01_ikev1_psk_transport", "")) {
            List<Long> told = new CopyOnWriteArrayList<>();
            Timeline.read(made.session(), TimelineLimits.DEFAULT, new ScanMonitor() {
                @Override
                public void progress(long done, long total) {
                    told.add(done);
                    assertTrue(done <= total);
                }
            });
            assertTrue(told.size() > 2);
            assertEquals(told.stream().sorted().toList(), told);
        }
    }

    @Test
    void cancellingKeepsWhatWasRead() throws IOException {
        try (Cases made = new Cases(folder).host("A").answer("A", "hostname", "A", 0, Duration.ZERO)) {
            Timeline timeline = Timeline.read(made.session(), TimelineLimits.DEFAULT, new ScanMonitor() {
                @Override
                public boolean cancelled() {
                    return true;
                }
            });
            assertEquals(List.of(), timeline.entries());
            assertFalse(timeline.isComplete());
        }
    }
}
