package org.ipsecworkbench.ike.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMerge;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.IkeWfp;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ike.testing.Captures;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.ipsecworkbench.ike.testing.SyntheticLog;
import org.ipsecworkbench.ike.testing.SyntheticWfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures of the lab, with synthetic logs of one of their hosts. */
class MergingTest {
    private static final String FAILED = "c01_ikev1_psk_mismatch";

    private static IkeReport log(String name, SyntheticLog log) throws IOException {
        byte[] bytes = log.bytes();
        return OakleyLogs.read(
                        new ByteArrayInputStream(bytes),
                        bytes.length,
                        new Source(name, Source.Kind.OAKLEY),
                        LocalDate.of(2026, 12, 31),
                        ZoneId.of("UTC"),
                        OakleyLimits.DEFAULT,
                        IkeLimits.DEFAULT,
                        ScanMonitor.NONE)
                .report();
    }

    private static SyntheticLog of(String capture, String host, Duration ahead) throws IOException {
        return SyntheticLog.of(Captures.messages(Captures.lab(capture)), host, ahead);
    }

    @Test
    void messagesThatBothTellOfAreOneStepWithBothPlaces() throws IOException {
        IkeReport capture = Captures.read(Captures.lab("b01_ikev1_psk_transport"));
        IkeReport log = log("Oakley.log", of("b01_ikev1_psk_transport", "10.11.0.10", Duration.ofMillis(3250)));
        assertEquals(1, log.negotiations().size());
        List<IkeReport> merged = IkeMerge.merge(List.of(capture, log));
        assertEquals(0, merged.get(1).negotiations().size());
        Negotiation one = merged.get(0).negotiations().get(0);
        Negotiation before = capture.negotiations().get(0);
        assertEquals(before.steps().size(), one.steps().size(), "no message is twice");
        for (Step step : one.steps()) {
            assertEquals(
                    2, step.evidence().stream().map(Evidence::source).distinct().count(), step.summary());
        }
        assertTrue(
                one.notes()
                        .contains(
                                "Oakley.log tells of this negotiation, too; its clock is 3.25 s ahead, which is taken off its"
                                        + " times (9 common messages)."),
                one.notes().toString());
        assertEquals(before.start(), one.start());
    }

    @Test
    void whatALogAloneKnowsStandsAtItsTimeByTheClockOfTheCapture() throws IOException {
        IkeReport capture = Captures.read(Captures.lab(FAILED));
        SyntheticLog log = of(FAILED, "10.13.0.10", Duration.ofHours(-2))
                .line("isadb_set_status sa:00144F60 centry:00000000 status 362b");
        Negotiation one = IkeMerge.merge(List.of(capture, log("Oakley.log", log)))
                .get(0)
                .negotiations()
                .get(0);
        assertEquals(Outcome.FAILED, one.outcome());
        assertNotNull(one.failure());
        assertEquals(FailureClass.AUTHENTICATION, one.failure().failureClass());
        assertNotNull(one.failure().code(), "the log's code goes before an inference of the same class");
        assertEquals(13_867, one.failure().code().value());
        Step last = one.steps().get(one.steps().size() - 1);
        assertEquals(Step.Direction.LOCAL, last.direction());
        assertNotNull(last.time());
        Step sent = one.steps().get(one.steps().size() - 2);
        assertNotNull(sent.time());
        assertTrue(
                Duration.between(sent.time(), last.time()).abs().toSeconds() < 1,
                one.steps().toString());
    }

    @Test
    void theLogsOfBothHostsAreOneNegotiation() throws IOException {
        IkeReport one = log("a.log", of(FAILED, "10.13.0.10", Duration.ZERO));
        IkeReport other = log("b.log", of(FAILED, "10.13.0.20", Duration.ofSeconds(-5)));
        List<IkeReport> merged = IkeMerge.merge(List.of(one, other));
        assertEquals(0, merged.get(1).negotiations().size());
        Negotiation whole = merged.get(0).negotiations().get(0);
        assertEquals("10.13.0.10", whole.initiator(), "which the log of the other one says");
        assertEquals("10.13.0.20", whole.responder());
    }

    @Test
    void whatHasOtherCookiesStaysApart() throws IOException {
        IkeReport capture = Captures.read(Captures.lab("b01_ikev1_psk_transport"));
        IkeReport log = log("Oakley.log", of(FAILED, "10.13.0.10", Duration.ZERO));
        assertEquals(List.of(capture, log), IkeMerge.merge(List.of(capture, log)));
    }

    private static IkeReport events(String name, SyntheticEvents.Event... events) throws IOException {
        Path file = Files.createTempFile("ipsecwb-", ".xml");
        try {
            Files.writeString(file, SyntheticEvents.xml(List.of(events)));
            Source source = new Source(name, Source.Kind.EVENTS);
            return IkeEvents.read(file, source, EventLimits.DEFAULT, IkeLimits.DEFAULT, ScanMonitor.NONE, event -> {});
        } finally {
            Files.delete(file);
        }
    }

    private static String unsigned(int spi) {
        return Integer.toUnsignedString(spi);
    }

    /** An event of one of the two hosts about the first pair of SAs of a negotiation. */
    private static SyntheticEvents.Event child(Negotiation one, String local, String remote) {
        int in = one.children().stream()
                .filter(sa -> sa.source().equals(one.responder()))
                .findFirst()
                .orElseThrow()
                .spi();
        int out = one.children().stream()
                .filter(sa -> sa.source().equals(one.initiator()))
                .findFirst()
                .orElseThrow()
                .spi();
        return SyntheticEvents.of(5451)
                .with("LocalAddress", local)
                .with("RemoteAddress", remote)
                .with("InboundSpi", unsigned(in))
                .with("OutboundSpi", unsigned(out));
    }

