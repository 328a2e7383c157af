package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ipsecworkbench.policy.ComparedValue.Standing;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two policies beside each other; all listings are synthetic. */
class PolicyComparisonTest {
    private static final String RULE = "netsh advfirewall consec add rule name=\"%s\" endpoint1=any endpoint2=%s"
            + " action=%s auth1=computerpsk auth1psk=\"%s\" qmsecmethods=%s\n";
    private static final String AES = "esp:sha1-aes128+60min+100000kb";

    private static HostPolicy read(String text) {
        return Samples.text(text).model();
    }

    private static List<ComparedValue> differences(HostPolicy one, HostPolicy other) {
        return PolicyComparison.of(one, other).stream()
                .filter(value -> value.standing().isDifference())
                .toList();
    }

    @Test
    void whatDiffersComesFirstWithBothPlaces() {
        HostPolicy one =
                read(String.format(RULE, "A", "10.0.0.0/8", "requestinrequestout", "open sesame", AES) + "# later\n");
        HostPolicy other = read("# later\n"
                + String.format(
                        RULE, "A", "10.0.0.0/255.0.0.0", "requireinrequestout", "open barley", "esp:sha256-aes256"));
        List<ComparedValue> all = PolicyComparison.of(one, other);
        assertEquals(
                new ComparedValue(
                        "Rule \"A\"",
                        "action",
                        Standing.DIFFERS,
                        "request inbound, request outbound",
                        "require inbound, request outbound",
                        new Place("text", 1),
                        new Place("text", 2)),
                all.get(0));
        assertEquals(
                List.of("action", "pre-shared key", "quick mode offers"),
                differences(one, other).stream().map(ComparedValue::attribute).toList());
        assertEquals("another key", all.get(1).ofSecond());
        assertFalse(all.toString().contains("sesame"), "no key is shown");
        assertTrue(
                all.stream()
                        .anyMatch(value -> value.attribute().equals("quick mode lifetimes")
                                && value.standing() == Standing.NOT_READ),
                "what one listing does not tell is no difference");
        assertTrue(
                all.stream().anyMatch(value -> value.attribute().equals("filter") && value.standing() == Standing.SAME),
                "however the same addresses are written");
    }

    @Test
    void aRuleOfAnotherNameIsKnownByItsTraffic() {
        HostPolicy english = read(String.format(RULE, "Files", "10.2.0.5", "requestinrequestout", "x", AES));
        HostPolicy german = read(String.format(RULE, "Dateien", "10.2.0.5", "requestinrequestout", "x", AES));
        assertEquals(List.of(), differences(english, german));
    }

    @Test
    void whatOnlyOneHasIsOneLine() {
        String both = String.format(RULE, "A", "10.0.0.0/8", "requestinrequestout", "x", AES);
        String more = String.format(RULE, "B", "10.2.0.5", "noauthentication", "x", AES);
        List<ComparedValue> found = differences(read(both), read(both + more));
        assertEquals(1, found.size(), found.toString());
        assertEquals(Standing.ONLY_SECOND, found.get(0).standing());
        assertEquals(
                "permit in clear, any <-> 10.2.0.5, protocol any", found.get(0).ofSecond());
        assertEquals(
                Standing.ONLY_FIRST,
                differences(read(both + more), read(both)).get(0).standing());
    }

    @Test
    void filtersAreComparedOneByOneAndTheirOrderIsNone() {
        String policy = "add policy name=P assign=yes\nadd filterlist name=L\n%sadd filteraction name=A action=permit\n"
                + "add rule name=R policy=P filterlist=L filteraction=A\n";
        String one = "add filter filterlist=L srcaddr=me dstaddr=10.2.0.5 protocol=TCP mirrored=yes\n";
        String other = "add filter filterlist=L srcaddr=10.2.0.6 dstaddr=me protocol=TCP mirrored=yes\n";
        String turned = "add filter filterlist=L srcaddr=me dstaddr=10.2.0.6 protocol=TCP mirrored=yes\n";
        assertEquals(
                List.of(),
                differences(read(String.format(policy, one + other)), read(String.format(policy, turned + one))));
        List<ComparedValue> found =
                differences(read(String.format(policy, one)), read(String.format(policy, one + other)));
        assertEquals(
                List.of("filter"), found.stream().map(ComparedValue::attribute).toList());
        assertEquals("10.2.0.6 <-> me, protocol TCP", found.get(0).ofSecond());
    }

    @Test
    void whatWasCustomisedIsADifferenceFromWhatWindowsComesWith() {
        HostPolicy policy = read("""
                pushd ipsec static
                add policy name="Server (Request Security)" activatedefaultrule=yes mmsecmethods="3DES-SHA1-2" assign=yes
                add filterlist name="All IP Traffic"
                add filter filterlist="All IP Traffic" srcaddr=me dstaddr=any protocol=ANY mirrored=yes
                add filteraction name=Hard action=negotiate inpass=no soft=no qmsecmethods="ESP[3DES,SHA1]:100000k/900s"
                add rule name="All IP Traffic" policy="Server (Request Security)" filterlist="All IP Traffic" filteraction=Hard kerberos=yes
                """);
        HostPolicy shipped = PolicyComparison.shippedFor(policy);
        assertEquals(1, shipped.legacyPolicies().size(), "the others are not there to compare with");
        List<String> found = differences(policy, shipped).stream()
                .map(value -> value.subject() + ": " + value.attribute())
                .toList();
        assertTrue(found.contains("Policy \"Server (Request Security)\": main mode offers"), found.toString());
        assertTrue(
                found.contains("Rule \"All IP Traffic\" of policy \"Server (Request Security)\": action"),
                found.toString());
        assertEquals(
                3,
                PolicyComparison.shippedFor(HostPolicy.EMPTY).legacyPolicies().size());
    }

    static List<String> listings() {
        return Samples.SYNTHETIC;
    }

    @ParameterizedTest
    @MethodSource("listings")
    void aPolicyDoesNotDifferFromItself(String listing) {
        HostPolicy policy = Samples.read(listing).model();
        assertEquals(List.of(), differences(policy, policy));
        byte[] again =
                ("\r\n" + new String(Samples.bytes(listing), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of(), differences(policy, Samples.parse(listing, again).model()));
        assertTrue(PolicyComparison.of(policy, policy).stream().allMatch(one -> one.standing() == Standing.SAME));
    }
}
