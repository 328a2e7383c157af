package org.ipsecworkbench.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.Retrieval.Outcome;
import org.ipsecworkbench.certificate.testing.Shared;
import org.junit.jupiter.api.Test;

/** What certutil really printed, in English, French, Chinese and Japanese. */
class CertutilCorpusTest {
    private static HostCertificates read(String sample) throws IOException {
        byte[] content = Files.readAllBytes(Shared.folder("corpus/certutil").resolve(sample));
        return CertificateSources.parse(
                "host",
                List.of(new Document(sample, content)),
                CertificateLimits.DEFAULT,
                CertificateSources.Passwords.NONE);
    }

    @Test
    void anOwnCertificateHasItsKeyAndTheNumberThatTheListingGivesIt() throws IOException {
        HostCertificates host = read("store-my-subca-key-en.txt");
        assertEquals(List.of(), host.problems());
        StoredCertificate one = host.stored().get(0);
        assertEquals(2, one.number());
        assertEquals("My", one.store().name());
        assertEquals(KeyState.PRESENT, one.key());
        assertEquals("Microsoft Software Key Storage Provider", one.keyProvider());
        assertEquals("5800000002f7714edc7f317c46000000000002", one.facts().serial());
        assertEquals(
                "CN=CVI Issuing CA 1, DC=corp, DC=cvilab, DC=local", one.facts().subject());
        assertEquals("CN=CVI Root CA, DC=corp, DC=cvilab, DC=local", one.facts().issuer());
        assertEquals("5137a597de2c3085ec5816c7f11edc18cfcdbaf8", one.facts().thumbprint());
        assertEquals("SubCA", one.facts().template());
        Moment end = one.facts().notAfter();
        assertTrue(end != null && end.latest().equals(Instant.parse("2027-04-26T07:36:00Z")), String.valueOf(end));
    }

    @Test
    void aProviderWithoutContainerIsNoKey() throws IOException {
        assertEquals(
                KeyState.ABSENT,
                read("store-enterprise-ca-no-key-en.txt").stored().get(0).key());
    }

    @Test
    void aRootIsTrustedThoughItsBlankLinesWereMoved() throws IOException {
        HostCertificates host = read("store-enterprise-root-en.txt");
        assertEquals(1, host.roots().size());
        assertTrue(host.stored().get(0).facts().isSelfIssued());
    }

    @Test
    void aListingThatBeginsInsideOfACertificateTellsOnlyTheNextOne() throws IOException {
        HostCertificates host = read("store-my-codesign-2certs-en-fragment.txt");
        assertEquals(1, host.stored().size());
        assertEquals(1, host.stored().get(0).number());
        assertEquals(KeyState.PRESENT, host.stored().get(0).key());
        assertEquals(1, host.problems().size());
    }

    @Test
    void frenchRootsHaveNoKeyAndDatesThatLeaveOpenWhichNumberIsTheMonth() throws IOException {
        HostCertificates host = read("store-root-fr-salt.txt");
        assertEquals(List.of(), host.problems());
        assertEquals(2, host.roots().size());
        for (StoredCertificate root : host.stored()) {
            assertEquals(KeyState.ABSENT, root.key());
            assertTrue(root.facts().isSelfIssued());
        }
        assertEquals(
                "cdd4eeae6000ac7f40c3802c171e30148030c072",
                host.stored().get(0).facts().thumbprint());
        assertEquals("00", host.stored().get(1).facts().serial());
        Moment begin = host.stored().get(0).facts().notBefore();
        assertTrue(begin != null && begin.earliest().isBefore(Instant.parse("2001-05-10T00:00:00Z")));
        assertTrue(begin != null && begin.latest().isAfter(Instant.parse("2001-10-05T00:00:00Z")));
    }

    @Test
    void aChineseBlockWithoutLinesAboutItsKeyLeavesItOpen() throws IOException {
        HostCertificates host = read("store-root-zh-fixture.txt");
        assertEquals(List.of(), host.problems());
        StoredCertificate root = host.stored().get(0);
        assertEquals(KeyState.UNKNOWN, root.key());
        assertEquals("d70cd039051f77c30673b8209fc15efa650ed52c", root.facts().thumbprint());
        assertEquals(
                "CN=SunnyNet, OU=SunnyNet, O=SunnyNet, L=BeiJing, S=BeiJing, C=CN",
                root.facts().subject());
    }