    @Test
    void anEventWithoutCookiesIsFoundByItsSpis() throws IOException {
        IkeReport capture = Captures.read(Captures.lab("b01_ikev1_psk_transport"));
        Negotiation before = capture.negotiations().get(0);
        IkeReport events = events("log.xml", child(before, "10.11.0.10", "10.11.0.20"));
        List<IkeReport> merged = IkeMerge.merge(List.of(capture, events));
        assertEquals(0, merged.get(1).negotiations().size());
        Negotiation one = merged.get(0).negotiations().get(0);
        assertEquals(before.cookies(), one.cookies());
        assertEquals(before.children().size(), one.children().size(), "no SA is twice");
        Step event = one.steps().stream()
                .filter(step -> step.direction() == Step.Direction.LOCAL)
                .findFirst()
                .orElseThrow();
        assertEquals("log.xml", event.evidence().get(0).source().name());
        int index = one.steps().indexOf(event);
        assertTrue(one.steps().get(index - 1).summary().startsWith("quick mode"), "by the clock of the capture");
        assertEquals(one.steps().get(index - 1).time(), event.time());
        assertTrue(
                one.notes().get(one.notes().size() - 1).endsWith(" (2 common SAs)."),
                one.notes().toString());
    }

    @Test
    void behindANatBothSpisHaveToBeTheSame() throws IOException {
        IkeReport capture = Captures.read(Captures.lab("b01_ikev1_psk_transport"));
        SyntheticEvents.Event event = child(capture.negotiations().get(0), "192.168.0.1", "198.51.100.2");
        assertEquals(1, count(IkeMerge.merge(List.of(capture, events("log.xml", event)))));
        SyntheticEvents.Event half = event.with("InboundSpi", "1");
        assertEquals(2, count(IkeMerge.merge(List.of(capture, events("log.xml", half)))));
    }

    private static long count(List<IkeReport> reports) {
        return reports.stream().mapToLong(one -> one.negotiations().size()).sum();
    }

    @Test
    void theListOfSasOfAHostJoinsItsEvents() throws IOException {
        Path file = Files.createTempFile("ipsecwb-", ".xml");
        Files.writeString(file, SyntheticWfp.state());
        IkeReport state = IkeWfp.read(
                file,
                new Source("state.xml", Source.Kind.WFP),
                EventLimits.DEFAULT,
                IkeLimits.DEFAULT,
                ScanMonitor.NONE,
                event -> {});
        Files.delete(file);
        List<IkeReport> merged = IkeMerge.merge(List.of(events("log.xml", SyntheticEvents.of(5451)), state));
        assertEquals(1, count(merged));
        assertEquals(
                "0123456789abcdef",
                merged.get(0).negotiations().get(0).cookies().initiatorHex());
    }

    @ParameterizedTest
    @CsvSource({
        "No policy configured, no-policy, 13825",
        "IKE authentication credentials are unacceptable, authentication, 13801",
        "Failed to add Security Association to IPsec Driver, other, 13860",
        "IKE SA deleted by peer before establishment completed, authentication, 13805",
        "Etwas anderes, authentication, 13805"
    })
    void whatThePeerSaysGoesBeforeALocalTimeOut(String reason, String failureClass, long code) throws IOException {
        SyntheticEvents.Event local = SyntheticEvents.of(4653)
                .with("ResponderCookie", "1111111111111111")
                .with("State", "%%8204");
        SyntheticEvents.Event peer = local.with("LocalAddress", "192.0.2.2")
                .with("RemoteAddress", "192.0.2.1")
                .with("Role", "%%8206")
                .with("FailureReason", reason);
        for (List<IkeReport> order : List.of(
                List.of(events("a.xml", local), events("b.xml", peer)),
                List.of(events("b.xml", peer), events("a.xml", local)))) {
            List<IkeReport> merged = IkeMerge.merge(order);
            assertEquals(1, count(merged));
            Negotiation one = merged.get(0).negotiations().get(0);
            assertNotNull(one.failure());
            assertEquals(failureClass, one.failure().failureClass().key());
            assertNotNull(one.failure().code());
            assertEquals(code, one.failure().code().value());
            assertEquals("192.0.2.1", one.initiator());
        }
    }

    @Test
    void aTraceOfMessagesHasTheClockOfTheCaptureByThem() throws IOException {
        IkeReport capture = Captures.read(Captures.lab("b01_ikev1_psk_transport"));
        Negotiation before = capture.negotiations().get(0);
        IkeMessage first = before.steps().get(0).message();
        assertNotNull(first);
        SyntheticEvents.Event sent = SyntheticEvents.of(1024)
                .with("LocalAddress", before.initiator())
                .with("RemoteAddress", before.responder())
                .with("ICookie", before.cookies().initiatorHex())
                .with("Length", Long.toString(first.length()))
                .with("MessageID", "0");
        Negotiation one = IkeMerge.merge(List.of(capture, events("trace.xml", sent)))
                .get(0)
                .negotiations()
                .get(0);
        assertEquals(before.steps().size(), one.steps().size(), "the message is one step");
        assertTrue(
                one.notes().get(one.notes().size() - 1).endsWith("(1 common message)."),
                one.notes().toString());
    }
}
