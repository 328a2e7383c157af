package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.testing.Captures;
import org.ipsecworkbench.ike.testing.Keys;
import org.junit.jupiter.api.Test;

/** Lab captures with the keys that their hosts wrote down. */
class DecryptionTest {
    private static Negotiation only(String capture) throws IOException {
        return Captures.read(Captures.lab(capture), Keys.all(), message -> {})
                .negotiations()
                .get(0);
    }

    @Test
    void everyMessageOfIkev1IsOpened() throws IOException {
        List<List<String>> inside = new ArrayList<>();
        IkeReport report = Captures.read(Captures.lab("b01_ikev1_psk_transport"), Keys.all(), seen -> {
            Decrypted decrypted = seen.message().decrypted();
            assertEquals(seen.message().encrypted(), decrypted != null);
            if (decrypted != null) {
                assertFalse(decrypted.verified(), "one key alone verifies nothing in IKEv1");
                assertEquals(List.of(), decrypted.problems());
                inside.add(decrypted.payloads().stream()
                        .map(payload -> payload.header().name())
                        .toList());
            }
        });
        assertEquals(List.of(), report.problems());
        List<String> proof = List.of("identification", "hash");
        List<String> offer = List.of("hash", "security association", "nonce", "identification", "identification");
        assertEquals(List.of(proof, proof, offer, offer, List.of("hash")), inside);
    }

    @Test
    void theNegotiationKnowsWhoAndWhatWasAgreedOn() throws IOException {
        Negotiation one = only("b01_ikev1_psk_transport");
        assertEquals("10.11.0.10 (ipv4-address)", one.disclosure().initiatorId());
        assertEquals("10.11.0.20 (ipv4-address)", one.disclosure().responderId());
        Disclosure.ChildExchange child = one.disclosure().children().get(0);
        assertEquals("c286f503", child.chosen().get(0).spi());
        assertEquals(List.of("10.11.0.10"), child.initiatorTraffic());
        assertEquals(List.of("10.11.0.20"), child.responderTraffic());
        assertEquals(
                "main mode: decrypted, identification, hash", one.steps().get(4).summary());
    }

    @Test
    void fragmentsOfIkev2AreOpenedTogether() throws IOException {
        List<IkeMessage> opened = new ArrayList<>();
        Captures.read(Captures.lab("e01_ikev2_responder_cert_expired"), Keys.all(), seen -> {
            if (seen.reassembled() != null) {
                opened.add(seen.reassembled());
            }
        });
        assertEquals(2, opened.size());
        for (IkeMessage message : opened) {
            Decrypted decrypted = message.decrypted();
            assertNotNull(decrypted);
            assertTrue(decrypted.verified());
            assertTrue(decrypted.payloads().stream().anyMatch(Payload.Certificate.class::isInstance));
        }
    }

    @Test
    void theReasonOfAFailureIsReadInsteadOfInferred() throws IOException {
        Failure failure = only("e01_ikev2_responder_cert_expired").failure();
        assertNotNull(failure);
        assertEquals(FailureClass.CERTIFICATE, failure.failureClass());
        assertNotNull(failure.code());
        assertEquals(24, failure.code().value());
        assertTrue(failure.explanation().contains("the initiator answered with an error"), failure.explanation());
    }

    @Test
    void messagesInFragmentsOfIpAndOnPort4500AreOpened() throws IOException {
        for (String capture : List.of("q04_ikev2_ipfrag", "l01_natt_ikev2")) {
            IkeReport report = Captures.read(Captures.lab(capture), Keys.all(), seen -> {
                boolean isPiece = seen.message().payloads().stream().anyMatch(Payload.Fragment.class::isInstance);
                assertTrue(
                        !seen.message().encrypted() || isPiece || seen.message().decrypted() != null,
                        capture + " packet " + seen.packet());
            });
            assertEquals(List.of(), report.problems());
            assertTrue(report.negotiations().stream()
                    .anyMatch(one -> !one.disclosure().children().isEmpty()));
        }
    }

    @Test
    void wherePreSharedKeysDifferOneHostsKeyReadsItsOwnMessagesAlone() throws IOException {
        List<Long> opened = new ArrayList<>();
        IkeReport report = Captures.read(Captures.lab("c01_ikev1_psk_mismatch"), Keys.all(), seen -> {
            if (seen.message().decrypted() != null) {
                opened.add(seen.packet());
            }
        });
        assertEquals(List.of(7L, 9L, 13L, 15L), opened);
        assertEquals(
                List.of(new Problem(
                        "packet 8",
                        "The key for cookie b9eaa67d3b470b25 does not fit: what it gives is no chain of payloads. Those of "
                                + "the other host were read with it: the two have different keys.")),
                report.problems());
    }

    @Test
    void aWrongKeyIsToldInWordsAndNeverShown() throws IOException {
        String wrong = Keys.text(Keys.VERSION2).replace("35c58dee084e840ea8e7dd391fbcebe5", "00".repeat(16));
        String mac = "29f0ff79d96a3381a962ee71e1453240be37e332922e18490c298bfcb6367b3e";
        for (String table : List.of(wrong, Keys.text(Keys.VERSION2).replace(mac, "11".repeat(32)))) {
            DecryptionKeys keys = DecryptionKeys.read("keys", table);
            IkeReport report = Captures.read(Captures.lab("e01_ikev2_responder_cert_expired"), keys, message -> {});
            assertTrue(
                    report.problems().stream()
                            .anyMatch(
                                    one -> one.what().startsWith("The key for cookie dd98b87063a02a19 does not fit: ")),
                    report.problems().toString());
            String shown = report + keys.toString();
            for (String secret : List.of("0000000000000000000000", "111111111111111111", mac.substring(0, 20))) {
                assertFalse(shown.contains(secret), "no key is shown");
            }
        }
    }

    @Test
    void keysOfOtherNegotiationsAreToldOnce() throws IOException {
        DecryptionKeys keys = DecryptionKeys.read("keys", "0011223344556677," + "00".repeat(16));
        IkeReport report = Captures.read(Captures.lab("b01_ikev1_psk_transport"), keys, message -> {});
        assertEquals(
                List.of(new Problem("keys", "None of the keys belongs to a negotiation of this capture.")),
                report.problems());
    }
}