    @Test
    void aChainWhoseListIsOutOfReachIsNotFineThoughTheLastLineSaysSuccess() throws IOException {
        HostCertificates host = read("verify-urlfetch-crl-offline-zh-2025.txt");
        assertEquals(List.of(), host.problems());
        ChainReport chain = host.chains().get(0);
        assertTrue(chain.isWhole());
        assertEquals(Set.of(TrustError.REVOCATION_STATUS_UNKNOWN, TrustError.OFFLINE_REVOCATION), chain.errors());
        assertEquals(3, chain.elements().size());
        assertEquals("CN=gofile.io", chain.elements().get(0).facts().subject());
        List<Retrieval> fetched = chain.elements().get(0).retrievals();
        assertEquals(3, fetched.size());
        Retrieval list = fetched.get(1);
        assertEquals(Retrieval.Kind.REVOCATION_LIST, list.kind());
        assertEquals(Outcome.FAILED, list.outcome());
        assertEquals("http://e6.c.lencr.org/43.crl", list.url());
        assertEquals(0x80072f78, list.code());
        assertEquals(Outcome.NO_ADDRESS, fetched.get(2).outcome());
        assertEquals("69", host.lists().get(0).number());
    }

    @Test
    void aChainThatHoldsHasNoErrorAndTellsUntilWhenItsListHolds() throws IOException {
        HostCertificates host = read("verify-urlfetch-ok-zh-2025.txt");
        assertEquals(Set.of(), host.chains().get(0).orderedErrors());
        assertTrue(host.chains().get(0).isWhole());
        Moment next = host.lists().get(0).nextUpdate();
        assertTrue(next != null && next.earliest().isAfter(Instant.parse("2025-08-01T00:00:00Z")));
        HostCertificates english = read("verify-urlfetch-subca-ok-2022.txt");
        assertEquals(Set.of(), english.chains().get(0).orderedErrors());
        assertEquals(2, english.chains().get(0).elements().size());
        assertEquals(
                Outcome.FETCHED,
                english.chains().get(0).elements().get(0).retrievals().get(1).outcome());
    }

    @Test
    void aFragmentOfAVerificationTellsWhatIsWrongAndThatMoreMayBe() throws IOException {
        HostCertificates host = read("verify-offline-ja-fragment.txt");
        ChainReport chain = host.chains().get(0);
        assertFalse(chain.isWhole());
        assertEquals(Set.of(TrustError.REVOCATION_STATUS_UNKNOWN, TrustError.OFFLINE_REVOCATION), chain.errors());
        assertEquals(1, host.problems().size());
    }

    @Test
    void theHeadOfAVerificationAloneTellsNothing() throws IOException {
        HostCertificates host = read("verify-fr-salt-fragment.txt");
        assertTrue(host.isEmpty());
        assertEquals(1, host.problems().size());
    }

    @Test
    void aListTellsWhatWasRevokedAndHowMuchOfItIsMissing() throws IOException {
        HostCertificates host = read("dump-crl-en-2026-fragment.txt");
        RevocationList list = host.lists().get(0);
        assertEquals("CN=CVI Issuing CA 1, DC=corp, DC=cvilab, DC=local", list.issuer());
        assertEquals(4, list.revoked().size());
        assertEquals(5, list.revoked().get("4400000014178d21c3ed6a4575000000000014"));
        assertNull(list.encoded());
        assertEquals(1, host.problems().size(), "three entries are missing");
    }

    @Test
    void theCacheTellsItsAddresses() throws IOException {
        assertEquals(
                List.of("http://e6.c.lencr.org/43.crl"),
                read("urlcache-crl-zh-2025.txt").cached());
        assertEquals(2, read("urlcache-crl-fragment-2025.txt").cached().size());
    }

    @Test
    void whatCertutilSaysAboutAnAuthorityIsNoCertificate() throws IOException {
        assertTrue(read("ping-and-crl-publish-en-2026.txt").isEmpty());
        assertTrue(read("revoke-en-2026.txt").isEmpty());
    }
}
