package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.policy.LegacyPolicy.Assigned;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

/** Listings and scripts of netsh ipsec; all inputs are synthetic, made after the documentation. */
class LegacyListingTest {
    @Test
    void aPolicyHasItsRulesFiltersActionsAndOffers() {
        Parsed<HostPolicy> parsed = Samples.read("synthetic-static.txt");
        assertEquals(List.of(), parsed.problems());
        HostPolicy policy = parsed.model();
        LegacyPolicy assigned = policy.assignedPolicy().orElseThrow();
        assertEquals("Server (Request Security)", assigned.name());
        assertEquals(
                List.of("3des sha1 dh2", "des md5 dh1"),
                assigned.mainMode().stream().map(MainModeOffer::label).toList());
        assertEquals(3, policy.rules().size());
        Rule all = policy.rules().get(0);
        assertEquals("All IP Traffic", all.name());
        assertEquals(Treatment.negotiate(Demand.REQUEST, Demand.REQUEST), all.treatment());
        assertEquals("me <-> any, protocol any", all.filters().get(0).label());
        assertEquals(
                List.of("ESP 3des sha1", "AH sha1"),
                all.keying().quickMode().stream().map(QuickModeOffer::label).toList());
        assertEquals(300, all.keying().quickMode().get(1).seconds());
        assertEquals(
                List.of("Kerberos (computer)"),
                all.keying().firstAuth().stream().map(AuthMethod::label).toList());
        assertEquals(Treatment.PERMIT, policy.rules().get(1).treatment());
        assertEquals(1, policy.rules().get(1).filters().get(0).protocol());
        assertEquals(Treatment.RESPOND, policy.rules().get(2).treatment());
        policy.rules().forEach(rule -> assertTrue(policy.isInForce(rule), rule.name()));
    }

    @Test
    void anActionMayBeNamedBeforeItIsTold() {
        HostPolicy policy = Samples.text("""
                        Policy Name             : P
                        Assigned                : YES
                        Rule ID                 : 1
                        FilterList Name         : All
                        FilterAction Name       : Permit
                        Authentication Methods(1)
                            KERBEROS

                        FilterAction Name       : Permit
                        Action                  : PERMIT
                        """).model();
        assertEquals(Treatment.PERMIT, policy.rules().get(0).treatment());
    }

    @Test
    void aScriptMakesTheSamePolicyAsItsListing() {
        Parsed<HostPolicy> parsed = Samples.read("synthetic-dump.txt");
        assertEquals(List.of(), parsed.problems());
        HostPolicy policy = parsed.model();
        assertEquals(Assigned.YES, policy.legacyPolicies().get(0).assigned());
        assertEquals(1, policy.rules().size(), "the script switches the default response rule off");
        Rule rule = policy.rules().get(0);
        assertEquals("File server", rule.name());
        assertEquals(
                "me <-> 10.2.0.5 port 445, protocol TCP", rule.filters().get(0).label());
        assertEquals(Treatment.negotiate(Demand.REQUIRE, Demand.REQUIRE), rule.treatment());
        assertEquals(
                List.of("3des sha1 dh2", "3des md5 dh2"),
                rule.keying().mainMode().stream().map(MainModeOffer::label).toList());
        assertEquals(
                List.of("ESP 3des sha1", "ESP 3des md5"),
                rule.keying().quickMode().stream().map(QuickModeOffer::label).toList());
        assertEquals(3600, rule.keying().quickMode().get(0).seconds());
        assertEquals("mainmode", rule.keying().pfsGroup());
        assertEquals(
                List.of("pre-shared key", "certificate (computer) of CN=Made up CA, mapped to an account"),
                rule.keying().firstAuth().stream().map(AuthMethod::label).toList());
        assertEquals(
                Samples.DIGESTS.of("open sesame"),
                rule.keying().firstAuth().get(0).keyDigest());
        assertFalse(policy.toString().contains("sesame"), "the key is nowhere");
        assertEquals(new Place("synthetic-dump.txt", 10), rule.place());
    }

    @Test
    void aPolicyThatSaysNothingOfItHasTheDefaultResponseRule() {
        HostPolicy policy = Samples.text("add policy name=P assign=yes\n").model();
        assertEquals(Treatment.RESPOND, policy.rules().get(0).treatment());
        assertEquals("P", policy.rules().get(0).policy());
    }

    @Test
    void onePolicyOfTheDirectoryReplacesALocalOne() {
        HostPolicy policy = Samples.text("""
                        Policy Name              : Local one
                        Store                    : Local Store
                        Assigned                 : YES

                        Source Machine           : Local Computer GPO for <HOST>
                        GPO Name                 : Isolation GPO
                        Local IPSec Policy Name  : Local one
                        AD IPSec Policy Name     : Domain one
                        """).model();
        LegacyPolicy inForce = policy.assignedPolicy().orElseThrow();
        assertEquals("Domain one", inForce.name());
        assertEquals(new Origin(Origin.Kind.GPO, "Isolation GPO"), inForce.origin());
    }

