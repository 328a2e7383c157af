package org.ipsecworkbench.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ipsecworkbench.certificate.CertificateField.Kind;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.junit.jupiter.api.Test;

/** The fields of certificates that a real authority issued. */
class CertificateFieldTest {
    private static List<CertificateField> fields(String content) {
        HostCertificates read = CertificateSources.parse(
                "SRV1",
                List.of(new Document("file", content.getBytes(StandardCharsets.UTF_8))),
                CertificateLimits.DEFAULT,
                CertificateSources.Passwords.NONE);
        return CertificateField.of(read.stored().get(0), CertificateLimits.DEFAULT);
    }

    private static CertificateField field(List<CertificateField> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + fields));
    }

    @Test
    void extensionsAreDecoded() {
        TestAuthority root = TestAuthority.root("CN=Root,DC=example");
        List<CertificateField> fields = fields(TestAuthority.pem(root.issue(TestAuthority.Wish.fit("CN=srv1"))));
        assertEquals("V3", field(fields, "Version").value());
        assertEquals("CN=Root\nDC=example", field(fields, "Issuer").detail());
        assertTrue(
                field(fields, "Enhanced Key Usage").detail().contains("(" + TestAuthority.IKE + ")"),
                field(fields, "Enhanced Key Usage").detail());
        assertEquals(
                "URL: " + TestAuthority.LIST_URL,
                field(fields, "CRL Distribution Points").detail());
        assertTrue(field(fields, "Key Usage").detail().contains("Digital Signature"));
        assertEquals(40, field(fields, "Thumbprint (SHA-1)").value().length());
        assertEquals(Kind.PROPERTY, field(fields, "Private key").kind());
    }

    @Test
    void anAuthoritySaysSo() {
        List<CertificateField> fields =
                fields(TestAuthority.pem(TestAuthority.root("CN=Root").certificate()));
        CertificateField basic = field(fields, "Basic Constraints");
        assertEquals(Kind.CRITICAL_EXTENSION, basic.kind());
        assertTrue(basic.detail().startsWith("Subject type: authority (CA)"), basic.detail());
    }

    @Test
    void aListingHasWhatItTells() {
        List<CertificateField> fields = fields("""
                ================ Certificate 0 ================
                Serial Number: 5800000001
                Issuer: CN=Root, DC=example
                 NotBefore: 2026-01-13 10:00
                 NotAfter: 2027-02-13 10:00
                Subject: CN=srv1
                Cert Hash(sha1): 0123456789abcdef0123456789abcdef01234567
                """);
        assertEquals("CN=srv1", field(fields, "Subject").value());
        assertEquals(
                "0123456789abcdef0123456789abcdef01234567",
                field(fields, "Thumbprint (SHA-1)").value());
    }
}
