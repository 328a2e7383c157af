package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.policy.PolicyFinding.Kind;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Findings of made-up policies: each kind appears where it should, and not where it should not. */
class FindingsTest {
    private static final String MODERN =
            "netsh advfirewall consec add rule name=%s endpoint1=any endpoint2=%s action=%s"
                    + " auth1=computerkerb qmsecmethods=%s+60min+100000kb %s\n";
    private static final String STRONG = "esp:sha256-aes256";

    private static List<PolicyFinding> find(Kind kind, String text) {
        return Findings.of(Samples.text(text).model()).stream()
                .filter(one -> one.kind() == kind)
                .toList();
    }

    private static String modern(String name, String peer, String action, String offers, String more) {
        return String.format(MODERN, name, peer, action, offers, more);
    }

    private static String legacy(String filter, String rule) {
        return "add policy name=P activatedefaultrule=no assign=yes\nadd filterlist name=L\n"
                + "add filter filterlist=L srcaddr=me dstaddr=any protocol=any " + filter
                + "\nadd filteraction name=A action=negotiate qmsecmethods=\"ESP[3DES,SHA1]:100000k/900s\"\n"
                + "add rule name=R policy=P filterlist=L filteraction=A kerberos=yes " + rule + "\n";
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsExplained(Kind kind) {
        assertFalse(Findings.title(kind).isEmpty());
    }

    @Test
    void rulesForTheSameTrafficAreAmbiguousOrDouble() {
        String one = modern("One", "10.0.0.0/8", "requireinrequireout", STRONG, "");
        List<PolicyFinding> found =
                find(Kind.AMBIGUOUS, one + modern("Two", "10.0.0.0-10.255.255.255", "requestinrequestout", STRONG, ""));
        assertEquals(1, found.size());
        assertTrue(
                found.get(0).statement().contains("\"One\" and \"Two\""),
                found.get(0).statement());
        assertEquals(2, found.get(0).places().size());
        String twin = one + modern("Two", "10.0.0.0/8", "requireinrequireout", STRONG, "");
        assertEquals(1, find(Kind.SHADOWED, twin).size());
        assertEquals(0, find(Kind.AMBIGUOUS, twin).size());
        String narrower = one + modern("Two", "10.0.0.0/16", "requestinrequestout", STRONG, "");
        assertEquals(0, find(Kind.AMBIGUOUS, narrower).size());
        String apart = modern("One", "10.0.0.0/8", "requireinrequireout", STRONG, "profile=domain")
                + modern("Two", "10.0.0.0/8", "requestinrequestout", STRONG, "profile=public");
        assertEquals(0, find(Kind.AMBIGUOUS, apart).size());
    }

    @Test
    void aWayBackIsNeededInTransportModeAndWrongInATunnel() {
        assertEquals(1, find(Kind.NOT_MIRRORED, legacy("mirrored=no", "")).size());
        assertEquals(0, find(Kind.NOT_MIRRORED, legacy("mirrored=yes", "")).size());
        String both = legacy("mirrored=no", "")
                .replace(
                        "add filteraction",
                        "add filter filterlist=L srcaddr=any dstaddr=me protocol=any mirrored=no\nadd filteraction");
        assertEquals(0, find(Kind.NOT_MIRRORED, both).size());
        assertEquals(
                1,
                find(Kind.MIRRORED_TUNNEL, legacy("mirrored=yes", "tunnel=10.0.0.9"))
                        .size());
        assertEquals(
                0,
                find(Kind.MIRRORED_TUNNEL, legacy("mirrored=no", "tunnel=10.0.0.9"))
                        .size());
    }

    @Test
    void weakAlgorithmsAreNamedOnceWithAllWhoOfferThem() {
        List<PolicyFinding> found = find(
                Kind.WEAK_ALGORITHM,
                modern("One", "10.0.0.1", "requireinrequireout", "esp:sha256-3des", "")
                        + modern("Two", "10.0.0.2", "requireinrequireout", "esp:sha256-3des", ""));
        assertEquals(1, found.size());
        assertEquals(
                "3des is offered by rule \"One\", rule \"Two\".", found.get(0).statement());
        assertTrue(found.get(0).why().contains("RFC 8221"), found.get(0).why());
        assertEquals(
                0,
                find(Kind.WEAK_ALGORITHM, modern("One", "any", "requireinrequireout", STRONG, ""))
                        .size());
    }

    @Test
    void integrityBeforeEncryptionIsTold() {
        assertEquals(
                "Rule \"One\" offers no encryption at all.",
                find(Kind.NOT_ENCRYPTED, modern("One", "any", "requireinrequireout", "esp:sha256-none", ""))
                        .get(0)
                        .statement());
        assertEquals(
                0,
                find(Kind.NOT_ENCRYPTED, modern("One", "any", "requireinrequireout", STRONG, ""))
                        .size());
    }

    @Test
    void aHostThatNeverAsksIsTold() {
        assertEquals(
                1,
                find(Kind.RESPOND_ONLY, "add policy name=P activatedefaultrule=yes assign=yes\n")
                        .size());
        assertEquals(
                1,
                find(Kind.RESPOND_ONLY, modern("One", "any", "noauthentication", STRONG, ""))
                        .size());
        assertEquals(0, find(Kind.RESPOND_ONLY, legacy("mirrored=yes", "")).size());
        assertEquals(0, Findings.of(HostPolicy.EMPTY).size());
    }

    @Test
    void twoGenerationsAndOpenKeyModulesAreTold() {
        String modern = modern("One", "any", "requireinrequireout", STRONG, "");
        assertEquals(
                1,
                find(Kind.TWO_GENERATIONS, modern + "pushd ipsec static\n" + legacy("mirrored=yes", ""))
                        .size());
        assertEquals(0, find(Kind.TWO_GENERATIONS, modern).size());
        assertEquals(1, find(Kind.CHANGED_DEFAULT, modern).size());
        assertFalse(Findings.needsAttention(Kind.CHANGED_DEFAULT));
        assertTrue(Findings.needsAttention(Kind.AMBIGUOUS));
    }

    @Test
    void aDefaultPolicyIsComparedWithWhatWindowsComesWith() {
        String shipped = "add policy name=\"Server (Request Security)\" activatedefaultrule=yes assign=yes\n"
                + "add filterlist name=L\nadd filter filterlist=L srcaddr=me dstaddr=any protocol=any mirrored=yes\n"
                + "add filteraction name=A action=negotiate inpass=yes soft=%s qmsecmethods=\"ESP[3DES,SHA1]:100000k/900s"
                + " ESP[DES,SHA1]:100000k/900s AH[SHA1]:100000k/300s AH[MD5]:100000k/300s\"\n"
                + "add rule name=R policy=\"Server (Request Security)\" filterlist=L filteraction=A %s\n";
        assertEquals(List.of(), find(Kind.CUSTOMISED, String.format(shipped, "yes", "kerberos=yes")));
        List<String> changed = find(Kind.CUSTOMISED, String.format(shipped, "no", "psk=secret")).stream()
                .map(PolicyFinding::statement)
                .toList();
        assertEquals(2, changed.size(), changed.toString());
        assertTrue(changed.get(0).contains("action of the rule for me <-> any"), changed.get(0));
        assertTrue(changed.get(1).contains("pre-shared key"), changed.get(1));
    }
}
