package org.ipsecworkbench.ike.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMerge;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ike.testing.Captures;
import org.ipsecworkbench.ike.testing.SyntheticLog;
import org.junit.jupiter.api.Test;

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
}
