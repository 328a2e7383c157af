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
                List.of("pre-shared key", "certificate (computer) of CN=Made up CA"),
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
}
