package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values changed without a host; all policies are synthetic. */
class WhatIfTest {
    private static final Flow FLOW = Flow.parse("tcp 10.0.0.1 10.0.0.2:445");
    private static final int RUNS = 1200;

    private final Random random = new Random(7);

    private static HostPolicy modern(String action, String more) {
        String auth = more.contains("auth1=") ? "" : " auth1=computerkerb ";
        return Samples.text("netsh advfirewall consec add rule name=R endpoint1=any endpoint2=any action=" + action
                        + auth + " " + more + "\n")
                .model();
    }

    private static HostPolicy apply(HostPolicy policy, String change) {
        return WhatIf.apply(policy, FLOW, Side.DESTINATION, Change.parse(change));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action=requestinrequestout | FAILS | CLEAR_BY_FALLBACK",
                "quickmode=esp:sha256-aes256 | FAILS | ENCRYPTED",
                "quickmode+=ESP:SHA256-AES256+60min+100000kb | FAILS | ENCRYPTED",
                "mainmode=DHGroup14-AES256-SHA256 | FAILS | FAILS",
                "auth=computercert | FAILS | FAILS",
            })
    void oneValueIsChangedAndPredictedAgain(String change, Outcome before, Outcome after) {
        HostPolicy one = modern("requireinrequireout", "qmsecmethods=esp:sha256-aes256+60min+100000kb");
        HostPolicy other = modern("requireinrequireout", "qmsecmethods=esp:sha1-aes128+60min+100000kb");
        assertEquals(before, Predictor.predict(one, other, FLOW).outcome());
        HostPolicy changed = apply(other, change);
        HostPolicy source = change.startsWith("action") ? apply(one, change) : one;
        assertEquals(after, Predictor.predict(source, changed, FLOW).outcome());
    }

    @Test
    void addingToWhatWasNotReadAddsToTheDefaults() {
        HostPolicy policy = apply(modern("requireinrequireout", ""), "mainmode+=DHGroup14-AES256-SHA256");
        assertEquals(
                "[aes128 sha1 dh2, 3des sha1 dh2, aes256 sha256 dh14]",
                policy.rules().get(0).keying().mainMode().stream()
                        .map(MainModeOffer::label)
                        .toList()
                        .toString());
    }

    @Test
    void whereNoRuleActsAnActionMakesOne() {
        HostPolicy none = HostPolicy.EMPTY.named("SRV1");
        HostPolicy asking = modern("requireinrequestout", "");
        assertEquals(
                Outcome.BLOCKED, Predictor.predict(none, asking, FLOW).there().outcome());
        HostPolicy given = WhatIf.apply(none, FLOW, Side.SOURCE, Change.parse("action=requestinrequestout"));
        assertEquals(
                Outcome.INTEGRITY_ONLY,
                Predictor.predict(given, asking, FLOW).there().outcome());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> apply(none, "pfs=DHGroup14"));
        assertTrue(refused.getMessage().startsWith("No rule of SRV1 acts"), refused.getMessage());
    }

    @Test
    void aMainModeRuleIsChangedWhereItCounts() {
        HostPolicy policy = Samples.text("""
                netsh advfirewall consec add rule name=R endpoint1=any endpoint2=any action=requireinrequireout auth1=computerkerb
                netsh advfirewall mainmode add rule name=M mmsecmethods=dhgroup2:3des-sha1 auth1=computerkerb
                """).model();
        assertEquals(1, policy.mainModeRules().size());
        HostPolicy changed = apply(policy, "mainmode=DHGroup14-AES256-SHA256");
        assertEquals(
                "aes256 sha256 dh14",
                changed.mainModeRules().get(0).keying().mainMode().get(0).label());
    }

    @ParameterizedTest
    @CsvSource({
        "action=maybe",
        "auth=fingerprint",
        "mainmode=AES",
        "quickmode=AES",
        "pfs=DHGroup99",
        "keymodule=IKEv9",
        "auth2=computerpsk",
        "colour=red",
        "action",
        "action=",
        "pfs+=DHGroup14",
    })
    void whatMeansNothingIsToldInWords(String change) {
        HostPolicy policy = modern("requireinrequireout", "");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> apply(policy, change));
        assertTrue(refused.getMessage().length() > 30, refused.getMessage());
    }

    @Test
    void aChangeIsWrittenAsItIsRead() {
        for (Attribute attribute : Attribute.values()) {
            Change change = new Change(attribute, attribute.isList(), attribute.example());
            assertEquals(change, Change.parse(change.text()));
            assertNotNull(apply(modern("requireinrequireout", ""), change.text()));
        }
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    private HostPolicy made() {
        if (random.nextInt(4) == 0) {
            return Samples.text("add policy name=P activatedefaultrule=" + any("yes", "no") + " assign=yes\n"
                            + "add filterlist name=L\nadd filter filterlist=L srcaddr=me dstaddr=any mirrored=yes\n"
                            + "add filteraction name=A action=" + any("permit", "negotiate inpass=yes soft=yes")
                            + " qmsecmethods=\"" + any("ESP[3DES,SHA1]", "ESP[DES,MD5]", "AH[SHA1]")
                            + ":100000k/900s\"\n" + any("", "add rule name=R policy=P filterlist=L filteraction=A ")
                            + any("kerberos=yes", "rootca=\"CN=A\"") + "\n")
                    .model();
        }
        return modern(
                any("requestinrequestout", "requireinrequestout", "requireinrequireout", "noauthentication"),
                "auth1=" + any("computerkerb", "computercert auth1ca=CN=A") + " mmsecmethods="
                        + any("dhgroup2:aes128-sha1", "dhgroup14:aes256-sha256", "dhgroup14:aes256-sha256")
                        + " qmsecmethods="
                        + any(
                                "esp:sha1-aes128+60min+100000kb",
                                "ah:sha1+esp:sha1-3des",
                                "ah:sha256",
                                "authnoencap:sha1")
                        + any("", "", " auth2=userkerb", " auth2=userntlm,anonymous", " auth2=usercert keymodule=ikev1")
                        + " qmpfs=" + any("none", "dhgroup14", "mainmode", "ecdhp256"));
    }

    /** The cure of a value that diverges cures it: what may diverge then is another one. */
    @Test
    void aProposedChangeCuresWhatItIsProposedFor() {
        Map<Attribute, Integer> tried = new EnumMap<>(Attribute.class);
        for (int run = 0; run < RUNS; run++) {
            HostPolicy one = made();
            HostPolicy other = made();
            DirectedPrediction before = Predictor.predict(one, other, FLOW).there();
            ProposedChange proposed = before.change();
            if (proposed == null) {
                continue;
            }
            tried.merge(proposed.change().attribute(), 1, Integer::sum);
            boolean isSource = proposed.side() == Side.SOURCE;
            HostPolicy changed = WhatIf.apply(isSource ? one : other, FLOW, proposed.side(), proposed.change());
            DirectedPrediction after = Predictor.predict(isSource ? changed : one, isSource ? other : changed, FLOW)
                    .there();
            assertNotEquals(before.why() + before.cure(), after.why() + after.cure(), before.toString());
            Divergence divergence = after.divergence();
            Divergence cured = before.divergence();
            assertTrue(
                    divergence == null
                            || cured == null
                            || !divergence.attribute().equals(cured.attribute()),
                    () -> before.cure() + " left " + divergence);
        }
        assertTrue(
                tried.size() >= 5 && tried.values().stream().allMatch(times -> times > 5),
                "too few kinds of cures were tried: " + tried);
    }
}
