package org.ipsecworkbench.certificate.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.Selection;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;
import org.ipsecworkbench.certificate.testing.TestHosts;

/**
 * How long it takes to read, judge and sort ten thousand certificates of an authority below a trusted root, with and without a
 * revocation list. Prints milliseconds.
 */
public final class SelectionBenchmark {
    private static final int CERTIFICATES = 10_000;
    private static final int RUNS = 5;

    private SelectionBenchmark() {}

    /** Needs no arguments. */
    public static void main(String[] arguments) {
        for (String signature : List.of("SHA256withRSA", "SHA256withECDSA")) {
            TestAuthority root = TestAuthority.root("CN=Root", signature);
            TestAuthority issuing = root.below(Wish.fit("CN=Issuing")
                    .keys(signature.endsWith("RSA") ? TestAuthority.rsa(2048) : TestAuthority.ec(256))
                    .authority(""));
            Wish wish = Wish.fit("CN=srv").keys(TestAuthority.ec(256));
            X509Certificate[] own = new X509Certificate[CERTIFICATES];
            StringBuilder script = new StringBuilder();
            for (int i = 0; i < CERTIFICATES; i++) {
                own[i] = issuing.issue(wish.during(-100, i % 400 + 1));
                script.append(TestAuthority.script(own[i]));
            }
            HostCertificates authorities = TestHosts.host(List.of(root.certificate(), issuing.certificate()));
            byte[] store = script.toString().getBytes(UTF_8);
            for (int run = 0; run < RUNS; run++) {
                measure(signature + ", no list", store, authorities);
            }
            X509Certificate[] revoked = Arrays.copyOf(own, CERTIFICATES / 10);
            HostCertificates listed = TestHosts.with(authorities, issuing.list(-1, 6, revoked), StrongCrlCheck.REQUIRE);
            for (int run = 0; run < RUNS; run++) {
                measure(signature + ", a list", store, listed);
            }
        }
    }

    private static void measure(String what, byte[] store, HostCertificates others) {
        long begin = System.nanoTime();
        HostCertificates host = TestHosts.read("store", store).and(others);
        long read = System.nanoTime();
        Selection selection = Selection.of(host, Circumstances.of(Requirement.of("CN=Root"), TestAuthority.NOW));
        long judged = System.nanoTime();
        List<Expiry> expiries = Expiry.of(host);
        long sorted = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%s: %d certificates, %d usable: read %d ms, judged %d ms, %d expiries sorted %d ms%n",
                what,
                selection.candidates().size(),
                selection.candidates().stream().filter(Fitness::isUsable).count(),
                (read - begin) / 1_000_000,
                (judged - read) / 1_000_000,
                expiries.size(),
                (sorted - judged) / 1_000_000);
    }
}
