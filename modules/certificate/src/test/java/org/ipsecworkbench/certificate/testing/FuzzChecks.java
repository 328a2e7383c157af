package org.ipsecworkbench.certificate.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.ipsecworkbench.certificate.CertificateField;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.CertificateTable;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.ExpiryCalendar;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.Selection;

/** What holds for a source of any content. */
public final class FuzzChecks {
    /** Small, so that a fuzzer reaches them. */
    private static final CertificateLimits SMALL = new CertificateLimits(1 << 18, 50, 50, 200, 20, 20);

    private FuzzChecks() {}

    private static HostCertificates read(byte[] input) {
        return CertificateSources.parse(
                "host", List.of(new Document("file", input)), SMALL, CertificateSources.Passwords.NONE);
    }

    /** Reads and judges it twice, inside of small limits. */
    public static void check(byte[] input) {
        HostCertificates host = read(input);
        assertTrue(host.stored().size() <= SMALL.maxCertificates(), "certificates are bounded");
        assertTrue(host.problems().size() <= SMALL.maxProblems() + 1, "problems are bounded");
        host.lists().forEach(list -> assertTrue(list.revoked().size() <= SMALL.maxRevoked(), "entries are bounded"));
        host.stored().forEach(one -> {
            assertTrue(
                    one.facts().subject().length() <= 4 * SMALL.maxText()
                            || one.x509().isPresent(),
                    "texts are bounded");
            assertTrue(one.facts().names().size() <= SMALL.maxValues(), "names are bounded");
            CertificateField.of(one, SMALL)
                    .forEach(field ->
                            assertTrue(field.detail().length() <= SMALL.maxText() + 1, "what is decoded is bounded"));
        });
        Selection selection = Selection.of(host, Circumstances.of(Requirement.of("CN=Root"), TestAuthority.NOW));
        selection
                .candidates()
                .forEach(fitness -> assertTrue(!selection.why(fitness).isEmpty(), "each says why"));
        try {
            ExpiryCalendar.write(Expiry.of(host), TestAuthority.NOW, Writer.nullWriter());
            CertificateTable.write(
                    List.of(new JudgedHost(host, Requirement.ANY, selection, TestAuthority.NOW)), Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CertificateSources.recognises(input, input.length);
        assertEquals(host.problems(), read(input.clone()).problems(), "and read alike again");
    }
}
