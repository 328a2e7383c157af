package org.ipsecworkbench.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ipsecworkbench.certificate.testing.TestHosts.host;
import static org.ipsecworkbench.certificate.testing.TestHosts.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.ipsecworkbench.certificate.CertificatePath.Outcome;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.read.X509Facts;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;
import org.junit.jupiter.api.Test;

/** Each fault of a certificate, issued by a real authority. */
class FitnessTest {
    private static final TestAuthority ROOT = TestAuthority.root("CN=Test Root");
    private static final String NAME = "CN=Test Root";

    private static Selection select(HostCertificates host) {
        return Selection.of(host, Circumstances.of(Requirement.of(NAME), TestAuthority.NOW));
    }

    private static Fitness only(HostCertificates host) {
        Selection selection = select(host);
        assertEquals(1, selection.candidates().size());
        return selection.candidates().get(0);
    }

    private static Fitness judged(Wish wish) {
        return only(host(List.of(ROOT.certificate()), ROOT.issue(wish)));
    }

    private static void assertBreaks(FitnessRule rule, Fitness fitness) {
        assertTrue(fitness.breaks(rule), () -> fitness.results().toString());
        assertEquals(
                List.of(rule),
                fitness.results().stream()
                        .filter(result -> result.standing() == Standing.BROKEN)
                        .map(Fitness.Result::rule)
                        .toList(),
                "and no other rule");
    }

    @Test
    void aGoodOneIsFitAndPicked() {
        Selection selection = select(host(List.of(ROOT.certificate()), ROOT.issue(Wish.fit("CN=srv1"))));
        Fitness picked = selection.picked();
        assertNotNull(picked);
        assertEquals(Standing.MET, picked.standing(), picked.results().toString());
        assertEquals(Outcome.TRUSTED, picked.path().outcome());
        assertTrue(selection.isCertain());
    }

    @Test
    void validityCountsByTheTimeOfTheHost() {
        assertBreaks(FitnessRule.VALIDITY, judged(Wish.fit("CN=old").during(-100, -1)));
        assertBreaks(FitnessRule.VALIDITY, judged(Wish.fit("CN=new").during(1, 100)));
        assertEquals(
                Standing.DOUBTFUL, judged(Wish.fit("CN=soon").during(-100, 10)).standing());
    }

    @Test
    void purposeAndKeyUsageHaveToAllowIke() {
        assertBreaks(FitnessRule.PURPOSE, judged(Wish.fit("CN=code").forPurposes("1.3.6.1.5.5.7.3.3")));
        assertEquals(Standing.MET, judged(Wish.fit("CN=all").forPurposes()).standing());
        assertEquals(
                Standing.MET,
                judged(Wish.fit("CN=client").forPurposes("1.3.6.1.5.5.7.3.2")).standing());
        assertBreaks(FitnessRule.KEY_USAGE, judged(Wish.fit("CN=usage").usage(KeyUsage.keyEncipherment)));
        assertEquals(Standing.MET, judged(Wish.fit("CN=any").usage(-1)).standing());
    }

    @Test
    void weakKeysAreRefusedOrDoubted() {
        assertTrue(judged(Wish.fit("CN=short").keys(TestAuthority.rsa(768))).breaks(FitnessRule.ALGORITHM));
        assertEquals(
                Standing.DOUBTFUL,
                judged(Wish.fit("CN=1024").keys(TestAuthority.rsa(1024))).standing());
        TestAuthority md5 = TestAuthority.root("CN=Test Root", "MD5withRSA");
        Fitness old = only(host(List.of(md5.certificate()), md5.issue(Wish.fit("CN=md5"))));
        assertTrue(old.breaks(FitnessRule.ALGORITHM));
    }

    @Test
    void theKindOfKeyHasToBeThatOfTheRule() {
        Requirement ecdsa =
                new Requirement(NAME, false, List.of(), "", false, Requirement.Signing.ECDSA_P256, "", false);
        HostCertificates host = host(
                List.of(ROOT.certificate()),
                ROOT.issue(Wish.fit("CN=rsa")),
                ROOT.issue(Wish.fit("CN=ec").keys(TestAuthority.ec(256))));
        Selection selection = Selection.of(host, Circumstances.of(ecdsa, TestAuthority.NOW));
        assertEquals("ec", selection.candidates().get(0).certificate().facts().label());
        assertBreaks(FitnessRule.ALGORITHM, selection.candidates().get(1));
    }

    @Test
    void anotherAuthorityIsNotThatOfTheRule() {
        TestAuthority other = TestAuthority.root("CN=Other Root");
        assertBreaks(
                FitnessRule.AUTHORITY, only(host(List.of(other.certificate()), other.issue(Wish.fit("CN=other")))));
    }

