package org.ipsecworkbench.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.ipsecworkbench.certificate.CertificatePath.Outcome;
import org.ipsecworkbench.certificate.CertificatePath.Revocation;
import org.ipsecworkbench.certificate.path.Material;
import org.ipsecworkbench.certificate.path.PathFinder;
import org.ipsecworkbench.certificate.read.X509Facts;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;
import org.ipsecworkbench.certificate.testing.TestHosts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains and revocation are judged as {@code openssl verify} judges them, where both judge the same thing. */
class OpensslAgreementTest {
    private static final TestAuthority ROOT = TestAuthority.root("CN=Test Root");

    @TempDir
    private Path folder;

    private static boolean ours(
            X509Certificate leaf, List<X509Certificate> roots, List<X509Certificate> others, @Nullable X509CRL list) {
        List<StoredCertificate> stored = new ArrayList<>();
        roots.forEach(root -> stored.add(stored("Root", root)));
        others.forEach(other -> stored.add(stored("CA", other)));
        HostCertificates host = new HostCertificates(
                "", stored, List.of(), List.of(), List.of(), List.of(), StrongCrlCheck.REQUIRE, List.of());
        if (list != null) {
            host = host.and(CertificateSources.parse(
                    "",
                    List.of(new CertificateSources.Document("list", encoded(list))),
                    CertificateLimits.DEFAULT,
                    CertificateSources.Passwords.NONE));
        }
        CertificatePath path = new PathFinder(Material.of(host), TestAuthority.NOW).find(leaf);
        boolean isTimely = !leaf.getNotAfter().toInstant().isBefore(TestAuthority.NOW)
                && !leaf.getNotBefore().toInstant().isAfter(TestAuthority.NOW);
        boolean isCleared = list == null || path.links().get(0).revocation() == Revocation.GOOD;
        return path.outcome() == Outcome.TRUSTED && isTimely && isCleared;
    }

