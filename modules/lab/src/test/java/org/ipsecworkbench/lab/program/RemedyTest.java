package org.ipsecworkbench.lab.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.model.Outcome;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Remedies have the effect that they would have, and what undoes them brings the fault back. */
class RemedyTest {
    private static Outcome.Kind kind(LabNetwork network) {
        return network.outcome(Networks.host(network, "SRV1"), Networks.host(network, "SRV2"))
                .kind();
    }

    private static Prompt prompt(LabNetwork network, String host) {
        return new Prompt(Networks.host(network, host));
    }

    @Test
    void theSameKeyOnBothSidesLetsThemTalk() {
        LabNetwork network = Networks.play("psk-mismatch");
        Prompt prompt = prompt(network, "SRV2");
        prompt.print("netsh advfirewall consec set rule name=Servers new auth1psk=lab-key-correct");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
        assertTrue(prompt.print("netsh advfirewall monitor show mmsa").contains("ComputerPSK"));
        assertTrue(prompt.print("netsh advfirewall monitor show qmsa").contains("ESP:SHA1-AES128"));
        prompt.print("netsh advfirewall consec set rule name=Servers new auth1psk=lab-key-corect");
        assertEquals(Outcome.Kind.BLOCKED, kind(network));
        assertEquals(1, prompt.run("netsh advfirewall monitor show qmsa").code());
    }

    @Test
    void oneWhoRequestsIsEnough() {
        LabNetwork network = Networks.play("respond-only");
        Prompt prompt = prompt(network, "SRV1");
        prompt.print("netsh ipsec static set policy name=\"Server (Request Security)\" assign=y");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
        assertTrue(prompt.print("cscript eventquery.vbs /l security /fi \"id eq 541\"")
                .contains("ESP Algorithm Triple DES CBC"));
        prompt.print("netsh ipsec static set policy name=\"Client (Respond Only)\" assign=y");
        assertEquals(Outcome.Kind.CLEAR, kind(network));
    }

    @Test
    void theServiceComesBack() {
        LabNetwork network = Networks.play("service-stopped");
        Prompt prompt = prompt(network, "SRV2");
        prompt.print("sc config IKEEXT start= auto");
        assertEquals(Outcome.Kind.CLEAR_BY_FALLBACK, kind(network));
        prompt.print("net start IKEEXT");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
    }

    @ParameterizedTest
    @CsvSource({"certificate-missing, SRV2", "certificate-expired, SRV1"})
    void aHostThatEnrolsHasACertificateAgain(String scenario, String name) {
        LabNetwork network = Networks.play(scenario);
        prompt(network, name).print("certutil -pulse");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
        long held = certificates(network, name);
        prompt(network, name).print("certutil -pulse");
        assertEquals(held, certificates(network, name), "one that holds is not replaced");
    }

    @Test
    void aHostWhoseAccountIsDisabledGetsNoCertificate() {
        LabNetwork network = Networks.play("certificate-missing");
        network.domain().disabled().add("SRV2");
        prompt(network, "SRV2").print("certutil -pulse");
        assertEquals(0, certificates(network, "SRV2"));
    }

    private static long certificates(LabNetwork network, String host) {
        return Networks.host(network, host).certificates().stream()
                .filter(stored -> stored.store().equals("My"))
                .count();
    }

    @Test
    void aClockThatIsRightLetsKerberosWork() {
        LabNetwork network = Networks.play("kerberos-clock-skew");
        prompt(network, "SRV2").print("w32tm /resync");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
    }

    @Test
    void theDomainControllerIsReachedOnceItIsPermitted() {
        LabNetwork network = Networks.play("kerberos-exemption");
        Prompt prompt = prompt(network, "SRV1");
        String policy = "policy=\"Secure Server (Require Security)\"";
        prompt.print("netsh ipsec static add filterlist name=DC");
        prompt.print("netsh ipsec static add filter filterlist=DC srcaddr=me dstaddr=10.57.0.2");
        prompt.print("netsh ipsec static add rule name=DC " + policy + " filterlist=DC filteraction=Permit");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
        prompt.print("netsh ipsec static delete rule name=DC " + policy);
        assertEquals(Outcome.Kind.BLOCKED, kind(network));
    }

