package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

/** Listings of netsh advfirewall and of the NetIPsec cmdlets; all inputs are synthetic. */
class ModernListingTest {
    private static List<String> labels(Rule rule) {
        return rule.keying().quickMode().stream().map(QuickModeOffer::label).toList();
    }

    @Test
    void aRuleHasItsValuesWithTheLinesThatTheyWereReadOn() {
        Parsed<HostPolicy> parsed = Samples.read("synthetic-consec.txt");
        assertEquals(List.of(), parsed.problems());
        assertEquals(2, parsed.model().rules().size());
        Rule rule = parsed.model().rules().get(0);
        assertEquals("Servers to servers", rule.name());
        assertEquals(Treatment.negotiate(Demand.REQUIRE, Demand.REQUIRE), rule.treatment());
        assertEquals(Set.of(NetworkProfile.DOMAIN, NetworkProfile.PRIVATE), rule.profiles());
        assertEquals(new Origin(Origin.Kind.LOCAL, ""), rule.origin());
        assertEquals(
                "10.1.0.0/16 <-> 10.1.0.0/16, protocol any",
                rule.filters().get(0).label());
        assertEquals(
                List.of("aes256 sha256 dh14", "aes128 sha1 dh2"),
                rule.keying().mainMode().stream().map(MainModeOffer::label).toList());
        assertEquals(28_800, rule.keying().mainMode().get(0).seconds());
        assertEquals(List.of("ESP aes256 sha1", "ESP aes128 sha1"), labels(rule));
        assertEquals(3600, rule.keying().quickMode().get(1).seconds());
        assertEquals(100_000, rule.keying().quickMode().get(1).kilobytes());
        assertEquals("none", rule.keying().pfsGroup());
        assertEquals(new Place("synthetic-consec.txt", 14), rule.placeOf("action"));
    }

    @Test
    void anExemptionHasItsRangeAndItsGpo() {
        Rule rule = Samples.read("synthetic-consec.txt").model().rules().get(1);
        assertEquals(Treatment.PERMIT, rule.treatment());
        assertEquals(new Origin(Origin.Kind.GPO, "Branch printing"), rule.origin());
        assertEquals(Set.of(), rule.profiles());
        assertTrue(rule.filters().get(0).destinationPorts().contains(9100));
        assertFalse(rule.filters().get(0).destinationPorts().contains(80));
    }

    @Test
    void aRuleOfWhichOnlySomeLabelsAreForeignIsOneRule() {
        Parsed<HostPolicy> parsed = Samples.text("""
                規則名:                      R
                ----------------------------------------------------------------------
                エンドポイント 1:            10.1.0.1/32
                エンドポイント 2:            10.1.0.2/32
                プロトコル:                  Any
                操作:                        RequireInRequestOut
                Auth1:                       ComputerKerb
                MainModeSecMethods:          DHGroup14-AES256-SHA256
                QuickModeSecMethods:         ESP:SHA1-AES128+60min+100000kb
                """);
        assertEquals(1, parsed.model().rules().size());
        Rule rule = parsed.model().rules().get(0);
        assertEquals("R", rule.name());
        assertEquals("aes256 sha256 dh14", rule.keying().mainMode().get(0).label());
        assertEquals(List.of("ESP aes128 sha1"), labels(rule));
    }

    @Test
    void labelsThatNoLanguageChangesAreReadAmongForeignOnes() {
        Rule rule = Samples.text("""
                Allgemeine Einstellungen:
                ----------------------------------------------------------------------
                IPsec:
                StrongCRLCheck                        0:Disabled

                Regelname:                   R
                ----------------------------------------------------------------------
                Endpunkt1:                   10.1.0.1/32
                Endpunkt2:                   10.1.0.2/32
                Protokoll:                   Any
                Aktion:                      RequireInRequireOut
                Auth1:                       ComputerCert
                Auth1CAName:                 CN=Root
                QuickModeSecMethods:         ESP:SHA1-AES128+60min+100000kb
                Rule source:                 Servers
                """).model().rules().get(0);
        assertEquals(
                "certificate (computer) of CN=Root",
                rule.keying().firstAuth().get(0).label());
        assertEquals(List.of("ESP aes128 sha1"), labels(rule));
        assertEquals(new Origin(Origin.Kind.GPO, "Servers"), rule.origin());
    }

