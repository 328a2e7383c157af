package org.ipsecworkbench.session.redact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRedactorTest {
    private final Salt salt = new Salt();
    private final Names names = new Names();
    private final TextRedactor texts = new TextRedactor(salt, new AddressPseudonyms(salt), names);

    /** A file of the resources, beside which stands what made it. */
    static byte[] bytes(String name) throws IOException {
        try (InputStream in = CertificateRedactorTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static X509Certificate certificate(byte[] bytes) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private byte[] redact(byte[] bytes) {
        texts.find("", "certificate=" + Base64.getEncoder().encodeToString(bytes));
        names.number();
        return texts.certificate(bytes).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa.cer", "ec.cer"})
    void whatACertificateIsForStaysAndWhoseItIsGoes(String name) throws Exception {
        byte[] former = bytes(name);
        byte[] other = redact(former);
        X509Certificate before = certificate(former);
        X509Certificate after = certificate(other);
        assertEquals(before.getNotBefore(), after.getNotBefore());
        assertEquals(before.getNotAfter(), after.getNotAfter());
        assertEquals(before.getExtendedKeyUsage(), after.getExtendedKeyUsage());
        assertEquals(before.getBasicConstraints(), after.getBasicConstraints());
        assertArrayEquals(before.getKeyUsage(), after.getKeyUsage());
        assertEquals(before.getSigAlgName(), after.getSigAlgName());
        assertEquals(after.getIssuerX500Principal(), after.getSubjectX500Principal());
        assertEquals(2, after.getSubjectAlternativeNames().size());
        assertNotEquals(before.getPublicKey(), after.getPublicKey());
        assertNotEquals(before.getSerialNumber(), after.getSerialNumber());
        assertFalse(Arrays.equals(before.getSignature(), after.getSignature()));
        String all = new String(other, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (String gone : Set.of("paris01", "emea", "fabrikam", "tailspin", "\u00c6\u0033\u0064\u0007")) {
            assertFalse(all.contains(gone), gone);
        }
    }

    /** Damaged ones are left out, or become certificates, and never anything else. */
    @Test
    void everyDamageIsBorne() throws Exception {
        byte[] former = bytes("rsa.cer");
        redact(former);
        for (int i = 0; i < former.length; i++) {
            byte[] damaged = former.clone();
            damaged[i] ^= 0x15;
            texts.certificate(damaged).ifPresent(other -> assertTrue(CertificateRedactor.isCertificate(other)));
            assertTrue(texts.certificate(Arrays.copyOf(former, i)).isEmpty());
        }
    }
}
