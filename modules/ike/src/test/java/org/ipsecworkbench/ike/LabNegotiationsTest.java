package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.ike.testing.Captures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real negotiations of the lab, whose hosts' logs were read when these expectations were written. */
class LabNegotiationsTest {
    @ParameterizedTest
    @CsvSource({
        "b01_ikev1_psk_transport, 'main established -'",
        "c01_ikev1_psk_mismatch, 'main failed authentication'",
        "e01_ikev2_responder_cert_expired, 'ike-sa-init failed certificate'",
        "e03_ikev2_untrusted_ca_then_clear, 'ike-sa-init failed certificate'",
        "f04_ikev2_crl_ok_strict, 'ike-sa-init established -'",
        "h04_udp500_filtered_fallback_clear, 'ike-sa-init failed no-response'",
        "l01_natt_ikev2, 'ike-sa-init established -'",
        "m10_multi_cipher, 'ike-sa-init established -'",
        "n01_ah_ikev1, 'main established -'",
        "p01_ipv6_ikev2_transport, 'ike-sa-init established -'",
        "q04_ikev2_ipfrag, 'ike-sa-init established -'",
        "a01_clear_office, ''",
    })
    void eachEndsAsItsHostsSay(String capture, String expected) throws IOException {
        String got = Captures.read(Captures.lab(capture)).negotiations().stream()
                .map(LabNegotiationsTest::line)
                .distinct()
                .collect(Collectors.joining(", "));
        assertEquals(expected, got);
    }

    private static String line(Negotiation one) {
        return one.mode().key() + " " + one.outcome().key() + " "
                + (one.failure() == null ? "-" : one.failure().failureClass().key());
    }

    @Test
    void aNegotiationTellsWhoHowAndWhatCameOfIt() throws IOException {
        Negotiation one = Captures.read(Captures.lab("b01_ikev1_psk_transport"))
                .negotiations()
                .get(0);
        assertEquals("10.11.0.10", one.initiator());
        assertEquals("10.11.0.20", one.responder());
        assertEquals(KeyModule.IKEV1, one.module());
        assertEquals("preshared-key", one.authentication());
        assertEquals("8083fa84a10b6103", one.cookies().initiatorHex());
        assertEquals("77b1ce0f582101aa", one.cookies().responderHex());
        assertEquals(
                List.of("aes-cbc 128, sha1, group 14, preshared-key"),
                one.chosen().get(0).labels());
        assertEquals(9, one.steps().size());
        assertEquals(
                "main mode: security association, 5 × vendor id",
                one.steps().get(0).summary());
        assertEquals("packet 5", one.steps().get(0).evidence().get(0).label());
        assertEquals(2, one.children().size());
    }

    @Test
    void aRepeatedMessageIsOneStepThatSaysHowOften() throws IOException {
        Negotiation one = Captures.read(Captures.lab("c01_ikev1_psk_mismatch"))
                .negotiations()
                .get(0);
        Step repeated = one.steps().stream()
                .filter(step -> step.repeats() > 0)
                .findFirst()
                .orElseThrow();
        assertEquals(3, repeated.repeats());
        assertEquals(
                List.of("packet 7", "packet 9", "packet 13", "packet 15"),
                repeated.evidence().stream().map(Evidence::label).toList());
    }

    @Test
    void fragmentsOfIkeAreOneStep() throws IOException {
        Negotiation one = Captures.read(Captures.lab("e01_ikev2_responder_cert_expired"))
                .negotiations()
                .get(0);
        assertTrue(one.steps().stream()
                .anyMatch(step -> step.summary().equals("IKE_AUTH request in 2 fragments: encrypted")));
    }

    @Test
    void fragmentsOfIpAreOneMessage() throws IOException {
        List<SeenMessage> messages = Captures.messages(Captures.lab("q04_ikev2_ipfrag"));
        assertTrue(messages.stream().anyMatch(seen -> seen.packets().size() > 1));
        assertTrue(messages.stream().allMatch(seen -> seen.extent() == SeenMessage.Extent.WHOLE));
    }

    @Test
    void whatAnErrorQuotesIsNoMessageOfThePeer() throws IOException {
        IkeReport report = Captures.read(Captures.lab("t05_ike_scan_sweep"));
        Negotiation refused = report.negotiations().stream()
                .filter(one -> one.responder().equals("10.145.0.20"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                FailureClass.NO_RESPONSE,
                refused.failure() == null ? null : refused.failure().failureClass());
        assertTrue(refused.steps().stream().allMatch(step -> step.direction() == Step.Direction.TO_RESPONDER));
    }

    @Test
    void aCaptureThatCutsMessagesIsReadAsFarAsItGoes() throws IOException {
        List<SeenMessage> messages = Captures.messages(Captures.lab("r07_snaplen.s96"));
        assertTrue(messages.stream().anyMatch(seen -> seen.extent() == SeenMessage.Extent.CUT));
    }
}
