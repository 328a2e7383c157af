package org.ipsecworkbench.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;
import org.junit.jupiter.api.Test;

/** Files that hold certificates in the forms that people are given them. */
class BinaryFileTest {
    private static final TestAuthority ROOT = TestAuthority.root("CN=Test Root");

    private static HostCertificates read(byte[] content, CertificateSources.Passwords passwords) {
        return CertificateSources.parse(
                "files", List.of(new Document("file", content)), CertificateLimits.DEFAULT, passwords);
    }

    private static byte[] pkcs12(String password) throws Exception {
        KeyPair keys = TestAuthority.ec(256);
        X509Certificate own = ROOT.issue(Wish.fit("CN=srv1").keys(keys));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own", keys.getPrivate(), password.toCharArray(), new Certificate[] {own, ROOT.certificate()});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    @Test
    void derTellsAllThatACertificateSays() throws Exception {
        CertificateFacts facts = read(ROOT.issue(Wish.fit("CN=srv1")).getEncoded(), CertificateSources.Passwords.NONE)
                .stored()
                .get(0)
                .facts();
        assertEquals(List.of("DNS:srv1.example"), facts.names());
        assertEquals(List.of(TestAuthority.LIST_URL), facts.crls());
        assertEquals(List.of(TestAuthority.IKE), facts.purposes().orElseThrow());
        assertEquals("RSA 2048", facts.key().label());
        assertTrue(facts.allowsSignature().orElseThrow());
    }

    @Test
    void pkcs7HoldsAWholeChain() throws Exception {
        X509Certificate own = ROOT.issue(Wish.fit("CN=srv1"));
        byte[] bundle = CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(own, ROOT.certificate()))
                .getEncoded("PKCS7");
        HostCertificates files = read(bundle, CertificateSources.Passwords.NONE);
        assertEquals(List.of(), files.problems());
        assertEquals(2, files.stored().size());
    }

    @Test
    void pkcs12OpensWithItsPasswordAloneWhichIsOverwritten() throws Exception {
        byte[] file = pkcs12("open sesame");
        char[] password = "open sesame".toCharArray();
        HostCertificates opened = read(file, document -> password);
        assertEquals(List.of(), opened.problems());
        assertEquals(KeyState.PRESENT, opened.stored().get(0).key());
        assertTrue(Arrays.equals(new char[password.length], password), "the password is overwritten");
        HostCertificates closed = read(file, document -> "wrong".toCharArray());
        assertTrue(closed.stored().isEmpty());
        assertTrue(
                closed.problems().get(0).what().contains("password"),
                closed.problems().toString());
    }

    @Test
    void whatIsCutIsAProblem() throws Exception {
        byte[] whole = ROOT.certificate().getEncoded();
        for (int length : new int[] {4, 40, whole.length - 1}) {
            HostCertificates cut = read(Arrays.copyOf(whole, length), CertificateSources.Passwords.NONE);
            assertTrue(cut.isEmpty());
            assertEquals(1, cut.problems().size());
        }
    }
}