    @Test
    void anExemptionOfKerberosHoldsFromTheNextStartOn() {
        LabNetwork network = Networks.play("kerberos-exemption");
        Prompt prompt = prompt(network, "SRV1");
        prompt.print("netsh ipsec dynamic set config ipsecexempt value=0");
        assertEquals(Outcome.Kind.BLOCKED, kind(network));
        prompt.print("shutdown -r -t 0");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
    }

    @Test
    void restartingMakesNewAssociations() {
        LabNetwork network = Networks.play("all-well");
        WindowsHost host = Networks.host(network, "SRV1");
        String before = host.mainMode().get(0).initiatorCookie();
        new Prompt(host).print("powershell -Command Restart-Service IKEEXT");
        assertEquals(1, host.mainMode().size());
        assertNotEquals(before, host.mainMode().get(0).initiatorCookie());
        assertTrue(host.security().events().stream().anyMatch(event -> event.id() == 4655));
    }

    @Test
    void aPolicyOfTheDomainHoldsFromTheUpdateOn() {
        LabNetwork network = Networks.play("domain-hides-local");
        synchronized (network.lock()) {
            network.domain().legacy().assign("Server (Request Security)");
            network.settle();
        }
        assertEquals(Outcome.Kind.CLEAR, kind(network));
        prompt(network, "SRV1").print("gpupdate /force");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
    }

    @Test
    void theRuleThatIsHiddenHoldsAgainOnceLocalRulesAreMerged() {
        LabNetwork network = Networks.play("domain-hides-rule");
        synchronized (network.lock()) {
            network.domain().setMergesLocalRules(true);
        }
        prompt(network, "SRV1").print("gpupdate");
        assertEquals(Outcome.Kind.BLOCKED, kind(network));
    }

    @Test
    void offersInCommonLetThemTalk() {
        LabNetwork network = Networks.play("main-mode-mismatch");
        prompt(network, "SRV2")
                .print("netsh advfirewall set global mainmode mmsecmethods dhgroup14:aes256-sha256,dhgroup2:3des-sha1");
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
    }

    @Test
    void anExportBringsRulesBack() {
        LabNetwork network = Networks.play("all-well");
        Prompt prompt = prompt(network, "SRV1");
        String before = prompt.print("netsh advfirewall consec show rule name=all");
        prompt.print("netsh advfirewall export \"C:\\b.wfw\"");
        prompt.print("netsh advfirewall consec delete rule name=all");
        assertEquals(Outcome.Kind.CLEAR_BY_FALLBACK, kind(network));
        prompt.print("netsh advfirewall import \"C:\\b.wfw\"");
        assertEquals(before, prompt.print("netsh advfirewall consec show rule name=all"));
        assertEquals(Outcome.Kind.PROTECTED, kind(network));
        assertEquals(1, prompt.run("netsh advfirewall import C:\\none.wfw").code());
    }

    @Test
    void anExportBringsOldPoliciesBack() {
        LabNetwork network = Networks.play("custom-policy-broken");
        Prompt prompt = prompt(network, "SRV1");
        String before = prompt.print("netsh ipsec static show policy name=\"Encrypt servers\"");
        prompt.print("netsh ipsec static exportpolicy file=C:\\b.ipsec");
        prompt.print("netsh ipsec static delete policy name=\"Encrypt servers\"");
        prompt.print("netsh ipsec static importpolicy file=C:\\b.ipsec");
        prompt.print("netsh ipsec static set policy name=\"Encrypt servers\" assign=y");
        assertEquals(before, prompt.print("netsh ipsec static show policy name=\"Encrypt servers\""));
    }

    @Test
    void pingLogsTheFailureEachTime() {
        LabNetwork network = Networks.play("firewall-drops-ike");
        WindowsHost host = Networks.host(network, "SRV1");
        int before = host.security().events().size();
        assertEquals(1, new Prompt(host).run("ping -n 2 SRV2").code());
        assertEquals(before + 2, host.security().events().size());
    }

    @Test
    void withoutAuditingNothingIsLogged() {
        LabNetwork network = Networks.play("firewall-drops-ike");
        WindowsHost host = Networks.host(network, "SRV1");
        Prompt prompt = new Prompt(host);
        prompt.print("auditpol /set /subcategory:\"IPsec Main Mode\" /success:disable /failure:disable");
        int before = host.security().events().size();
        prompt.run("ping -n 1 SRV2");
        assertEquals(before, host.security().events().size());
    }
}