    @Test
    void aRootThatIsNotTrustedBreaksTheChain() {
        TestAuthority untrusted = TestAuthority.root(NAME);
        TestAuthority other = TestAuthority.root("CN=Other Root");
        HostCertificates host = host(List.of(other.certificate()), untrusted.issue(Wish.fit("CN=srv1")))
                .and(CertificateSources.parse(
                        "",
                        List.of(new Document(
                                "root.pem",
                                TestAuthority.pem(untrusted.certificate()).getBytes(UTF_8))),
                        CertificateLimits.DEFAULT,
                        CertificateSources.Passwords.NONE));
        assertBreaks(FitnessRule.CHAIN, only(host));
    }

    @Test
    void aSignatureOfSomebodyElseBreaksTheChain() {
        TestAuthority forger = TestAuthority.root(NAME);
        Fitness forged = only(host(List.of(ROOT.certificate()), forger.issue(Wish.fit("CN=forged"))));
        assertBreaks(FitnessRule.CHAIN, forged);
        assertEquals(Outcome.INVALID, forged.path().outcome());
    }

    @Test
    void namesThatAnAuthorityDoesNotAllowBreakTheChain() {
        TestAuthority limited = ROOT.below(Wish.fit("CN=Limited").authority("allowed.example"));
        X509Certificate outside = limited.issue(Wish.fit("CN=srv1"));
        assertBreaks(FitnessRule.CHAIN, only(host(List.of(ROOT.certificate(), limited.certificate()), outside)));
        TestAuthority open = ROOT.below(Wish.fit("CN=Open").authority("example"));
        assertEquals(
                Standing.MET,
                only(host(List.of(ROOT.certificate(), open.certificate()), open.issue(Wish.fit("CN=srv1"))))
                        .standing());
    }

    @Test
    void aCrossSignedAuthorityLeadsToWhicheverRootIsTrusted() {
        TestAuthority other = TestAuthority.root("CN=Other Root");
        Wish wish = Wish.fit("CN=Issuing").authority("");
        TestAuthority issuing = ROOT.below(wish);
        X509Certificate cross = other.issue(wish);
        X509Certificate own = issuing.issue(Wish.fit("CN=srv1"));
        HostCertificates both = host(List.of(issuing.certificate(), cross, other.certificate()), own);
        Selection selection = Selection.of(both, Circumstances.of(Requirement.of("CN=Other Root"), TestAuthority.NOW));
        assertEquals(Outcome.TRUSTED, selection.candidates().get(0).path().outcome());
        assertFalse(selection.candidates().get(0).breaks(FitnessRule.AUTHORITY));
    }

    @Test
    void revocationIsJudgedByHowStrictTheHostIs() throws GeneralSecurityException {
        X509Certificate own = ROOT.issue(Wish.fit("CN=srv1"));
        HostCertificates host = host(List.of(ROOT.certificate()), own);
        X509CRL revoking = ROOT.list(-1, 6, own);
        assertBreaks(FitnessRule.REVOCATION, only(with(host, revoking, StrongCrlCheck.ATTEMPT)));
        assertBreaks(FitnessRule.REVOCATION, only(with(host, revoking, StrongCrlCheck.REQUIRE)));
        assertEquals(
                Standing.DOUBTFUL,
                only(with(host, revoking, StrongCrlCheck.NONE)).standing());
        assertEquals(
                Standing.MET,
                only(with(host, ROOT.list(-1, 6), StrongCrlCheck.REQUIRE)).standing());
    }

    @Test
    void aListThatIsOutOfDateOrOfAForgerTellsNothing() throws GeneralSecurityException {
        HostCertificates host = host(List.of(ROOT.certificate()), ROOT.issue(Wish.fit("CN=srv1")));
        Fitness stale = only(with(host, ROOT.list(-10, -3), StrongCrlCheck.REQUIRE));
        assertEquals(Standing.UNKNOWN, stale.standing());
        assertTrue(
                stale.deciding().orElseThrow().why().contains("out of date"),
                stale.results().toString());
        Fitness forged = only(with(host, TestAuthority.root(NAME).list(-1, 6), StrongCrlCheck.REQUIRE));
        assertEquals(Standing.UNKNOWN, forged.standing());
    }

    @Test
    void anAnswerOfOcspCountsWhileItHolds() {
        X509Certificate own = ROOT.issue(Wish.fit("CN=srv1"));
        for (boolean isRevoked : new boolean[] {true, false}) {
            HostCertificates answer = CertificateSources.parse(
                    "",
                    List.of(new Document("answer.ors", ROOT.answer(own, isRevoked, -1, 6))),
                    CertificateLimits.DEFAULT,
                    CertificateSources.Passwords.NONE);
            assertEquals(1, answer.answers().size(), answer.problems().toString());
            Fitness fitness =
                    only(host(List.of(ROOT.certificate()), own).and(answer).with(StrongCrlCheck.REQUIRE));
            assertEquals(
                    isRevoked,
                    fitness.breaks(FitnessRule.REVOCATION),
                    fitness.results().toString());
            assertEquals(isRevoked ? Standing.BROKEN : Standing.MET, fitness.standing());
        }
    }

