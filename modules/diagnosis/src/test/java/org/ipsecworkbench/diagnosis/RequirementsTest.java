package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.AuthMethod.Kind;
import org.ipsecworkbench.policy.CertificateCriteria;
import org.ipsecworkbench.policy.CertificateCriteria.NameType;
import org.ipsecworkbench.policy.CertificateCriteria.Signing;
import org.ipsecworkbench.policy.CertificateCriteria.Use;
import org.ipsecworkbench.policy.Place;
import org.junit.jupiter.api.Test;

class RequirementsTest {
    private static AuthMethod method(Kind kind, Signing signing, Use use) {
        CertificateCriteria criteria = new CertificateCriteria(
                signing, true, true, false, List.of("1.2.3"), "0a1b", true, NameType.DNS, "host.example", use);
        return new AuthMethod(kind, "CN=Root", "", criteria, Place.NONE);
    }

    @Test
    void allThatAMethodAsksIsAskedOfTheCertificate() {
        assertEquals(
                new Requirement(
                        "CN=Root",
                        true,
                        List.of("1.2.3"),
                        "0a1b",
                        true,
                        Requirement.Signing.ECDSA_P384,
                        "host.example",
                        true),
                Requirements.of(method(Kind.CERTIFICATE, Signing.ECDSA_P384, Use.SELECTION)));
    }

    @Test
    void criteriaThatOnlyValidatePeersDoNotSelectTheHostsOwn() {
        assertEquals(
                new Requirement("CN=Root", true, List.of(), "", false, Requirement.Signing.RSA, "", true),
                Requirements.of(method(Kind.CERTIFICATE, Signing.RSA, Use.VALIDATION)));
    }

    @Test
    void aCertificateOfHealthHasToSaySo() {
        assertEquals(
                List.of("1.2.3", "1.3.6.1.4.1.311.47.1.1"),
                Requirements.of(method(Kind.HEALTH_CERTIFICATE, Signing.UNSAID, Use.BOTH))
                        .purposes());
    }
}
