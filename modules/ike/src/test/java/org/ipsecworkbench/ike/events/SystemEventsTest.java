package org.ipsecworkbench.ike.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.ike.EventTopic;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of the System and Application log, and of traces; all are synthetic. */
class SystemEventsTest {
    private static ExplainedEvent explained(String xml) throws IOException {
        EventsOf found = EventsOf.of(xml);
        assertEquals(List.of(), found.problems());
        return Explainer.explain(found.events().get(0));
    }

    private static ExplainedEvent explained(SyntheticEvents.Event event) throws IOException {
        return explained(SyntheticEvents.xml(List.of(event)));
    }

    /** As Windows 10 writes it: numbered names, and the service's own name and state in bytes. */
    private static String state(String shown, String state, String bytes) {
        String hex = HexFormat.of().formatHex((bytes + "\0").getBytes(StandardCharsets.UTF_16LE));
        return "<Event><System><Provider Name='Service Control Manager'/><EventID Qualifiers='16384'>7036</EventID></System>"
                + "<EventData><Data Name='param1'>" + shown + "</Data><Data Name='param2'>" + state + "</Data>"
                + (bytes.isEmpty() ? "" : "<Binary>" + hex + "</Binary>") + "</EventData></Event>";
    }

    @ParameterizedTest
    @CsvSource({
        "IPsec Policy Agent, stopped, '', PolicyAgent stopped; without it no IPsec policy is applied.",
        "IKE and AuthIP IPsec Keying Modules, running, IKEEXT/4, IKEEXT runs.",
        "Ein Dienst, beendet, IKEEXT/1, IKEEXT stopped; without it nothing is negotiated.",
        "IPsec Policy Agent, irgendwie, '', PolicyAgent: irgendwie."
    })
    void theStateOfAServiceIsToldInEveryLanguage(String shown, String state, String bytes, String words)
            throws IOException {
        ExplainedEvent event = explained(state(shown, state, bytes));
        assertTrue(event.meaning().endsWith(words), event.meaning());
        assertEquals(state, event.event().value("State"));
    }

    @ParameterizedTest
    @CsvSource({
        "4653, NEGOTIATION",
        "5451, NEGOTIATION",
        "5478, SERVICE",
        "5453, SERVICE",
        "4709, SERVICE",
        "5460, POLICY",
        "5447, POLICY",
        "4963, OTHER",
        "4624, OTHER"
    })
    void anEventIsAboutItsTopic(int id, EventTopic topic) throws IOException {
        String xml = "<Event><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>" + id
                + "</EventID></System></Event>";
        assertEquals(topic, explained(xml).topic());
    }

    @Test
    void theStateOfAServiceIsAboutAService() throws IOException {
        assertEquals(
                EventTopic.SERVICE,
                explained(state("Ein Dienst", "beendet", "IKEEXT/1")).topic());
        assertEquals(
                EventTopic.OTHER,
                explained(state("Spooler", "running", "Spooler/4")).topic());
    }

    @Test
    void otherServicesAreNotOfIpsec() throws IOException {
        assertEquals(
                "", explained(state("Windows Update", "stopped", "wuauserv/1")).meaning());
        assertEquals("", explained(state("Windows Update", "stopped", "")).meaning());
    }

    @Test
    void aServiceThatEndedWithAnErrorIsAFailure() throws IOException {
        ExplainedEvent event = explained(SyntheticEvents.of(7023).with("Error", "%%1060"));
        assertNotNull(event.failure());
        assertTrue(event.meaning().contains("IKEEXT; without it nothing is negotiated."), event.meaning());
    }

    @ParameterizedTest
    @CsvSource({
        "809, ras, ERROR_VPN_TIMEOUT, no-response",
        "868, ras, ERROR_DNSNAME_NOT_RESOLVABLE, no-response",
        "812, ras, ERROR_SERVER_POLICY, authentication",
        "791, ras, ERROR_OAKLEY_NO_POLICY, no-policy",
        "13801, win32, ERROR_IPSEC_IKE_AUTH_FAIL, authentication",
        "13806, win32, ERROR_IPSEC_IKE_NO_CERT, certificate",
        "13868, win32, ERROR_IPSEC_IKE_POLICY_MATCH, proposal",
        "600, ras, '', unknown"
    })
    void aVpnConnectionFailsForTheReasonOfItsNumber(long code, String numbering, String name, String failureClass)
            throws IOException {
        Failure failure = explained(SyntheticEvents.of(20_227).with("Error", Long.toString(code)))
                .failure();
        assertNotNull(failure);
        assertNotNull(failure.code());
        assertEquals(numbering, failure.code().numbering().key());
        assertEquals(name, failure.code().name());
        assertEquals(failureClass, failure.failureClass().key());
    }

    @Test
    void aChangedRuleSaysWhoChangedItAndWithWhat() throws IOException {
        SyntheticEvents.Event deleted = SyntheticEvents.of(2014)
                .with("RuleName", "Domain isolation")
                .with("ModifyingUser", "S-1-5-21-1-2-3-500");
        ExplainedEvent event = explained(deleted.with("ModifyingApplication", "C:\\Windows\\System32\\mmc.exe"));
        assertEquals(
                "A connection security rule was deleted. Its name is \"Domain isolation\". Who did it: the user"
                        + " S-1-5-21-1-2-3-500, with C:\\Windows\\System32\\mmc.exe.",
                event.meaning());
        assertNull(event.failure());
        assertTrue(explained(SyntheticEvents.of(2012)).meaning().contains("the system itself"));
    }

