package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsecworkbench.diagnosis.testing.Answers;
import org.junit.jupiter.api.Test;

/** Where the article about nine ways to troubleshoot IPsec is imprecise or wrong, and what the checks do instead. */
class ArticleTest {
    private static final Pattern READS = Pattern.compile(
            "ver|hostname|ipconfig /all|sc q(ueryex|c) \\w+|type .*|reg query .*|certutil (-user )?-store \\w+"
                    + "|netsh \\w+( \\w+)? (\\w+ )?show .*|wevtutil qe .*|auditpol /get .*|nltest /(dsgetdc|sc_query):.*"
                    + "|w32tm /stripchart .*|klist .*|setspn -L .*|cscript //nologo .*eventquery.vbs .*"
                    + "|powershell.exe .*");

    private static Diagnosis diagnose(String scenario) throws Exception {
        try (LabHosts hosts = new LabHosts(scenario)) {
            return hosts.diagnose();
        }
    }

    private static Stream<Remedy> remedies(Diagnosis diagnosis) {
        return Stream.concat(
                diagnosis.findings().stream().flatMap(finding -> finding.remedies().stream()),
                diagnosis.tools().stream());
    }

    private static Finding finding(Diagnosis diagnosis, String key) {
        return diagnosis.findings().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key));
    }

    /** The article restarts the service second, which destroys SAs and what was set dynamically. */
    @Test
    void collectingChangesNothing() throws Exception {
        for (String scenario : List.of("all-well", "respond-only", "old-and-new")) {
            diagnose(scenario).scene().hosts().stream()
                    .flatMap(host -> host.evidence().transcripts().stream())
                    .forEach(one -> assertTrue(READS.matcher(one.line()).matches(), one.line()));
        }
    }

    /** "If you see ESP, IPsec works": ESP with NULL encryption hides nothing. */
    @Test
    void espDoesNotProveEncryption() throws Exception {
        Diagnosis diagnosis = diagnose("integrity-only");
        assertEquals(Verdict.ATTENTION, finding(diagnosis, "integrity-sas").verdict());
        assertFalse(diagnosis.findings().stream().anyMatch(one -> one.key().equals("protected")));
    }

    /** "Almost all problems are authentication": what has no answer, no offer or no policy in common is not. */
    @Test
    void whatIsNoAuthenticationIsNotCalledOne() throws Exception {
        for (String scenario : List.of("firewall-drops-ike", "main-mode-mismatch", "service-stopped")) {
            String cause = diagnose(scenario).causes().get(0).finding().key();
            assertFalse(cause.contains("authentication") || cause.contains("kerberos"), cause);
        }
    }

    /** The restart: only where nothing else explains it, never of BFE, and what it costs is said. */
    @Test
    void aRestartIsTheLastThingAndNeverOfTheFilteringEngine() throws Exception {
        for (String scenario : List.of("all-well", "respond-only", "psk-mismatch")) {
            Diagnosis diagnosis = diagnose(scenario);
            diagnosis.causes().forEach(cause -> assertFalse(cause.nextStep().contains("net stop"), cause.nextStep()));
            remedies(diagnosis)
                    .filter(one -> one.commandLines().stream().anyMatch(line -> line.startsWith("net stop")))
                    .forEach(one -> {
                        assertEquals(Remedy.Risk.HIGH, one.risk());
                        assertFalse(one.commandLines().toString().contains("stop BFE"), one.id());
                    });
        }
        assertTrue(remedies(diagnose("respond-only"))
                .filter(one -> one.id().contains("PolicyAgent"))
                .allMatch(one -> one.warning().contains("traffic is in clear or cut")
                        && one.warning().contains("dynamically is lost")));
    }

    /** Windows Server 2003 has no auditpol and no subcategories. */
    @Test
    void anOldHostIsAskedWhatItHas() {
        HostEvidence old = Answers.of(Commands.VERSION, "Microsoft Windows [Version 5.2.3790]");
        Diagnosis.installedChecks().stream()
                .flatMap(check -> check.needs(old).stream())
                .forEach(need -> assertFalse(
                        need.line().matches("(auditpol|wevtutil|setspn|klist|netsh advfirewall).*"), need.line()));
    }

    /** The article adds the test key to the default policy and all traffic; here it is a rule of its own for two hosts. */
    @Test
    void theKeyTestTouchesNoOtherRuleAndNoOtherHost() throws Exception {
        Remedy test = remedies(diagnose("certificate-missing"))
                .filter(one -> one.id().startsWith("key-test/"))
                .findFirst()
                .orElseThrow();
        List<String> rules = test.commandLines().stream()
                .filter(line -> line.contains("netsh"))
                .toList();
        assertEquals(2, rules.size());
        for (String line : rules) {
            assertTrue(line.contains("add rule \"name=IPsec Workbench key test\""), line);
            assertTrue(line.matches(".*endpoint1=[\\d.]+ endpoint2=[\\d.]+ .*"), line);
            assertTrue(line.contains("action=requestinrequestout"), line);
        }
        assertEquals(Remedy.Timer.IN_ANY_CASE, test.timer());
    }

    /** "Both the local and the AD policy are shown": one of them acts. */
    @Test
    void aPolicyOfTheDomainReplacesTheLocalOne() throws Exception {
        assertEquals(
                "domain-hides-local",
                diagnose("domain-hides-local").causes().get(0).finding().key());
    }

    /** "Set ipsecexempt to 0": that opens every port to whoever sends from port 88, and holds after a restart only. */
    @Test
    void controllersArePermittedBeforeKerberosIsExempt() throws Exception {
        Diagnosis diagnosis = diagnose("kerberos-exemption");
        Remedy first = finding(diagnosis, "controller-needs-ipsec").remedies().get(0);
        assertTrue(first.id().startsWith("permit-controller/"), first.id());
        assertEquals(Remedy.Risk.MEDIUM, first.risk());
        remedies(diagnosis).filter(one -> one.id().startsWith("exempt/")).forEach(one -> {
            assertEquals(Remedy.Risk.SECURITY, one.risk());
            assertTrue(one.warning().contains("port 88") && one.warning().contains("started again"));
        });
    }

    /** "Switch strongcrlcheck off": what was revoked is still refused by the way that is proposed. */
    @Test
    void revocationStaysChecked() throws Exception {
        Diagnosis diagnosis = diagnose("revocation-list-unreachable");
        assertTrue(diagnosis.causes().get(0).finding().remedies().stream()
                .flatMap(one -> one.commandLines().stream())
                .noneMatch(line -> line.endsWith("strongcrlcheck 0")));
        assertTrue(remedies(diagnosis)
                .filter(one -> one.commandLines().toString().contains("strongcrlcheck 0"))
                .allMatch(one -> one.risk() == Remedy.Risk.SECURITY));
    }

    /** Secure Server is never proposed for hosts that only respond: it would cut off all that know no IPsec. */
    @Test
    void requestComesBeforeRequire() throws Exception {
        Remedy remedy =
                diagnose("respond-only").causes().get(0).finding().remedies().get(0);
        assertTrue(remedy.commandLines().get(0).contains("Server (Request Security)"), remedy::toString);
        assertTrue(remedy.warning().contains("Never begin with Secure Server"), remedy.warning());
    }

    /** "ikelogging 0 to 7": only 1 is proposed, the others are there for who knows; since Vista there is no such log. */
    @Test
    void theLogOfIkeIsSwitchedOnByOneAndNotSinceVista() throws Exception {
        Diagnosis old = diagnose("respond-only");
        assertTrue(finding(old, "ike-log-off")
                .remedies()
                .get(0)
                .commandLines()
                .get(0)
                .endsWith("ikelogging 1"));
        assertTrue(remedies(old).anyMatch(one -> one.id().equals("ike-log/SRV1/7")));
        Diagnosis modern = diagnose("all-well");
        assertEquals(Verdict.NOT_APPLICABLE, finding(modern, "no-ike-log").verdict());
        assertTrue(remedies(modern)
                .noneMatch(one -> one.commandLines().toString().contains("Oakley")
                        || one.commandLines().toString().contains("EnableLogging")));
    }

    /** "netsh … | more puts it on the clipboard": it does not, and nothing here relies on paging. */
    @Test
    void nothingIsPaged() throws Exception {
        Diagnosis diagnosis = diagnose("old-and-new");
        assertTrue(diagnosis.scene().hosts().stream()
                .flatMap(host -> host.evidence().transcripts().stream())
                .noneMatch(one -> one.line().contains("|")));
    }
}
