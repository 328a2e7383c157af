package org.ipsecworkbench.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.testing.Shared;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates that strongSwan hosts sent each other; IKE encrypts them, so their keys open them. */
class CapturedCertificatesTest {
    private static HostCertificates capture(String name, boolean withKeys) throws IOException {
        Path folder = Shared.folder("captures");
        Path tables = folder.resolve("scenarios").resolve(name).resolve("wskeys");
        List<Path> keys = Stream.of("ikev1_decryption_table", "ikev2_decryption_table")
                .map(tables::resolve)
                .filter(Files::exists)
                .toList();
        return CertificateSources.capture(
                folder.resolve("lab").resolve(name + ".pcap"),
                name,
                CertificateLimits.DEFAULT,
                withKeys ? DecryptionKeys.read(keys) : DecryptionKeys.NONE,
                ScanMonitor.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "d01_ikev1_cert_ok, alice.lab.example bob.lab.example",
        "d02_ikev2_cert_ok, alice.lab.example bob.lab.example",
        "e01_ikev2_responder_cert_expired, alice.lab.example bob.lab.example",
        "e03_ikev2_untrusted_ca_then_clear, alice.lab.example bob.lab.example",
        "f01_ikev2_crl_unreachable_strict, alice.lab.example",
        "f04_ikev2_crl_ok_strict, alice.lab.example bob.lab.example"
    })
    void eachSideShowsTheOneThatItSent(String capture, String names) throws IOException {
        HostCertificates seen = capture(capture, true);
        assertEquals(List.of(), seen.problems());
        assertEquals(
                names,
                String.join(
                        " ",
                        seen.stored().stream().map(one -> one.facts().label()).toList()));
        for (StoredCertificate one : seen.personal()) {
            assertTrue(
                    one.place().matches(capture + ", packet \\d+, from [\\d.]+ to [\\d.]+, negotiation [0-9a-f]{16}"),
                    one.place());
            assertEquals(StoreLocation.WIRE, one.store().location());
        }
        assertEquals(
                1,
                seen.stored().stream()
                        .map(one -> one.place().replaceFirst(".*negotiation ", ""))
                        .distinct()
                        .count(),
                "both are of one negotiation");
    }

    @Test
    void withoutKeysNothingOfThemIsInClear() throws IOException {
        assertEquals(List.of(), capture("d02_ikev2_cert_ok", false).stored());
    }

    /** The scenario was made with a certificate that had expired when it was used, which the log of the peer says. */
    @Test
    void theOneThatHadExpiredIsToldApart() throws IOException {
        HostCertificates seen = capture("e01_ikev2_responder_cert_expired", true);
        Moment fresh = seen.stored().get(0).facts().notBefore();
        Moment expired = seen.stored().get(1).facts().notAfter();
        Instant then = Objects.requireNonNull(fresh).latest().plusSeconds(3600);
        Selection selection = Selection.of(seen, Circumstances.of(Requirement.ANY, then));
        for (Fitness fitness : selection.candidates()) {
            boolean isBob = fitness.certificate().facts().label().startsWith("bob");
            assertEquals(isBob, fitness.breaks(FitnessRule.VALIDITY), expired + " at " + then);
        }
    }
}
