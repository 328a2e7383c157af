package org.ipsecworkbench.ike.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What audit events add up to; the events are synthetic. */
class EventNegotiationsTest {
    private static List<Negotiation> of(SyntheticEvents.Event... events) throws IOException {
        IkeReport report = EventsOf.report(SyntheticEvents.xml(List.of(events)));
        assertEquals(List.of(), report.problems());
        assertEquals(events.length, report.messages());
        return report.negotiations();
    }

    private static Failure failure(SyntheticEvents.Event event) throws IOException {
        Failure failure = of(event).get(0).failure();
        assertNotNull(failure);
        return failure;
    }

    @Test
    void mainModeAndQuickModeOfOneNumberAreOneNegotiation() throws IOException {
        List<Negotiation> all = of(
                SyntheticEvents.of(4650), SyntheticEvents.of(5451), SyntheticEvents.of(5451), SyntheticEvents.of(4655));
        assertEquals(1, all.size());
        Negotiation one = all.get(0);
        assertEquals(Outcome.ESTABLISHED, one.outcome());
        assertNull(one.failure());
        assertEquals(KeyModule.IKEV1, one.module());
        assertEquals(Mode.MAIN, one.mode());
        assertEquals("preshared-key", one.authentication());
        assertEquals("192.0.2.1", one.initiator());
        assertEquals("192.0.2.2", one.responder());
        assertEquals(
                "aes-cbc 128, sha2-256, group 14, preshared-key",
                one.chosen().get(0).labels().get(0));
        assertEquals(
                List.of(0xc1b2a3f4, 0xcafebabe),
                one.children().stream().map(child -> child.spi()).toList());
        assertEquals(4, one.steps().size());
    }

    @Test
    void aNumberThatIsUsedAnewIsAnotherNegotiation() throws IOException {
        SyntheticEvents.Event main = SyntheticEvents.of(4650);
        assertEquals(2, of(main, SyntheticEvents.of(4655), main).size());
        assertEquals(2, of(main, main).size(), "the service was started anew");
        assertEquals(2, of(main, main.with("RemoteAddress", "192.0.2.3")).size(), "another peer");
    }

    @Test
    void theEndOfAnSaBelongsToTheLastNegotiationOfItsHosts() throws IOException {
        assertEquals(
                1,
                of(SyntheticEvents.of(4650), SyntheticEvents.of(5451), SyntheticEvents.of(5452))
                        .size());
        assertEquals(1, of(SyntheticEvents.of(5452)).size());
    }

    @Test
    void mainModeAloneDoesNotSayWhetherTrafficIsProtected() throws IOException {
        Negotiation one = of(SyntheticEvents.of(4650)).get(0);
        assertEquals(Outcome.UNKNOWN, one.outcome());
        assertTrue(one.notes().get(0).contains("is not said"), one.notes().toString());
    }

    @Test
    void mainModeThatFailedInQuickModeFailed() throws IOException {
        Negotiation one = of(
                        SyntheticEvents.of(4650), SyntheticEvents.of(4654).with("FailureReason", "Policy match error"))
                .get(0);
        assertEquals(Outcome.FAILED, one.outcome());
        assertNotNull(one.failure());
        assertEquals(FailureClass.PROPOSAL, one.failure().failureClass());
    }

    @ParameterizedTest
    @CsvSource({
        "Negotiation timed out, 0000000000000000, %%8202, no-response, 13805",
        "Negotiation timed out, 1111111111111111, %%8204, authentication, 13805",
        "Negotiation timed out, 1111111111111111, %%8203, no-response, 13805",
        "No response from peer., 1111111111111111, %%8202, no-response, 13813",
        "No policy configured, 1111111111111111, %%8201, no-policy, 13825",
        "IKE security attributes are unacceptable, 1111111111111111, %%8202, proposal, 13802",
        "ike  authentication credentials are unacceptable, 1111111111111111, %%8202, authentication, 13801",
        "0x80073603, 1111111111111111, %%8202, kerberos, 13827",
        "13887, 1111111111111111, %%8202, certificate, 13887",
        "SA establishment is not authorized., 1111111111111111, %%8202, authentication, 13905"
    })
    void theReasonGivesClassAndCode(String reason, String cookie, String state, String failureClass, long code)
            throws IOException {
        Failure failure = failure(SyntheticEvents.of(4653)
                .with("FailureReason", reason)
                .with("ResponderCookie", cookie)
                .with("State", state));
        assertEquals(failureClass, failure.failureClass().key());
        assertNotNull(failure.code());
        assertEquals(code, failure.code().value());
    }