    @Test
    void dynamicFiltersHaveTheOffersOfThePoliciesThatTheyName() {
        HostPolicy policy = Samples.text("""
                        netsh ipsec dynamic add mmpolicy name=m mmsecmethods="3DES-SHA1-2"
                        netsh ipsec dynamic add qmpolicy name=q soft=yes pfsgroup=NOPFS qmsecmethods="ESP[DES,MD5]:100k/300s"
                        netsh ipsec dynamic add rule srcaddr=me dstaddr=10.0.0.0 dstmask=8 mmpolicy=m qmpolicy=q protocol=any actioninbound=negotiate actionoutbound=negotiate kerberos=yes
                        """).model();
        Rule rule = policy.rules().get(0);
        assertEquals(Origin.Kind.DYNAMIC, rule.origin().kind());
        assertEquals(Treatment.negotiate(Demand.REQUIRE, Demand.REQUEST), rule.treatment());
        assertEquals("3des sha1 dh2", rule.keying().mainMode().get(0).label());
        assertEquals("ESP des md5", rule.keying().quickMode().get(0).label());
        assertEquals("none", rule.keying().pfsGroup());
        assertTrue(policy.isInForce(rule), "what is in memory acts");
    }

    @Test
    void anErrorOfNetshIsAProblem() {
        Parsed<HostPolicy> parsed = Samples.text("ERR IPsec[05073] : Unable to open the policy store.\n");
        assertTrue(
                parsed.problems().get(0).what().contains("05073"),
                parsed.problems().toString());
    }

    /** Commands by the help of the tools; made up, as all scripts here. */
    @Test
    void commandsOfIpseccmdMakeStoredRules() {
        Parsed<HostPolicy> parsed = Samples.text("""
                C:\\>ipseccmd -w REG -p "Servers":30 -r "Files" -f 0+10.*.*.*:445:TCP -n ESP[3DES,SHA]100000K/900SP INPASS -a PRESHARE:"open sesame" KERBEROS -1s 3DES-SHA-2 -x
                ipseccmd -w REG -p "Servers" -r "Default" -f DEFAULT -a KERBEROS
                """);
        HostPolicy policy = parsed.model();
        assertEquals(List.of(), parsed.problems());
        assertEquals("Servers", policy.assignedPolicy().orElseThrow().name());
        Rule files = policy.rules().get(0);
        assertEquals("Files", files.name());
        assertTrue(policy.isInForce(files), "its policy is assigned");
        assertEquals(
                "me <-> 10.0.0.0/8 port 445, protocol TCP",
                files.filters().get(0).label());
        assertEquals("request inbound, require outbound", files.treatment().label());
        Keying keying = files.keying();
        assertEquals(
                Samples.DIGESTS.of("open sesame"), keying.firstAuth().get(0).keyDigest());
        assertEquals("Kerberos (computer)", keying.firstAuth().get(1).label());
        assertEquals("3des sha1 dh2", keying.mainMode().get(0).label());
        assertEquals("ESP 3des sha1", keying.quickMode().get(0).label());
        assertEquals(900, keying.quickMode().get(0).seconds());
        assertEquals("mainmode", keying.pfsGroup());
        assertEquals(Treatment.Kind.RESPOND, policy.rules().get(1).treatment().kind());
        assertFalse(parsed.toString().contains("sesame"), "the key is nowhere");
    }

    @Test
    void commandsOfIpseccmdWithoutAStoreAreDynamicAndMayPermitOrBlock() {
        HostPolicy policy = Samples.text(
                        "ipsecpol -f 0=192.0.2.1 [0+192.0.2.9:53:UDP] (*+0:23:TCP) -n ESP[DES,MD5] -soft\n"
                                + "ipseccmd show all\n")
                .model();
        assertEquals(
                List.of("require inbound, request outbound", "permit in clear", "block"),
                policy.rules().stream().map(rule -> rule.treatment().label()).toList());
        assertTrue(policy.rules().stream().allMatch(rule -> rule.origin().kind() == Origin.Kind.DYNAMIC));
        assertTrue(policy.rules().stream().allMatch(policy::isInForce));
        assertFalse(policy.rules().get(0).filters().get(0).isMirrored());
        assertEquals(
                "any <-> me port 23, protocol TCP",
                policy.rules().get(2).filters().get(0).label());
    }

    @Test
    void aSecondListingOfTheSamePolicyAddsNothing() {
        byte[] listing = Samples.bytes("synthetic-static.txt");
        HostPolicy once = Samples.parse("once", listing).model();
        HostPolicy twice = Policies.parse(
                        "host",
                        List.of(new Policies.Document("stored", listing), new Policies.Document("in force", listing)),
                        PolicyLimits.DEFAULT,
                        Samples.DIGESTS)
                .model();
        assertEquals(
                once.rules().stream().map(Rule::name).toList(),
                twice.rules().stream().map(Rule::name).toList());
        assertEquals(
                once.legacyPolicies().get(0).mainMode().size(),
                twice.legacyPolicies().get(0).mainMode().size());
    }
}