    @Test
    void aChangeOfPolicyThatFailedIsAFailure() throws IOException {
        ExplainedEvent event = explained(SyntheticEvents.of(2061).with("ErrorCode", "5"));
        assertNotNull(event.failure());
        assertEquals("no-policy", event.failure().failureClass().key());
        assertTrue(event.meaning().endsWith("It failed with error 5."), event.meaning());
        assertNull(explained(SyntheticEvents.of(2061)).failure());
    }

    @Test
    void theAuditOfARuleNamesIt() throws IOException {
        ExplainedEvent event = explained(SyntheticEvents.of(5043).with("ConnectionSecurityRuleName", "Servers"));
        assertEquals("A connection security rule was added. Its name is \"Servers\".", event.meaning());
    }

    @Test
    void numbersOfOtherProvidersAreNotTheirs() throws IOException {
        String xml = SyntheticEvents.xml(List.of(SyntheticEvents.of(4653)));
        assertEquals(
                "",
                explained(xml.replace("Microsoft-Windows-Security-Auditing", "RasClient"))
                        .meaning());
        assertNull(Statements.of(explained(SyntheticEvents.of(20_227))));
    }

    private static List<Negotiation> traced(SyntheticEvents.Event... events) throws IOException {
        return EventsOf.report(SyntheticEvents.xml(List.of(events))).negotiations();
    }

    @Test
    void aTraceOfMessagesAndAFailureIsOneNegotiation() throws IOException {
        SyntheticEvents.Event sent = SyntheticEvents.of(1024)
                .with("LocalAddress", "192.0.2.1")
                .with("RemoteAddress", "192.0.2.2")
                .with("Length", "216");
        List<Negotiation> all = traced(
                sent,
                sent.with("RCookie", "fedcba9876543210"),
                new SyntheticEvents.Event(
                        sent.provider(),
                        1025,
                        0,
                        sent.with("RCookie", "fedcba9876543210").values()));
        assertEquals(1, all.size());
        Negotiation one = all.get(0);
        assertEquals("192.0.2.1", one.initiator(), "who sent the first message");
        assertEquals("fedcba9876543210", one.cookies().responderHex());
        assertEquals(Mode.MAIN, one.mode());
        assertEquals(Outcome.INCOMPLETE, one.outcome());
        assertEquals(
                List.of(Step.Direction.TO_RESPONDER, Step.Direction.TO_RESPONDER, Step.Direction.TO_INITIATOR),
                one.steps().stream().map(Step::direction).toList());
        assertNotNull(one.steps().get(0).message());
        assertEquals(216, one.steps().get(0).message().length());
    }

    @Test
    void aTracedFailureHasItsCodeAndWhatIsBenignIsNone() throws IOException {
        SyntheticEvents.Event failed = SyntheticEvents.of(1005).with("Flags", "0");
        Negotiation one = traced(failed).get(0);
        assertEquals("192.0.2.1", one.initiator());
        assertEquals("192.0.2.2", one.responder());
        assertEquals(KeyModule.IKEV2, one.module());
        assertNotNull(one.failure());
        assertNotNull(one.failure().code());
        assertEquals(13_805, one.failure().code().value());
        assertTrue(one.failure().explanation().contains("never received an answer"));
        assertEquals(List.of(), traced(failed.with("Flags", "1")));
        assertEquals(1, traced(SyntheticEvents.of(1009).with("Flags", "1")).size());
        assertEquals(List.of(), traced(SyntheticEvents.of(1009).with("Flags", "2")));
    }

    @Test
    void aTracedSaHasItsSpisAndItsCipher() throws IOException {
        SyntheticEvents.Event child = SyntheticEvents.of(1028)
                .with("InboundSPI", "0xc1b2a3f4")
                .with("OutboundSPI", "3405691582")
                .with("ESPCipherType", "3");
        Negotiation one = traced(child).get(0);
        assertEquals(Outcome.ESTABLISHED, one.outcome());
        assertEquals(2, one.children().size());
        assertEquals(0xc1b2a3f4, one.children().get(0).spi());
        assertTrue(
                one.steps().get(0).summary().contains("encrypts: AES-128"),
                one.steps().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0x170001F40000000020010DB800000000000000000000000200000000, 2001:db8::2",
        "17000000000000002001 0DB8, 17000000000000002001 0DB8",
        "C0000201, 192.0.2.1",
        "192.0.2.1, 192.0.2.1",
        "0x0200, 0x0200"
    })
    void addressesAreReadAloneAndAsSocketsHaveThem(String raw, String address) throws IOException {
        SyntheticEvents.Event event = SyntheticEvents.of(1003).with("RemoteAddress", raw);
        assertEquals(address, explained(event).event().value("RemoteAddress"));
    }

    @Test
    void aSoftSaIsInClear() throws IOException {
        SyntheticEvents.Event soft = SyntheticEvents.of(541)
                .with("Mode", "Data Protection Mode (Quick Mode)")
                .with(
                        "Parameters",
                        "ESP Algorithm None\nHMAC Algorithm None\nAH Algorithm None\nEncapsulation None\nInboundSpi 7\n"
                                + "OutBoundSpi 8\nLifetime (sec) 3600");
        for (SyntheticEvents.Event event : List.of(
                soft,
                SyntheticEvents.of(547).with("FailureReason", "Soft SA loaded"),
                SyntheticEvents.of(1007).with("FailureErrorCode", "13844"))) {
            Negotiation one = traced(event).get(0);
            assertTrue(one.softSa(), event.toString());
            assertEquals("In clear: soft SA", one.verdict());
            assertEquals(Outcome.FAILED, one.outcome(), "no SA protects anything");
            assertEquals(List.of(), one.children());
        }
        Negotiation later = traced(soft, soft, SyntheticEvents.of(5451).with("MainModeSaId", "0"))
                .get(0);
        assertTrue(later.isInClear());
    }
}
