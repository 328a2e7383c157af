package org.ipsecworkbench.lab.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CertutilTest {
    private final WindowsHost host = Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH);
    private final Prompt prompt = new Prompt(host);

    private static WindowsHost of(String scenario, String name) {
        return Networks.host(Networks.play(scenario), name);
    }

    private static X509Certificate own(WindowsHost of) {
        return of.certificates().stream()
                .filter(stored -> stored.store().equals("My"))
                .map(StoredCertificate::certificate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCertificateIsWrittenToAFileAsItIs() throws Exception {
        prompt.print("certutil -store My 0 C:\\own.cer");
        var file = host.files().file("C:\\own.cer");
        assertNotNull(file);
        assertArrayEquals(own(host).getEncoded(), file.content());
    }

    @Test
    void aCertificateIsFoundBySerialNumberHashAndName() {
        String serial = own(host).getSerialNumber().toString(16);
        for (String name : new String[] {"0", serial, serial.toUpperCase(Locale.ROOT), "srv1.lab"}) {
            assertTrue(prompt.print("certutil -store My " + name).contains("Serial Number: " + serial), name);
        }
        assertEquals(Certutil.NOT_FOUND, prompt.run("certutil -store My 1").code());
        assertEquals(Certutil.NOT_FOUND, prompt.run("certutil -store My ffff").code());
    }

    @Test
    void everyCertificateBeginsBehindAnEmptyLine() {
        host.certificates().add(host.certificates().get(1));
        String listing = prompt.print("certutil -store My");
        assertTrue(listing.contains("Signature test passed\r\n\r\n================ Certificate 1 ="), listing);
    }

    @Test
    void theStoresOfTheUserAreOthers() {
        WindowsHost other = of("certificate-of-user", "SRV2");
        Prompt its = new Prompt(other);
        assertFalse(its.print("certutil -store My").contains("Certificate 0"));
        assertTrue(its.print("certutil -user -store My").contains("Subject: CN=srv2.lab.test"));
        assertFalse(prompt.print("certutil -user -store My").contains("Certificate 0"));
    }

    @Test
    void theEnterpriseHasTheAuthorityOfTheDomain() {
        assertTrue(prompt.print("certutil -enterprise -store Root").contains("Subject: CN=Lab CA"));
        assertFalse(prompt.print("certutil -enterprise -store My").contains("Certificate 0"));
        assertEquals(
                Certutil.NOT_FOUND,
                prompt.run("certutil -service -store PolicyAgent\\My").code());
    }

    @ParameterizedTest
    @EnumSource
    void aDumpTellsTheWholeCertificateInEveryLanguage(Language language) {
        Prompt its = new Prompt(Networks.single(WindowsVersion.SERVER_2019, language));
        its.print("certutil -store My 0 C:\\own.cer");
        String dump = its.print("certutil -dump C:\\own.cer");
        for (String part : new String[] {
            "1.2.840.113549.1.1.11 sha256RSA",
            "    CN=Lab CA\r\n",
            "2048",
            "    2.5.29.37: Flags = 0, Length = c\r\n    Enhanced Key Usage\r\n"
                    + "        IP security IKE intermediate (1.3.6.1.5.5.8.2.2)\r\n\r\n",
            "    2.5.29.15: Flags = 1(Critical), Length = 4\r\n    Key Usage\r\n"
                    + "        Digital Signature, Key Encipherment (a0)\r\n",
            "        DNS Name=srv1.lab.test\r\n",
            "               URL=http://pki.lab.test/lab-ca.crl\r\n",
            "(sha256): "
        }) {
            assertTrue(dump.contains(part), part + "\n" + dump);
        }
        assertEquals(dump, its.print("certutil C:\\own.cer"));
        String verbose = its.print("certutil -v -store My");
        assertTrue(verbose.contains("CERT_KEY_PROV_INFO_PROP_ID(2):"), verbose);
        assertTrue(verbose.contains("URL=http://pki.lab.test/lab-ca.crl"), verbose);
    }

    @Test
    void hashesHaveBlanksUpToServer2012() {
        Prompt old = new Prompt(Networks.single(WindowsVersion.SERVER_2012_R2, Language.ENGLISH));
        String dump = old.print("certutil -v -store My");
        assertTrue(dump.matches("(?s).*Cert Hash\\(sha1\\): ([0-9a-f]{2} ){19}[0-9a-f]{2}\r\n.*"), dump);
        assertFalse(dump.contains("(sha256)"), dump);
    }

    @Test
    void theListOfRevokedCertificatesIsFetchedAndTold() throws Exception {
        WindowsHost one = of("certificate-revoked", "SRV1");
        WindowsHost other = Networks.host(one.network(), "SRV2");
        Prompt its = new Prompt(one);
        its.print("certutil -urlcache -f http://pki.lab.test/lab-ca.crl C:\\lab-ca.crl");
        var file = one.files().file("C:\\lab-ca.crl");
        assertNotNull(file);
        X509CRL list =
                (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(file.content()));
        list.verify(one.network().domain().authority().root().getPublicKey());
        assertTrue(list.isRevoked(own(other)));
        assertFalse(list.isRevoked(own(one)));
        String dump = its.print("certutil -dump C:\\lab-ca.crl");
        assertTrue(
                dump.contains("CRL Entries: 1\r\n  Serial Number: "
                        + own(other).getSerialNumber().toString(16)
                        + "\r\n   Revocation Date: 11/23/2026 9:30 AM\r\n  Extensions: 1\r\n"
                        + "    2.5.29.21: Flags = 0, Length = 3\r\n    CRL Reason Code\r\n        Superseded (4)\r\n"),
                dump);
    }

    @Test
    void whatVerificationFetchesIsInTheCache() {
        assertTrue(prompt.print("certutil -urlcache CRL").contains("WinHttp Cache entries: 0"));
        prompt.print("certutil -store My 0 C:\\own.cer & certutil -verify -urlfetch C:\\own.cer");
        assertEquals(
                "\r\nhttp://pki.lab.test/lab-ca.crl\r\n\r\nWinHttp Cache entries: 1\r\n\r\n"
                        + "CertUtil: -URLCache command completed successfully.\r\n",
                prompt.print("certutil -urlcache CRL"));
        prompt.print("certutil -urlcache * delete");
        assertTrue(prompt.print("certutil -urlcache").contains("WinHttp Cache entries: 0"));
    }

    @ParameterizedTest
    @CsvSource({
        "all-well, SRV1, 0, Leaf certificate revocation check passed",
        "certificate-revoked, SRV2, 4, Leaf certificate is REVOKED (Reason=4)",
        "certificate-expired, SRV1, 1, Expired certificate",
        "revocation-list-unreachable, SRV1, 1000040, Revocation check skipped -- server offline"
    })
    void verificationTellsWhatIsWrong(String scenario, String name, String status, String conclusion) {
        Prompt its = new Prompt(of(scenario, name));
        its.print("certutil -store My 0 C:\\own.cer");
        String text = its.print("certutil -verify -urlfetch C:\\own.cer");
        assertTrue(text.contains("CertContext[0][0]: dwInfoStatus=102 dwErrorStatus=" + status + "\r\n"), text);
        assertTrue(text.contains("CertContext[0][1]: dwInfoStatus=10c dwErrorStatus=0\r\n"), text);
        assertTrue(text.contains(conclusion + "\r\n"), text);
        assertTrue(text.endsWith("CertUtil: -verify command completed successfully.\r\n"), text);
    }

    @Test
    void withoutItsRootAChainIsIncomplete() {
        host.certificates().removeIf(stored -> stored.store().equals("Root"));
        prompt.print("certutil -store My 0 C:\\own.cer");
        String text = prompt.print("certutil -verify C:\\own.cer");
        assertTrue(text.contains("ChainContext.dwErrorStatus = CERT_TRUST_IS_PARTIAL_CHAIN (0x10000)"), text);
        assertTrue(text.contains("Cannot find certificate:\r\n    CN=Lab CA\r\n"), text);
    }

    @Test
    void filesThatAreNoCertificatesAreRefused() {
        host.files().write("C:\\x", "hello".getBytes(StandardCharsets.US_ASCII), 5, host.now());
        assertTrue(prompt.run("certutil -dump C:\\x").out().contains("ERROR_INVALID_DATA"));
        assertTrue(prompt.run("certutil -verify C:\\x").out().contains("ERROR_INVALID_DATA"));
        assertTrue(prompt.run("certutil -dump C:\\none").out().contains("ERROR_FILE_NOT_FOUND"));
        assertTrue(prompt.run("certutil -urlcache -f http://elsewhere.test/x.crl C:\\y")
                .out()
                .contains("ERROR_WINHTTP_TIMEOUT"));
    }
}
