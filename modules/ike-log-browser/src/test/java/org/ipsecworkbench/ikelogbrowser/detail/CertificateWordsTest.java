package org.ipsecworkbench.ikelogbrowser.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeFiles;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.Lab;
import org.junit.jupiter.api.Test;

/** With the certificates that strongSwan sent in the lab, opened with its keys. */
class CertificateWordsTest {
    private static final String EXPIRED = "e01_ikev2_responder_cert_expired";

    private static List<Step> steps(String capture) throws Exception {
        Path file = Lab.file(capture);
        DecryptionKeys keys = DecryptionKeys.read(
                List.of(Lab.resource("keys/ikev1_decryption_table"), Lab.resource("keys/ikev2_decryption_table")));
        return IkeFiles.read(
                        file,
                        new Source(capture, Source.Kind.CAPTURE),
                        LogTime.ofThisMachine(),
                        keys,
                        ScanMonitor.NONE,
                        IkeFiles.Listener.NONE)
                .report()
                .negotiations()
                .get(0)
                .steps();
    }

    private static List<Payload.Certificate> certificates() throws Exception {
        List<Payload.Certificate> all = new ArrayList<>();
        for (Step step : steps(EXPIRED)) {
            if (step.message() != null) {
                step.message().readable().stream()
                        .filter(Payload.Certificate.class::isInstance)
                        .forEach(one -> all.add((Payload.Certificate) one));
            }
        }
        return all;
    }

    @Test
    void aCertificateThatHadExpiredSaysSo() throws Exception {
        String text = String.join(
                "\n",
                steps(EXPIRED).stream()
                        .map(step -> MessageText.of(step, Origins.NONE))
                        .toList());
        assertTrue(text.contains("Decrypted with your keys, the check value fits:"), text);
        assertTrue(text.contains(": EXPIRED on "), text);
        assertTrue(text.contains(": valid when it was sent"), text);
    }

    @Test
    void whatItIsAndForWhomIsTold() throws Exception {
        List<String> words = CertificateWords.of(certificates().get(0), null);
        assertEquals(9, words.size());
        assertTrue(words.get(1).startsWith("subject: CN="), words.toString());
        assertTrue(words.get(2).startsWith("issuer: CN="), words.toString());
        assertTrue(words.get(4).matches("valid from \\d{4}-.* to \\d{4}-.*"), words.toString());
        assertTrue(words.get(5).matches("key: (RSA|EC), \\d+ bits"), words.toString());
        assertTrue(words.get(6).startsWith("signed with: SHA"), words.toString());
        assertTrue(words.get(8).startsWith("alternative names: DNS "), words.toString());
    }

    @Test
    void itIsJudgedByTheTimeOfTheMessage() throws Exception {
        Payload.Certificate one = certificates().get(0);
        assertTrue(String.join("\n", CertificateWords.of(one, Instant.parse("1999-01-01T00:00:00Z")))
                .contains(": NOT YET VALID when it was sent"));
        assertTrue(String.join("\n", CertificateWords.of(one, Instant.parse("2999-01-01T00:00:00Z")))
                .contains(": EXPIRED on "));
    }

    @Test
    void aDamagedCertificateIsSaidToBeSoAndNeverThrows() throws Exception {
        Payload.Certificate whole = certificates().get(0);
        Random random = new Random(1);
        int damaged = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = whole.data().toArray();
            for (int change = 0; change <= random.nextInt(4); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            List<String> words = CertificateWords.of(with(whole, bytes), Instant.EPOCH);
            assertFalse(words.isEmpty());
            damaged += words.size() == 2 ? 1 : 0;
        }
        assertTrue(damaged > 20, "damaged: " + damaged);
        List<String> cut = CertificateWords.of(
                with(whole, whole.data().slice(0, whole.data().length() / 2).toArray()), Instant.EPOCH);
        assertEquals("The certificate is damaged or not whole: it cannot be read.", cut.get(1));
    }

    private static Payload.Certificate with(Payload.Certificate like, byte[] bytes) {
        return new Payload.Certificate(like.header(), like.encoding(), like.encodingName(), Bytes.wrap(bytes));
    }
}
