package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.policy.AuthMethod.Kind;
import org.ipsecworkbench.policy.CertificateCriteria.NameType;
import org.ipsecworkbench.policy.CertificateCriteria.Signing;
import org.ipsecworkbench.policy.CertificateCriteria.Use;
import org.ipsecworkbench.policy.testing.Hives;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

/** What rules ask of certificates; samples are made up by the documentation of netsh, WFasCim and [MS-GPFAS]. */
class CertificateCriteriaTest {
    private static final String OID = "1.3.6.1.5.5.8.2.2";

    private static List<AuthMethod> first(HostPolicy policy) {
        return policy.rules().get(0).keying().firstAuth();
    }

    private static List<String> labels(List<AuthMethod> methods) {
        return methods.stream().map(AuthMethod::label).toList();
    }

    @Test
    void aCommandSaysItBehindTheNameOfEachAuthority() {
        HostPolicy policy = Samples.text("netsh advfirewall consec add rule name=R endpoint1=any endpoint2=any"
                        + " action=requireinrequireout auth1=computercert"
                        + " auth1ca=\"CN=Root, O='Ex:ample' certmapping:yes excludecaname:yes catype:intermediate"
                        + " certhash:0A1B followrenewal:yes certeku:" + OID + ",1.3.6.1.5.5.7.3.2 certname:host.example"
                        + " certnametype:SubjectAltDNS certcriteriatype:Selection | CN=Other\"")
                .model();
        assertEquals(2, first(policy).size());
        AuthMethod method = first(policy).get(0);
        assertEquals("CN=Root, O='Ex:ample", method.detail());
        assertEquals(
                new CertificateCriteria(
                        Signing.RSA,
                        true,
                        true,
                        true,
                        List.of(OID, "1.3.6.1.5.5.7.3.2"),
                        "0a1b",
                        true,
                        NameType.DNS,
                        "host.example",
                        Use.SELECTION),
                method.criteria());
        assertEquals("certificate (computer) of CN=Other", first(policy).get(1).label());
    }

    @Test
    void aListingSaysItInLinesOfTheirOwnBehindEachAuthority() {
        HostPolicy policy = Samples.text("""
                Rule Name:                            R
                ----------------------------------------------------------------------
                Endpoint1:                            Any
                Endpoint2:                            Any
                Action:                               RequireInRequireOut
                Auth1:                                ComputerCert,ComputerCertECDSAP384,ComputerKerb
                Auth1CAName:                          CN=One
                Auth1CertMapping:                     Yes
                Auth1ExcludeCAName:                   No
                Auth1CertType:                        Intermediate
                Auth1HealthCert:                      No
                Auth1CAName:                          CN=Two
                Auth1CertMapping:                     No
                Auth1HealthCert:                      Yes
                Auth1ECDSAP384CAName:                 CN=Curve
                Auth1ECDSAP384CertType:               Root
                Auth1ECDSAP384CertHash:               None
                Auth2:                                UserCert
                Auth2CAName:                          CN=Users
                Auth2CertMapping:                     Yes
                """).model();
        assertEquals(
                List.of(
                        "certificate (computer) of CN=One, intermediate authority, mapped to an account",
                        "health certificate of CN=Two",
                        "certificate (computer) of CN=Curve, ECDSA P-384",
                        "Kerberos (computer)"),
                labels(first(policy)));
        assertEquals(
                List.of("certificate (user) of CN=Users, mapped to an account"),
                labels(policy.rules().get(0).keying().secondAuth()));
    }

    @Test
    void aLegacyRuleSaysItBehindTheNameOfTheRoot() {
        HostPolicy policy = Samples.text("""
                ipsec static
                add rule name="R" policy="P" filterlist="L" filteraction="A" rootca="CN=Root certmap:yes excludecaname:yes" kerberos=yes
                """).model();
        assertEquals(
                List.of(
                        "certificate (computer) of CN=Root, mapped to an account, name of the authority not sent",
                        "Kerberos (computer)"),
                labels(first(policy)));
    }

    @Test
    void aProposalOfACmdletSaysItInProperties() {
        HostPolicy policy = Samples.text("""
                [{"IPsecRuleName": "R", "DisplayName": "R", "InboundSecurity": 2, "OutboundSecurity": 2, "Phase1AuthSet": "{1}"},
                 {"InstanceID": "{1}", "Proposal": [
                  {"AuthenticationMethod": 65005, "TrustedCA": "CN=Root", "TrustedCAType": 2, "SigningAlgorithm": 2,
                   "ExcludeCAName": true, "MapToAccount": true, "CertName": "files", "CertNameType": 4,
                   "EKUs": ["%s", "1.3.6.1.5.5.7.3.2"], "Thumbprint": "0A1B", "FollowRenewal": true,
                   "SelectionCriteria": false, "ValidationCriteria": true},
                  {"AuthenticationMethod": 65005},
                  {"AuthenticationMethod": 65008, "TrustedCA": "CN=Health", "Thumbprint": ""}]}]
                """.formatted(OID)).model();
        assertEquals(
                List.of(
                        "certificate (computer) of CN=Root, ECDSA P-256, intermediate authority, mapped to an account, name of"
                                + " the authority not sent, for " + OID
                                + " and 1.3.6.1.5.5.7.3.2, thumbprint 0a1b, renewals followed, CN files, when validating",
                        "NTLM (user)",
                        "health certificate of CN=Health"),
                labels(first(policy)));
    }

    @Test
    void aSetOfTheRegistrySaysItForEachProposal() {
        Hives.Key root = Hives.Key.empty();
        root.at("ConSecRules").with("{0}", "v2.31|Action=Secure|Active=TRUE|Name=Files|Auth1Set={1}|");
        root.at("Phase1AuthenticationSets\\{1}\\0000")
                .with("Method", "MachineCert")
                .with("CAName", "CN=One")
                .with("IntermediateCA", "TRUE")
                .with("CertAccountMapping", "TRUE")
                .with(
                        "CertCriteria",
                        "v2.20|CriteriaType=Select|Eku=" + OID + "|Eku=1.2.3|Hash=0A1B|FollowRenewal=TRUE|");
        root.at("Phase1AuthenticationSets\\{1}\\0001")
                .with("Method", "MachineCert")
                .with("CAName", "CN=Two")
                .with("OtherCertSigning", "ECDSA256")
                .with("ExcludeCAName", "TRUE");
        root.at("Phase1AuthenticationSets\\{1}\\0002")
                .with("Method", "MachineCert")
                .with("CAName", "CN=Three")
                .with("HealthCert", "TRUE");
        HostPolicy policy = Samples.parse("export.wfw", Hives.write(root)).model();
        assertEquals(
                List.of(
                        "certificate (computer) of CN=One, intermediate authority, mapped to an account, for " + OID
                                + " and 1.2.3, thumbprint 0a1b, renewals followed, when selecting",
                        "certificate (computer) of CN=Two, ECDSA P-256, name of the authority not sent",
                        "health certificate of CN=Three"),
                labels(first(policy)));
    }

    @Test
    void signaturesOfAnotherKindAreAnotherMethod() {
        assertTrue(Signing.UNSAID.agreesWith(Signing.ECDSA_P256));
        assertTrue(Signing.RSA.agreesWith(Signing.UNSAID));
        assertFalse(Signing.RSA.agreesWith(Signing.ECDSA_P256));
        assertEquals("", CertificateCriteria.NONE.label(), "what is usual is not said");
        assertTrue(Kind.HEALTH_CERTIFICATE.isCertificate());
        assertFalse(Kind.KERBEROS.isCertificate());
    }
}