    @Test
    void whatNoTableKnowsIsKept() {
        List<Setting> unknown = Samples.read("synthetic-consec.txt").model().unknown();
        assertEquals(1, unknown.size());
        assertEquals("Surprise", unknown.get(0).label());
        assertEquals("what no table knows", unknown.get(0).value());
    }

    @Test
    void aKeyIsNowhereAndStillComparable() {
        HostPolicy policy = Samples.read("synthetic-consec.txt").model();
        assertFalse(policy.toString().contains("sesame"), "the key is not in the model");
        AuthMethod method = policy.rules().get(0).keying().firstAuth().get(0);
        assertEquals(AuthMethod.Kind.PRESHARED_KEY, method.kind());
        String same = Samples.read("synthetic-consec-unknown-language.txt")
                .model()
                .rules()
                .get(0)
                .keying()
                .firstAuth()
                .get(0)
                .keyDigest();
        assertEquals(same, method.keyDigest());
        assertNotEquals(Samples.DIGESTS.of("another"), method.keyDigest());
        assertNotEquals(KeyDigests.random().of("open sesame"), method.keyDigest(), "another salt");
    }

    @Test
    void aLanguageThatNoTableHasIsReadByItsStructure() {
        Parsed<HostPolicy> parsed = Samples.read("synthetic-consec-unknown-language.txt");
        assertEquals(1, parsed.problems().size(), parsed.problems().toString());
        Rule rule = parsed.model().rules().get(0);
        assertEquals("Serwery", rule.name());
        assertEquals(Treatment.negotiate(Demand.REQUIRE, Demand.REQUEST), rule.treatment());
        assertEquals(6, rule.filters().get(0).protocol());
        assertEquals("10.1.0.0/16", rule.filters().get(0).source().text());
        assertEquals(List.of("ESP aes128 sha1"), labels(rule));
        assertFalse(parsed.toString().contains("sesame"), "the key is nowhere");
        assertTrue(parsed.model().unknown().stream().anyMatch(one -> one.label().equals("Wlaczona")));
    }

    @Test
    void gluedColumnsAreTakenApartAsFarAsTheyCan() {
        HostPolicy policy = Samples.text("""
                        Global Settings:
                        IPsec:
                        StrongCRLCheck1:Fail if revoked
                        SAIdleTimeMin5min
                        Main Mode:
                        KeyLifetime60min,0sess
                        """).model();
        Listed globals = policy.of(Listed.Kind.GLOBAL).get(0);
        assertEquals("1:Fail if revoked", globals.value("strongcrlcheck"));
        assertEquals("5min", globals.value("saidletime"));
        assertEquals("60min,0sess", globals.value("mmlifetime"));
    }

    @Test
    void whatAConsoleWrappedIsPutTogetherAgain() {
        String rule = new String(Samples.bytes("synthetic-consec.txt"), StandardCharsets.UTF_8)
                .replace("RequestOut,\n                                      ", "RequestOut,");
        StringBuilder wrapped = new StringBuilder();
        for (String line : rule.split("\n")) {
            String rest = line;
            while (rest.length() > 80) {
                wrapped.append(rest, 0, 80).append('\n');
                rest = rest.substring(80);
            }
            wrapped.append(rest).append('\n');
        }
        HostPolicy policy = Samples.text(wrapped.toString()).model();
        assertEquals(2, policy.rules().get(0).keying().mainMode().size());
        assertEquals(2, policy.rules().get(0).keying().quickMode().size());
    }

    @Test
    void associationsProfilesAndGlobalSettingsAreListed() {
        Parsed<HostPolicy> parsed = Samples.read("synthetic-monitor.txt");
        assertEquals(List.of(), parsed.problems());
        HostPolicy policy = parsed.model();
        assertEquals(List.of(), policy.unknown());
        assertEquals(List.of(), policy.rules());
        assertEquals(
                "192.0.2.1 - 192.0.2.2",
                policy.of(Listed.Kind.MAIN_MODE_SA).get(0).name());
        assertEquals(
                "0123456789abcdef:fedcba9876543210",
                policy.of(Listed.Kind.MAIN_MODE_SA).get(0).value("cookies"));
        assertEquals(
                "ESP:SHA1-AES128+60min+100000kb",
                policy.of(Listed.Kind.QUICK_MODE_SA).get(0).value("qmoffers"));
        assertEquals("public", policy.of(Listed.Kind.PROFILE).get(0).name());
        assertEquals(
                "NeighborDiscovery,DHCP", policy.of(Listed.Kind.GLOBAL).get(0).value("exemptions"));
    }

