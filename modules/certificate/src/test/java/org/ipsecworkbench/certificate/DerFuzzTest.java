package org.ipsecworkbench.certificate;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.ipsecworkbench.certificate.testing.FuzzChecks;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;
import org.junit.jupiter.params.provider.MethodSource;

/** Binary certificates, bundles, lists and answers of any content. */
class DerFuzzTest {
    static Stream<byte[]> seeds() throws GeneralSecurityException {
        TestAuthority root = TestAuthority.root("CN=Root");
        X509Certificate one = root.issue(Wish.fit("CN=srv1")
                .usage(KeyUsage.digitalSignature)
                .revocation("http://a.example/a", "http://b.example/b"));
        return Stream.of(
                one.getEncoded(),
                root.below(Wish.fit("CN=Issuing").authority("example"))
                        .certificate()
                        .getEncoded(),
                CertificateFactory.getInstance("X.509")
                        .generateCertPath(List.of(one, root.certificate()))
                        .getEncoded("PKCS7"),
                root.list(-1, 6, one).getEncoded(),
                root.answer(one, true, -1, 6));
    }

    /** What is damaged is a problem, never more. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyObjectIsReadAndJudged(byte[] input) {
        FuzzChecks.check(input);
    }
}