    private static byte[] encoded(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredCertificate stored(String store, X509Certificate one) {
        return new StoredCertificate(
                0,
                new Store(StoreLocation.COMPUTER, store),
                X509Facts.of(one, CertificateLimits.DEFAULT),
                one,
                KeyState.UNKNOWN,
                "",
                "");
    }

    private boolean openssl(
            X509Certificate leaf, List<X509Certificate> roots, List<X509Certificate> others, @Nullable X509CRL list)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "verify",
                "-no-CApath",
                // As the JDK, it is to refuse MD5 and keys of RSA below 1024 bits.
                "-auth_level",
                "1",
                "-attime",
                Long.toString(TestAuthority.NOW.getEpochSecond()),
                "-CAfile",
                pem("roots.pem", roots)));
        if (!others.isEmpty()) {
            command.addAll(List.of("-untrusted", pem("others.pem", others)));
        }
        if (list != null) {
            Path file = folder.resolve("list.pem");
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(list));
            Files.writeString(file, "-----BEGIN X509 CRL-----\n" + base64 + "\n-----END X509 CRL-----\n");
            command.addAll(List.of("-crl_check", "-CRLfile", file.toString()));
        }
        command.add(pem("leaf.pem", List.of(leaf)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        int exit = process.waitFor();
        assertTrue(exit == 0 || said.contains("error"), said);
        return exit == 0;
    }

    private String pem(String name, List<X509Certificate> all) throws IOException {
        StringBuilder text = new StringBuilder();
        all.forEach(one ->
                text.append(TestAuthority.pem(one).replaceAll("([A-Za-z0-9+/=]{64})(?=[A-Za-z0-9+/=])", "$1\n")));
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void assertAgree(
            boolean expected,
            X509Certificate leaf,
            List<X509Certificate> roots,
            List<X509Certificate> others,
            @Nullable X509CRL list)
            throws IOException, InterruptedException {
        String name = leaf.getSubjectX500Principal().getName();
        assertEquals(expected, openssl(leaf, roots, others, list), "openssl says of " + name);
        assertEquals(expected, ours(leaf, roots, others, list), "we say of " + name);
    }

    @Test
    void bothJudgeAlike() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        List<X509Certificate> roots = List.of(ROOT.certificate());
        X509Certificate good = ROOT.issue(Wish.fit("CN=good"));
        TestAuthority below = ROOT.below(Wish.fit("CN=Below").authority(""));
        TestAuthority limited = ROOT.below(Wish.fit("CN=Limited").authority("allowed.example"));
        TestAuthority forger = TestAuthority.root("CN=Test Root");
        TestAuthority stranger = TestAuthority.root("CN=Stranger");
        X509Certificate deep = below.issue(Wish.fit("CN=deep"));
        assertAgree(true, good, roots, List.of(), null);
        assertAgree(true, deep, roots, List.of(below.certificate()), null);
        assertAgree(false, deep, roots, List.of(), null);
        assertAgree(false, ROOT.issue(Wish.fit("CN=expired").during(-9, -1)), roots, List.of(), null);
        assertAgree(false, ROOT.issue(Wish.fit("CN=early").during(1, 9)), roots, List.of(), null);
        assertAgree(false, forger.issue(Wish.fit("CN=forged")), roots, List.of(), null);
        assertAgree(false, stranger.issue(Wish.fit("CN=strange")), roots, List.of(), null);
        assertAgree(false, limited.issue(Wish.fit("CN=outside")), roots, List.of(limited.certificate()), null);
        assertAgree(true, good, roots, List.of(), ROOT.list(-1, 6));
        assertAgree(false, good, roots, List.of(), ROOT.list(-1, 6, good));
        assertAgree(false, good, roots, List.of(), ROOT.list(-9, -3));
        assertAgree(false, good, roots, List.of(), forger.list(-1, 6));
        Wish issuing = Wish.fit("CN=Issuing").authority("");
        TestAuthority crossed = ROOT.below(issuing);
        X509Certificate byStranger = stranger.issue(issuing);
        // openssl goes by the first issuer of the name and does not look at the others.
        assertAgree(
                true,
                crossed.issue(Wish.fit("CN=crossed")),
                List.of(stranger.certificate()),
                List.of(byStranger, crossed.certificate()),
                null);
    }

    @Test
    void whoMayIssueAndHowStrongKeysAreIsJudgedAlike() throws Exception {
        List<X509Certificate> roots = List.of(ROOT.certificate());
        TestAuthority noAuthority = ROOT.below(Wish.fit("CN=No authority"));
        TestAuthority mayNotSign =
                ROOT.below(Wish.fit("CN=May not sign").authority("").usage(KeyUsage.cRLSign));
        TestAuthority expired =
                ROOT.below(Wish.fit("CN=Expired authority").authority("").during(-9, -1));
        for (TestAuthority issuer : List.of(noAuthority, mayNotSign, expired)) {
            assertAgree(false, issuer.issue(Wish.fit("CN=below")), roots, List.of(issuer.certificate()), null);
        }
        TestAuthority deep = ROOT.below(Wish.fit("CN=Deep").authority(""));
        TestAuthority deeper = deep.below(Wish.fit("CN=Deeper").authority("example"));
        List<X509Certificate> both = List.of(deep.certificate(), deeper.certificate());
        assertAgree(true, deeper.issue(Wish.fit("CN=in")), roots, both, null);
        assertAgree(false, deeper.issue(Wish.fit("CN=out").named("srv1.other")), roots, both, null);
        assertAgree(false, ROOT.issue(Wish.fit("CN=short").keys(TestAuthority.rsa(768))), roots, List.of(), null);
        assertAgree(true, ROOT.issue(Wish.fit("CN=elliptic").keys(TestAuthority.ec(384))), roots, List.of(), null);
        TestAuthority md5 = TestAuthority.root("CN=Test Root", "MD5withRSA");
        assertAgree(false, md5.issue(Wish.fit("CN=md5")), List.of(md5.certificate()), List.of(), null);
    }

    @Test
    void answersOfRespondersAreJudgedAlike() throws Exception {
        X509Certificate own = ROOT.issue(Wish.fit("CN=srv1"));
        TestAuthority forger = TestAuthority.root("CN=Test Root");
        assertEquals("good", respond(own, ROOT.answer(own, false, -1, 6)));
        assertEquals("revoked", respond(own, ROOT.answer(own, true, -1, 6)));
        assertEquals("unverified", respond(own, forger.answer(own, false, -1, 6)));
    }

    /** What both say of an answer: its times are those of the tests, at which openssl does not look here. */
    private String respond(X509Certificate own, byte[] answer) throws IOException, InterruptedException {
        HostCertificates host = TestHosts.host(List.of(ROOT.certificate()), own).and(TestHosts.read("answer", answer));
        String ours = switch (new PathFinder(Material.of(host), TestAuthority.NOW)
                .find(own)
                .links()
                .get(0)
                .revocation()) {
            case GOOD -> "good";
            case REVOKED -> "revoked";
            default -> "unverified";
        };
        Path file = Files.write(folder.resolve("answer.der"), answer);
        String root = pem("roots.pem", List.of(ROOT.certificate()));
        Process process = new ProcessBuilder(
                        "openssl",
                        "ocsp",
                        "-respin",
                        file.toString(),
                        "-issuer",
                        root,
                        "-no_nonce",
                        "-cert",
                        pem("leaf.pem", List.of(own)),
                        "-CAfile",
                        root)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        String theirs =
                !said.contains("Response verify OK") ? "unverified" : said.contains(": good") ? "good" : "revoked";
        assertEquals(theirs, ours, said);
        return ours;
    }
}
