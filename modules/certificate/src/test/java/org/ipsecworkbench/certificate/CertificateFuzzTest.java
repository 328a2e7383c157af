package org.ipsecworkbench.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.testing.FuzzChecks;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources of any content: listings of certutil, and binary certificates, lists and answers. */
class CertificateFuzzTest {
    private static final String STORE = "certutil -store My\nMy \"Personal\"\n"
            + "================ Certificate 0 ================\nSerial Number: 5800000002\nIssuer: CN=Root, DC=example\n"
            + " NotBefore: 4/25/2026 7:26 PM\n NotAfter: 4/25/2027 7:36 PM\nSubject: CN=srv1\nTemplate: IPSec\n"
            + "Cert Hash(sha1): 0123456789abcdef0123456789abcdef01234567\n  Key Container = a\n  Provider = b Provider\n"
            + "Signature test passed\nCertUtil: -store command completed successfully.\n";

    private static final String VERIFY = "-------- CERT_CHAIN_CONTEXT --------\n"
            + "ChainContext.dwErrorStatus = CERT_TRUST_IS_OFFLINE_REVOCATION (0x1000000)\n"
            + "CertContext[0][0]: dwInfoStatus=102 dwErrorStatus=1000040\n  Issuer: CN=Root\n  NotBefore: 2026-01-13 10:00\n"
            + "  Subject: CN=srv1\n  Serial: 5800000002\n  Cert: 0123456789abcdef0123456789abcdef01234567\n"
            + "  ----------------  Certificate CDP  ----------------\n  Failed \"CDP\" Time: 0 (null)\n"
            + "    Error retrieving URL: 0x80072ee2 (WinHttp: 12002 ERROR_WINHTTP_TIMEOUT)\n    http://crl.example/a.crl\n"
            + "  --------------------------------\n    CRL 04:\n    ThisUpdate: 2026-01-13 10:00\n    CRL: 00\n";

    static Stream<byte[]> seeds() throws GeneralSecurityException {
        TestAuthority root = TestAuthority.root("CN=Root");
        X509Certificate one = root.issue(Wish.fit("CN=srv1"));
        return Stream.of(
                STORE.getBytes(UTF_8),
                VERIFY.getBytes(UTF_8),
                TestAuthority.script(one).getBytes(UTF_8),
                TestAuthority.pem(one).getBytes(UTF_8),
                one.getEncoded(),
                root.list(-1, 6, one).getEncoded(),
                root.answer(one, true, -1, 6));
    }

    /** Reading and judging never throw and stay inside their limits. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everySourceIsReadAndJudged(byte[] input) {
        FuzzChecks.check(input);
    }
}
