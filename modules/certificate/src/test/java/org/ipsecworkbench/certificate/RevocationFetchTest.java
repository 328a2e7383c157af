package org.ipsecworkbench.certificate;

import static org.ipsecworkbench.certificate.testing.TestHosts.host;
import static org.ipsecworkbench.certificate.testing.TestHosts.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.RevocationFetch.Attempt;
import org.ipsecworkbench.certificate.testing.RevocationServer;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists and answers of a real authority, from a real server on loopback. */
class RevocationFetchTest {
    private static final TestAuthority ROOT = TestAuthority.root("CN=Test Root");
    /** So that a busy machine is no slow server. */
    private static final FetchLimits PATIENT =
            new FetchLimits(Duration.ofMinutes(1), Duration.ofMinutes(5), 1 << 20, 3);

    private static final FetchLimits QUICK =
            new FetchLimits(Duration.ofMillis(1500), Duration.ofSeconds(3), 1 << 20, 3);

    private RevocationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RevocationServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private X509Certificate listed() {
        return ROOT.issue(Wish.fit("CN=srv1").revocation(server.url(), ""));
    }

    private X509Certificate answered() {
        return ROOT.issue(Wish.fit("CN=srv1").revocation("", server.url()));
    }

    private static RevocationFetch fetch(X509Certificate... own) throws InterruptedException {
        return fetch(PATIENT, own);
    }

    private static RevocationFetch fetch(FetchLimits limits, X509Certificate... own) throws InterruptedException {
        HostCertificates strict = host(List.of(ROOT.certificate()), own).with(StrongCrlCheck.REQUIRE);
        return RevocationFetch.of(strict, TestAuthority.NOW, limits);
    }

    private static Fitness judged(HostCertificates host) {
        return Selection.of(host, Circumstances.of(Requirement.of("CN=Test Root"), TestAuthority.NOW))
                .candidates()
                .get(0);
    }

    private static void assertOpen(String why, RevocationFetch fetch) {
        Attempt attempt = fetch.attempts().get(0);
        assertFalse(attempt.isFetched());
        assertTrue(attempt.why().contains(why), attempt.why());
        assertEquals(Standing.UNKNOWN, judged(fetch.host()).standing());
    }

    @Test
    void aListThatIsReachableClearsOrRevokes() throws Exception {
        X509Certificate own = listed();
        server.has(ROOT.list(-1, 6).getEncoded());
        assertEquals(Standing.MET, judged(fetch(own).host()).standing());
        server.has(ROOT.list(-1, 6, own).getEncoded());
        RevocationFetch fetch = fetch(own);
        assertTrue(fetch.attempts().get(0).isFetched());
        assertTrue(judged(fetch.host()).breaks(FitnessRule.REVOCATION));
    }

    @Test
    void aResponderIsAskedAboutThisCertificate() throws Exception {
        X509Certificate own = answered();
        server.has(ROOT.answer(own, false, -1, 6));
        assertEquals(Standing.MET, judged(fetch(own).host()).standing());
        OCSPReq question = new OCSPReq(OCSPRequest.getInstance(server.asked().get(0)));
        assertEquals(
                own.getSerialNumber(), question.getRequestList()[0].getCertID().getSerialNumber());
        server.has(ROOT.answer(own, true, -1, 6));
        assertTrue(judged(fetch(own).host()).breaks(FitnessRule.REVOCATION));
    }

    @Test
    void whatIsStaleTellsNothing() throws Exception {
        server.has(ROOT.list(-10, -3).getEncoded());
        Fitness byList = judged(fetch(listed()).host());
        assertEquals(Standing.UNKNOWN, byList.standing());
        assertTrue(byList.deciding().orElseThrow().why().contains("out of date"), byList.toString());
        X509Certificate own = answered();
        server.has(ROOT.answer(own, false, -10, -3));
        assertEquals(Standing.UNKNOWN, judged(fetch(own).host()).standing());
    }

    @Test
    void whatAForgerSignedTellsNothing() throws Exception {
        TestAuthority forger = TestAuthority.root("CN=Test Root");
        server.has(forger.list(-1, 6).getEncoded());
        assertEquals(Standing.UNKNOWN, judged(fetch(listed()).host()).standing());
        X509Certificate own = answered();
        server.has(forger.answer(own, false, -1, 6));
        assertEquals(Standing.UNKNOWN, judged(fetch(own).host()).standing());
    }

    @Test
    void aServerThatIsGoneOrHasNothingIsTold() throws Exception {
        X509Certificate own = listed();
        assertOpen("status 404", fetch404(own));
        server.close();
        assertOpen("no connection", fetch(own));
    }

    private RevocationFetch fetch404(X509Certificate own) throws InterruptedException {
        server.says(404);
        return fetch(own);
    }

    @Test
    void aServerThatIsSlowCostsNoMoreThanTheLimit() throws Exception {
        server.has(ROOT.list(-1, 6).getEncoded()).pauses(200);
        long begin = System.nanoTime();
        assertOpen("no whole answer within 1500 ms", fetch(QUICK, listed()));
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 60, "all of it would take longer");
    }

    @Test
    void manyAddressesCostNoMoreThanAllTheTimeAndTheNumberThatIsAllowed() throws Exception {
        server.has(ROOT.list(-1, 6).getEncoded()).pauses(200);
        X509Certificate[] own = new X509Certificate[5];
        for (int i = 0; i < own.length; i++) {
            own[i] = ROOT.issue(Wish.fit("CN=srv" + i).revocation(server.url() + i, ""));
        }
        List<Attempt> attempts = fetch(QUICK, own).attempts();
        assertEquals(5, attempts.size());
        assertTrue(
                attempts.get(2).why().contains("not tried, since the others took all the time"), attempts.toString());
        assertTrue(attempts.get(4).why().contains("more than 3 addresses"), attempts.toString());
    }

    @Test
    void whatIsTooLargeOrNoListIsTold() throws Exception {
        server.has(new byte[(1 << 20) + 1]);
        assertOpen("longer than 1048576 bytes", fetch(listed()));
        server.has("<html>moved</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertOpen("no revocation list", fetch(listed()));
    }

    @Test
    void addressesOfTheDirectoryAreLeftToWindows() throws Exception {
        assertOpen("only Windows", fetch(ROOT.issue(Wish.fit("CN=srv1").revocation("ldap:///CN=Root?list", ""))));
    }

    /** The JDK would ask the addresses in certificates by itself, where a list does not settle it. */
    @Test
    void judgingFetchesNothing() throws GeneralSecurityException {
        X509Certificate own = ROOT.issue(Wish.fit("CN=srv1").revocation(server.url(), server.url() + "/responder"));
        server.has(ROOT.list(-1, 6).getEncoded());
        HostCertificates stale =
                with(host(List.of(ROOT.certificate()), own), ROOT.list(-9, -3), StrongCrlCheck.REQUIRE);
        assertEquals(Standing.UNKNOWN, judged(stale).standing());
        assertEquals(List.of(), server.asked());
    }
}
