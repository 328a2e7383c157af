package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.diagnosis.testing.Answers;
import org.junit.jupiter.api.Test;

/** Hosts of IPv6, of languages that no table knows, and names that Kerberos does not find; all answers are made up here. */
class HostReadingTest {
    private static final String MODERN = "Microsoft Windows [Version 10.0.17763]";

    private static Diagnosis diagnose(HostEvidence... hosts) {
        return Diagnosis.of(List.of(hosts), List.of(), Diagnosis.installedChecks());
    }

    private static Finding finding(Diagnosis diagnosis, String key) {
        return diagnosis.findings().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(diagnosis.findings().toString()));
    }

    private static HostEvidence six(String name, String own, String peer) {
        HostEvidence host = Answers.with(HostEvidence.none(name, false), Commands.VERSION, MODERN);
        host = Answers.with(host, Commands.ADDRESSES, """
                   Verbindungslokale IPv6-Adresse  . : fe80::1%%12(Bevorzugt)
                   IPv6-Adresse. . . . . . . . . . . : %s(Bevorzugt)
                   Standardgateway . . . . . . . . . : 2001:db8::ffff
                   DNS-Server  . . . . . . . . . . . : 2001:db8::53
                """.formatted(own));
        return Answers.with(host, Commands.QUICK_MODE_SAS, """

                Schnellmodus-SA um 25.11.2026 09:30:00
                ----------------------------------------------------------------------
                Lokale IP-Adresse:                    %s
                Remote-IP-Adresse:                    %s
                Angebot:                              ESP:SHA1-AES128+60min+100000kb
                """.formatted(own, peer));
    }

    @Test
    void hostsOfIpv6AloneAreAPairWithTheirAssociations() {
        Diagnosis diagnosis =
                diagnose(six("A", "2001:db8::a", "2001:db8::b"), six("B", "2001:0db8:0::b", "2001:db8::a"));
        assertEquals(List.of("2001:db8::a"), diagnosis.scene().hosts().get(0).addresses());
        assertEquals("Traffic between A and B is encrypted; nothing needs attention.", diagnosis.headline());
        assertEquals(2, finding(diagnosis, "protected").evidence().size());
    }

    /** Stopped before anything was read, a host needs no service and no Kerberos as far as is known; that is no answer. */
    @Test
    void whatWasNotReadIsNoAnswer() {
        Diagnosis diagnosis = diagnose(Answers.of(Commands.VERSION, MODERN), HostEvidence.none("B", false));
        assertEquals("Too little was read of the hosts to look at any two of them.", diagnosis.headline());
        for (String key : List.of("service-unread", "kerberos-unread", "policy-unread", "auditing-unknown")) {
            assertEquals(Verdict.INCONCLUSIVE, finding(diagnosis, key).verdict());
        }
    }

    private static HostEvidence auditing(String words) {
        return Answers.with(
                Answers.of(Commands.VERSION, MODERN),
                Commands.AUDITING,
                "Machine Name,Policy Target,Subcategory,Subcategory GUID,Inclusion Setting,Exclusion Setting\n"
                        + "H,System,x,{0CCE9218-69AE-11D9-BED3-505054503030}," + words + ",\n");
    }

    private static boolean isAskedInNumbers(HostEvidence host) {
        return Diagnosis.installedChecks().stream()
                .filter(check -> check.key().equals("audit"))
                .flatMap((Check check) -> check.needs(host).stream())
                .anyMatch(Commands.AUDITING_IN_NUMBERS::equals);
    }

    @Test
    void auditingInAnUnknownLanguageIsAskedInNumbers() {
        assertFalse(isAskedInNumbers(auditing("No Auditing")));
        assertFalse(isAskedInNumbers(auditing("成功および失敗")));
        HostEvidence finnish = auditing("Ei valvontaa");
        assertTrue(isAskedInNumbers(finnish));
        finding(diagnose(finnish), "auditing-unknown");
        finding(
                diagnose(Answers.with(
                        finnish, Commands.AUDITING_IN_NUMBERS, "0CCE9218-69AE-11D9-BED3-505054503030=4\r\n")),
                "not-audited");
        finding(
                diagnose(Answers.with(
                        finnish, Commands.AUDITING_IN_NUMBERS, "0CCE9218-69AE-11D9-BED3-505054503030=3\r\n")),
                "audited");
    }

    private static HostEvidence kerberos(String principals) {
        HostEvidence host = Answers.of(Commands.VERSION, MODERN);
        host = Answers.with(host, Commands.RULES_IN_FORCE, """
                Rule Name:                   R
                ----------------------------------------------------------------------
                Enabled:                     Yes
                Endpoint1:                   10.0.0.0/24
                Endpoint2:                   10.0.0.0/24
                Protocol:                    Any
                Action:                      RequestInRequestOut
                Auth1:                       ComputerKerb
                MainModeSecMethods:          DHGroup14-AES256-SHA256
                QuickModeSecMethods:         ESP:SHA1-AES128+60min+100000kb
                """);
        host = Answers.with(host, Commands.DOMAIN_CONTROLLER, """
                           DC: \\\\DC1.lab.test
                      Address: \\\\10.0.0.53
                     Dom Name: lab.test
                """);
        host = Answers.with(host, Commands.NAME, "SRV9\r\n");
        return Answers.with(host, Commands.servicePrincipals("SRV9"), principals);
    }

    @Test
    void aNameThatTheDomainDoesNotKnowIsTheCause() {
        String head = "Registrierte Dienstprinzipalnamen (SPN) für CN=SRV9,DC=lab,DC=test:\n";
        Diagnosis missing = diagnose(kerberos(head + "        WSMAN/SRV9\n        TERMSRV/SRV9.lab.test\n"));
        assertEquals("principal-missing", missing.causes().get(0).finding().key());
        Diagnosis there = diagnose(kerberos(head + "        WSMAN/SRV9\n        HOST/srv9.lab.test\n"));
        finding(there, "kerberos-works");
        Diagnosis unread = diagnose(kerberos(head));
        finding(unread, "kerberos-works");
    }

    @Test
    void failedNegotiationsOfAnOldHostAreReadFromItsOwnList() throws Exception {
        try (LabHosts hosts = new LabHosts("old-and-new")) {
            Diagnosis diagnosis = hosts.diagnose();
            assertTrue(
                    diagnosis.scene().hosts().stream()
                            .filter(host -> host.platform().isLegacy())
                            .flatMap(host -> host.negotiations().stream())
                            .anyMatch(one -> one.failure() != null
                                    && one.evidence().source().contains("eventquery.vbs")),
                    diagnosis.scene().hosts()::toString);
        }
    }
}