    @Test
    void withoutCookiesTheStateSaysThatNothingCameBack() throws IOException {
        SyntheticEvents.Event event = SyntheticEvents.of(4653).with("ResponderCookie", "-");
        assertTrue(failure(event).explanation().contains("never received an answer"));
        assertTrue(failure(event.with("Role", "%%8206")).explanation().contains("answered at first"));
    }

    @Test
    void aTextOfSeveralNumbersHasAClassButNoNumber() throws IOException {
        Failure failure =
                failure(SyntheticEvents.of(4653).with("FailureReason", "Negotiation request sat in Queue too long"));
        assertEquals(FailureClass.OTHER, failure.failureClass());
        assertNull(failure.code());
    }

    @Test
    void aReasonInALanguageThatNoTableKnowsIsKept() throws IOException {
        String reason = "Zeitüberschreitung bei der Aushandlung";
        Negotiation one =
                of(SyntheticEvents.of(4653).with("FailureReason", reason)).get(0);
        assertEquals(Outcome.FAILED, one.outcome());
        assertNotNull(one.failure());
        assertEquals(FailureClass.UNKNOWN, one.failure().failureClass());
        assertTrue(one.steps().get(0).summary().contains(reason), one.steps().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "IKE身份验证凭证不可接受。, IKE authentication credentials are unacceptable (zh-CN), 13801",
        "IKE 无法找到有效的计算机证书, IKE failed to find valid machine certificate (zh-CN), 13806"
    })
    void aReasonInAnotherLanguageIsToldInEnglish(String reason, String english, long code) throws IOException {
        Negotiation one =
                of(SyntheticEvents.of(4653).with("FailureReason", reason)).get(0);
        assertNotNull(one.failure());
        assertNotNull(one.failure().code());
        assertEquals(code, one.failure().code().value());
        assertTrue(
                one.steps().get(0).summary().contains("reason: " + english),
                one.steps().toString());
    }

    @Test
    void aReasonOfThePeerOutranksATimeOutOfTheSameCookies() throws IOException {
        SyntheticEvents.Event timeout = SyntheticEvents.of(4653).with("ResponderCookie", "1111111111111111");
        List<Negotiation> all = of(
                timeout,
                timeout.with("LocalAddress", "192.0.2.2")
                        .with("RemoteAddress", "192.0.2.1")
                        .with("Role", "%%8206")
                        .with("FailureReason", "No policy configured"));
        assertEquals(1, all.size());
        assertEquals("192.0.2.1", all.get(0).initiator());
        assertNotNull(all.get(0).failure());
        assertEquals(FailureClass.NO_POLICY, all.get(0).failure().failureClass());
    }

    @ParameterizedTest
    @CsvSource({"544, certificate", "545, authentication", "546, proposal", "547, no-response"})
    void failuresOfWindows2000To2003(int id, String failureClass) throws IOException {
        Negotiation one = of(SyntheticEvents.of(id)).get(0);
        assertEquals("192.0.2.1", one.initiator());
        assertEquals("192.0.2.2", one.responder());
        assertEquals(KeyModule.IKEV1, one.module());
        assertNotNull(one.failure());
        assertEquals(failureClass, one.failure().failureClass().key());
    }

    @Test
    void anSaOfWindows2000To2003IsOneOfQuickModeByItsMode() throws IOException {
        SyntheticEvents.Event quick = SyntheticEvents.of(541)
                .with("Mode", "Data Protection Mode (Quick Mode)")
                .with(
                        "Parameters",
                        "ESP Algorithm Triple DES CBC\nHMAC Algorithm SHA\nAH Algorithm None\nEncapsulation Transport Mode\n"
                                + "InboundSpi 3249710068 (0xc1b2a3f4)\nOutBoundSpi 3405691582\nLifetime (sec) 3600");
        Negotiation one = of(quick).get(0);
        assertEquals(Outcome.ESTABLISHED, one.outcome());
        assertEquals(2, one.children().size());
        assertEquals("esp", one.children().get(0).protocol());
        assertTrue(
                one.steps().get(0).summary().contains("encrypts: Triple DES CBC"),
                one.steps().toString());
        assertEquals(Outcome.UNKNOWN, of(SyntheticEvents.of(541)).get(0).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "%%16400, %%16393, -, encrypts: AES-128",
        "-, %%16393, -, does not encrypt",
        "None, None, %%16393, does not encrypt"
    })
    void onlyACipherEncrypts(String cipher, String esp, String ah, String words) throws IOException {
        String summary = of(SyntheticEvents.of(5451)
                        .with("CipherType", cipher)
                        .with("EspAuthType", esp)
                        .with("AhAuthType", ah))
                .get(0)
                .steps()
                .get(0)
                .summary();
        assertTrue(summary.contains(words), summary);
    }
}
