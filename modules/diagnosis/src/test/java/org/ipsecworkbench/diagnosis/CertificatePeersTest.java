package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.testing.Answers;
import org.junit.jupiter.api.Test;

/** What the certificate check finds of hosts together, and of what they log. */
class CertificatePeersTest {
    private static final String STRANGER = """
            Root
            ================ Certificate 0 ================
            Serial Number: 01
            Issuer: CN=Stranger
             NotBefore: 2026-01-13 10:00
             NotAfter: 2036-01-13 10:00
            Subject: CN=Stranger
            Cert Hash(sha1): 0123456789abcdef0123456789abcdef01234567
            No key provider information
            """;

    private static final String TIMED_OUT =
            "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                    + "<Provider Name='Microsoft-Windows-CAPI2'/><EventID>53</EventID>"
                    + "<TimeCreated SystemTime='2026-11-25T08:00:00Z'/></System><UserData>"
                    + "<CryptRetrieveObjectByUrlWire><URL scheme='http'>http://pki.lab.test/lab-ca.crl</URL>"
                    + "<Object type='CONTEXT_OID_CRL' constant='2'/><Result value='2EE2'>timed out</Result>"
                    + "</CryptRetrieveObjectByUrlWire></UserData></Event>";

    private static List<HostEvidence> answers(String scenario) throws Exception {
        try (LabHosts hosts = new LabHosts(scenario)) {
            return hosts.diagnose().scene().hosts().stream()
                    .map(HostFacts::evidence)
                    .toList();
        }
    }

    private static Optional<Finding> find(List<HostEvidence> hosts, String key) {
        return Diagnosis.of(hosts, List.of(), Diagnosis.installedChecks()).findings().stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst();
    }

    @Test
    void aPeerThatDoesNotTrustTheRootIsFound() throws Exception {
        List<HostEvidence> hosts = answers("revocation-list-unreachable");
        assertEquals(Optional.empty(), find(hosts, "certificate-distrusted"));
        HostEvidence distrustful = Answers.with(hosts.get(1), Commands.CERTIFICATE_STORES.get(0), STRANGER);
        Finding finding = find(List.of(hosts.get(0), distrustful), "certificate-distrusted")
                .orElseThrow();
        assertEquals("SRV2 does not trust the root of the certificate of SRV1", finding.statement());
        assertEquals(Verdict.FAILED, finding.verdict());
    }

    @Test
    void whatTheHostLoggedOfFetchingIsEvidence() throws Exception {
        List<HostEvidence> hosts = answers("revocation-list-unreachable");
        HostEvidence logged = Answers.with(hosts.get(0), Commands.CHAIN_EVENTS, TIMED_OUT);
        Finding finding = find(List.of(logged, hosts.get(1)), "crl-unreachable").orElseThrow();
        assertTrue(
                finding.evidence().stream()
                        .anyMatch(evidence -> evidence.text().contains("pki.lab.test")
                                && evidence.text().contains("12002")),
                finding.evidence().toString());
    }

    @Test
    void howAHostActsOnRevocationIsReadFromTheRegistryWhereNoListingTells() {
        HostEvidence host = Answers.of(Commands.RULES_IN_FORCE, "Ok.\r\n");
        assertTrue(Diagnosis.installedChecks().stream()
                .filter(check -> check.key().equals("certificate"))
                .flatMap(check -> check.needs(host).stream())
                .anyMatch(Commands.STRONG_CRL_CHECK.get(0)::equals));
        HostEvidence answered = Answers.with(
                host,
                Commands.STRONG_CRL_CHECK.get(1),
                "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\r\n"
                        + "    StrongCRLCheck    REG_DWORD    0x2\r\n");
        assertEquals(2, HostFacts.certificates(answered).strictness().value());
    }
}
