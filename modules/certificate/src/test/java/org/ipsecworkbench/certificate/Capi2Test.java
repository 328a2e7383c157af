package org.ipsecworkbench.certificate;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ipsecworkbench.certificate.testing.TestHosts.host;
import static org.ipsecworkbench.certificate.testing.TestHosts.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.read.X509Facts;
import org.ipsecworkbench.certificate.testing.Capi2Events;
import org.ipsecworkbench.certificate.testing.TestAuthority;
import org.ipsecworkbench.certificate.testing.TestAuthority.Wish;
import org.junit.jupiter.api.Test;

/** What CryptoAPI of a host logged of chains and of fetching. */
class Capi2Test {
    private static final TestAuthority ROOT = TestAuthority.root("CN=Test Root");
    private static final X509Certificate OWN = ROOT.issue(Wish.fit("CN=srv1"));
    private static final String PRINT = X509Facts.thumbprint(OWN);
    private static final String ROOT_PRINT = X509Facts.thumbprint(ROOT.certificate());
    private static final String OFFLINE = "1000040";

    private static final String UNREACHABLE = Capi2Events.fetch(
                    "2026-11-25T08:00:00Z", "A1", "CONTEXT_OID_CRL", TestAuthority.LIST_URL, "2EE2")
            + Capi2Events.chain("2026-11-25T08:00:20Z", "machine", "A1", "80092013", PRINT, OFFLINE, ROOT_PRINT, "0");
    private static final String FINE =
            Capi2Events.chain("2026-11-25T09:00:00Z", "machine", "B2", "0", PRINT, "0", ROOT_PRINT, "0");

    private static Fitness judged(String events) {
        HostCertificates logged = read("capi2.xml", events.getBytes(UTF_8));
        assertEquals(List.of(), logged.problems());
        HostCertificates all =
                host(List.of(ROOT.certificate()), OWN).and(logged).with(StrongCrlCheck.REQUIRE);
        return Selection.of(all, Circumstances.of(Requirement.of("CN=Test Root"), TestAuthority.NOW))
                .candidates()
                .get(0);
    }

    @Test
    void aListThatCouldNotBeFetchedIsToldWithItsAddressAndError() {
        Fitness fitness = judged(UNREACHABLE);
        assertTrue(fitness.breaks(FitnessRule.REVOCATION), fitness.results().toString());
        String why = fitness.result(FitnessRule.REVOCATION).orElseThrow().why();
        assertTrue(why.contains(TestAuthority.LIST_URL) && why.contains("12002"), why);
        ChainReport chain =
                read("capi2.xml", UNREACHABLE.getBytes(UTF_8)).chains().get(0);
        assertEquals(2, chain.elements().size());
        assertTrue(chain.isWhole());
        Retrieval fetch = chain.elements().get(0).retrievals().get(0);
        assertEquals(Retrieval.Kind.REVOCATION_LIST, fetch.kind());
        assertEquals(0x80072ee2, fetch.code());
        assertTrue(chain.place().contains("svchost.exe"), chain.place());
    }

    @Test
    void theNewestEventCountsInWhicheverOrderTheFileHasThem() {
        assertEquals(Standing.MET, judged(UNREACHABLE + FINE).standing());
        assertEquals(Standing.MET, judged(FINE + UNREACHABLE).standing());
    }

    @Test
    void whatIsRevokedOrRefusedByAPolicyIsTold() {
        Fitness revoked = judged(Capi2Events.revocation("2026-11-25T08:00:00Z", PRINT, "80092010"));
        assertTrue(revoked.breaks(FitnessRule.REVOCATION), revoked.results().toString());
        Fitness untrusted = judged(Capi2Events.policy("2026-11-25T08:00:00Z", PRINT, "800B0109"));
        assertTrue(untrusted.breaks(FitnessRule.CHAIN), untrusted.results().toString());
        Fitness open = judged(Capi2Events.policy("2026-11-25T08:00:00Z", PRINT, "0"));
        assertEquals(Standing.UNKNOWN, open.standing(), "a part that went well says nothing of the whole");
    }

    @Test
    void whatAUsersProgramFoundDoesNotCount() {
        HostCertificates logged = read(
                "capi2.xml",
                Capi2Events.chain("2026-11-25T08:00:20Z", "user", "A1", "0", PRINT, "0")
                        .getBytes(UTF_8));
        assertEquals(List.of(), logged.chains());
        assertEquals(List.of(), logged.problems(), "and it is known what the file is");
    }

    @Test
    void aFetchWithoutItsChainIsKept() {
        ChainReport alone = read(
                        "capi2.xml",
                        UNREACHABLE
                                .substring(0, UNREACHABLE.indexOf("</Event>") + 8)
                                .getBytes(UTF_8))
                .chains()
                .get(0);
        assertFalse(alone.isWhole());
        assertEquals(
                TestAuthority.LIST_URL,
                alone.elements().get(0).retrievals().get(0).url());
        assertFalse(alone.isOf(X509Facts.of(OWN, CertificateLimits.DEFAULT)));
    }

    @Test
    void aFileOfAnyEncodingIsReadAndDamageIsAProblem() {
        byte[] wide = ("\uFEFF" + FINE).getBytes(UTF_16LE);
        assertEquals(Set.of(), read("wide.xml", wide).chains().get(0).errors());
        HostCertificates cut =
                read("cut.xml", FINE.substring(0, FINE.length() / 2).getBytes(UTF_8));
        assertFalse(cut.problems().isEmpty());
    }
}