    @Test
    void aListBehindTheProtectedPathIsTold() throws GeneralSecurityException {
        HostCertificates host = with(
                host(List.of(ROOT.certificate()), ROOT.issue(Wish.fit("CN=srv1"))),
                ROOT.list(-1, 6),
                StrongCrlCheck.REQUIRE);
        Selection selection = Selection.of(
                host,
                new Circumstances(
                        Requirement.of(NAME), TestAuthority.NOW, Circumstances.WINDOW, Set.of("crl.example"), null));
        assertEquals(Standing.DOUBTFUL, selection.candidates().get(0).standing());
        assertTrue(selection.candidates().get(0).deciding().orElseThrow().why().contains("exempt"));
    }

    @Test
    void ofSeveralTheOneForIpsecIsPickedAndTheOthersSayWhyNot() {
        Selection selection = select(host(
                List.of(ROOT.certificate()),
                ROOT.issue(
                        Wish.fit("CN=client").forPurposes("1.3.6.1.5.5.7.3.2").during(-1, 900)),
                ROOT.issue(Wish.fit("CN=ike")),
                ROOT.issue(Wish.fit("CN=expired").during(-9, -1))));
        assertEquals(
                List.of("ike", "client", "expired"),
                selection.candidates().stream()
                        .map(fitness -> fitness.certificate().facts().label())
                        .toList());
        assertEquals(
                "IKE prefers one that is made for IPsec.",
                selection.why(selection.candidates().get(1)));
        assertTrue(selection.isCertain());
    }

    @Test
    void aRuleThatNamesACertificateSaysWhenItWillFail() {
        X509Certificate own = ROOT.issue(Wish.fit("CN=srv1"));
        String thumbprint = X509Facts.thumbprint(own);
        Requirement named =
                new Requirement(NAME, false, List.of(), thumbprint, false, Requirement.Signing.ANY, "", false);
        Selection selection = Selection.of(
                host(List.of(ROOT.certificate()), own, ROOT.issue(Wish.fit("CN=other"))),
                Circumstances.of(named, TestAuthority.NOW));
        assertEquals(Standing.DOUBTFUL, selection.candidates().get(0).standing());
        assertTrue(selection.why(selection.candidates().get(0)).contains("will fail"));
        assertBreaks(FitnessRule.SELECTED, selection.candidates().get(1));
    }

    @Test
    void eachHostIsHeldAgainstTheRootsOfTheOther() {
        TestAuthority other = TestAuthority.root("CN=Other Root");
        HostCertificates one = host(List.of(ROOT.certificate()), ROOT.issue(Wish.fit("CN=srv1")));
        HostCertificates two = host(List.of(other.certificate(), ROOT.certificate()), other.issue(Wish.fit("CN=srv2")));
        PairFitness pair =
                PairFitness.of(one, Requirement.ANY, two, Requirement.ANY, TestAuthority.NOW, Circumstances.WINDOW);
        assertNotNull(pair.first().picked());
        assertNull(pair.second().picked());
        assertBreaks(FitnessRule.PEER_TRUST, pair.second().candidates().get(0));
        assertFalse(pair.isAccepted());
    }

    @Test
    void whatIsInTheStoreOfAUserDoesNotCount() {
        HostCertificates host = CertificateSources.parse(
                "SRV1",
                List.of(new Document(
                        "user.txt",
                        ("certutil -user -store My\nMy\n"
                                        + "================ Certificate 0 ================\nSerial Number: 1234\n"
                                        + "Issuer: CN=Test Root\n NotBefore: 2026-01-13 10:00\n NotAfter: 2027-01-13 10:00\n"
                                        + "Subject: CN=srv1\nCert Hash(sha1): 0123456789abcdef0123456789abcdef01234567\n")
                                .getBytes(UTF_8))),
                CertificateLimits.DEFAULT,
                CertificateSources.Passwords.NONE);
        assertTrue(only(host).breaks(FitnessRule.STORE), host.toString());
    }

    @Test
    void anEmptyStoreIsNoProblem() {
        HostCertificates host = CertificateSources.parse(
                "SRV1",
                List.of(new Document(
                        "ca.txt",
                        "certutil -store CA\nCA\nCertUtil: -store command completed successfully.\n".getBytes(UTF_8))),
                CertificateLimits.DEFAULT,
                CertificateSources.Passwords.NONE);
        assertEquals(List.of(), host.problems());
        assertTrue(host.isEmpty());
    }

    @Test
    void aDamagedCertificateIsAProblem() {
        HostCertificates host = CertificateSources.parse(
                "SRV1",
                List.of(new Document("script", "certificate=MIIB\nkey=True\n".getBytes(UTF_8))),
                CertificateLimits.DEFAULT,
                CertificateSources.Passwords.NONE);
        assertEquals(1, host.problems().size());
        assertTrue(host.stored().isEmpty());
    }
}
