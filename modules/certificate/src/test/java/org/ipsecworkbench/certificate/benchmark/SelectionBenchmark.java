package org.ipsecworkbench.certificate.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.Selection;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;

/** How long it takes to read, judge and sort ten thousand certificates of one authority. Prints milliseconds. */
public final class SelectionBenchmark {
    private static final int CERTIFICATES = 10_000;
    private static final int RUNS = 5;

    private SelectionBenchmark() {}

    /** Needs no arguments. */
    public static void main(String[] arguments) {
        TestAuthority root = TestAuthority.root("CN=Root");
        Wish wish = Wish.fit("CN=srv").keys(TestAuthority.ec(256));
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < CERTIFICATES; i++) {
            script.append(TestAuthority.script(root.issue(wish.during(-100, i % 400 + 1))));
        }
        byte[] store = script.toString().getBytes(UTF_8);
        byte[] trusted = TestAuthority.pem(root.certificate()).getBytes(UTF_8);
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            HostCertificates host = CertificateSources.parse(
                    "host",
                    List.of(new Document("store", store), new Document("root", trusted)),
                    CertificateLimits.DEFAULT,
                    CertificateSources.Passwords.NONE);
            long read = System.nanoTime();
            Selection selection = Selection.of(host, Circumstances.of(Requirement.of("CN=Root"), TestAuthority.NOW));
            long judged = System.nanoTime();
            List<Expiry> expiries = Expiry.of(host);
            long sorted = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "%d certificates: read %d ms, judged %d ms, %d expiries sorted %d ms%n",
                    selection.candidates().size(),
                    (read - begin) / 1_000_000,
                    (judged - read) / 1_000_000,
                    expiries.size(),
                    (sorted - judged) / 1_000_000);
        }
    }
}