    @Test
    void objectsOfCmdletsFindTheirSetsAndFilters() {
        Parsed<HostPolicy> parsed = Samples.read("synthetic-netipsec.json");
        assertEquals(List.of(), parsed.problems());
        Rule rule = parsed.model().rules().get(0);
        assertEquals("Isolation", rule.name());
        assertEquals(new Origin(Origin.Kind.GPO, "Domain isolation"), rule.origin());
        assertEquals(Treatment.negotiate(Demand.REQUIRE, Demand.REQUEST), rule.treatment());
        assertEquals(Set.of(NetworkProfile.DOMAIN), rule.profiles());
        assertEquals(2, rule.filters().get(0).destination().ranges().size());
        assertEquals(6, rule.filters().get(0).protocol());
        assertEquals(List.of("ESP aesgcm128 aesgmac128", "AH sha1 + ESP none sha1"), labels(rule));
        assertEquals("aes256 sha384 dh20", rule.keying().mainMode().get(0).label());
        assertEquals("dh14", rule.keying().pfsGroup());
        assertEquals(AuthMethod.Kind.KERBEROS, rule.keying().firstAuth().get(0).kind());
        assertEquals(
                Samples.DIGESTS.of("open sesame"),
                rule.keying().firstAuth().get(1).keyDigest());
        assertEquals(new Place("synthetic-netipsec.json", 9), rule.placeOf("inbound"));
        assertTrue(rule.settings().stream().anyMatch(one -> one.label().equals("Novelty")), "unknown ones are kept");
    }

    @Test
    void cutJsonKeepsWhatStandsBeforeTheCut() {
        byte[] whole = Samples.bytes("synthetic-netipsec.json");
        Parsed<HostPolicy> parsed = Samples.parse("cut", Arrays.copyOf(whole, 900));
        assertEquals("Isolation", parsed.model().rules().get(0).name());
        assertFalse(parsed.problems().isEmpty());
    }

    @Test
    void aRuleOfTheRegistryIsOneOfNetsh() {
        Parsed<HostPolicy> parsed = Samples.read("synthetic-consec.reg");
        Rule rule = parsed.model().rules().get(0);
        assertEquals("Files", rule.name());
        assertEquals(Treatment.negotiate(Demand.REQUIRE, Demand.REQUEST), rule.treatment());
        assertTrue(rule.filters().get(0).destinationPorts().contains(445));
        assertEquals(
                "Made up policy", parsed.model().assignedPolicy().orElseThrow().name());
        assertEquals(List.of(), parsed.problems());
        assertEquals(
                new Place("synthetic-consec.reg", 12),
                parsed.model().legacyPolicies().get(0).settings().stream()
                        .filter(one -> one.label().equals("Polling-Interval"))
                        .findFirst()
                        .orElseThrow()
                        .place());
    }

    @Test
    void textOfAnyOtherKindIsNoPolicy() {
        Parsed<HostPolicy> parsed = Samples.text("Dear colleague,\n\nplease look at the rule: it is wrong.\n");
        assertEquals(List.of(), parsed.model().rules());
        assertEquals(1, parsed.problems().size());
        assertEquals(2, parsed.model().unknown().size());
    }

    @Test
    void aValueThatFillsTheConsoleIsNotJoinedWithTheNextLabel() {
        String label = "MainModeSecMethods:                   DHGroup14-AES256-SHA256,DHGroup2-3DES-SHA1";
        assertEquals(80, label.length());
        HostPolicy policy = Samples.text("Rule Name:                            Full\nEndpoint1:    Any\n"
                        + "Endpoint2:    Any\nAction:       RequireInRequireOut\n" + label
                        + "\nMainModeKeyLifetime:                  480min,0sess\n")
                .model();
        Keying keying = policy.rules().get(0).keying();
        assertEquals(
                "[aes256 sha256 dh14, 3des sha1 dh2]",
                keying.mainMode().stream().map(MainModeOffer::label).toList().toString());
        assertEquals(28_800, keying.mainMode().get(0).seconds());
    }
}
