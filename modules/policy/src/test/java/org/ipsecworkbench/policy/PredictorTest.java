package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles and negotiations of made-up policies; both matrices cell by cell, as policy-model.md 4.1 and 4.2 have them. */
class PredictorTest {
    private static final Flow FLOW = Flow.parse("tcp 10.0.0.1 10.0.0.2:445");
    private static final String OFFERS = "qmsecmethods=\"ESP[3DES,SHA1]:100000k/900s\"";
    private static final Map<String, String> ACTIONS = Map.of(
            "PERMIT", "action=permit",
            "BLOCK", "action=block",
            "REQ", "action=negotiate inpass=yes soft=yes " + OFFERS,
            "RQI", "action=negotiate inpass=yes soft=no " + OFFERS,
            "RQS", "action=negotiate inpass=no soft=no " + OFFERS);

    private static HostPolicy legacy(String role) {
        String policy =
                "add policy name=P activatedefaultrule=" + (role.equals("RESP") ? "yes" : "no") + " assign=yes\n";
        String rule = !ACTIONS.containsKey(role)
                ? ""
                : "add filterlist name=L\nadd filter filterlist=L srcaddr=me dstaddr=any protocol=any mirrored=yes\n"
                        + "add filteraction name=A " + ACTIONS.get(role) + "\n"
                        + "add rule name=R policy=P filterlist=L filteraction=A kerberos=yes\n";
        return Samples.text(policy + rule).model().named(role);
    }

    private static HostPolicy modern(String action, String more) {
        return Samples.text("netsh advfirewall consec add rule name=R endpoint1=any endpoint2=any action=" + action
                        + " auth1=computerkerb " + more + "\n")
                .model()
                .named(action);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,    CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, BLOCKED, CLEAR_BY_DESIGN, CLEAR_BY_FALLBACK, FAILS, BLOCKED",
        "PERMIT,  CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, BLOCKED, CLEAR_BY_DESIGN, BLOCKED, FAILS, FAILS",
        "BLOCK,   BLOCKED, BLOCKED, BLOCKED, BLOCKED, BLOCKED, BLOCKED, BLOCKED",
        "RESP,    CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, BLOCKED, CLEAR_BY_DESIGN, ENCRYPTED, ENCRYPTED, FAILS",
        "REQ,     CLEAR_BY_FALLBACK, BLOCKED, BLOCKED, ENCRYPTED, ENCRYPTED, ENCRYPTED, ENCRYPTED",
        "RQI,     FAILS, FAILS, BLOCKED, ENCRYPTED, ENCRYPTED, ENCRYPTED, ENCRYPTED",
        "RQS,     FAILS, FAILS, BLOCKED, ENCRYPTED, ENCRYPTED, ENCRYPTED, ENCRYPTED",
    })
    void theLegacyMatrixIsTheOneOfTheModel(
            String sender,
            String none,
            String permit,
            String block,
            String respond,
            String req,
            String rqi,
            String rqs) {
        List<String> roles = List.of("NONE", "PERMIT", "BLOCK", "RESP", "REQ", "RQI", "RQS");
        List<String> wanted = List.of(none, permit, block, respond, req, rqi, rqs);
        for (int i = 0; i < roles.size(); i++) {
            DirectedPrediction found = Predictor.predict(legacy(sender), legacy(roles.get(i)), FLOW)
                    .there();
            assertEquals(wanted.get(i), found.outcome().name(), sender + " to " + roles.get(i) + ": " + found.why());
            assertTrue(found.confidence() > 0 && found.confidence() <= 0.95 * 0.95, "no surer than what was read");
        }
    }

    /** Columns: no rule, noauthentication, request/none, request/request, require/request, require/require. */
    @ParameterizedTest
    @CsvSource({
        "none,                 CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, BLOCKED, BLOCKED",
        "noauthentication,     CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, BLOCKED, BLOCKED",
        "requestinclearout,    CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, CLEAR_BY_DESIGN, BLOCKED, BLOCKED",
        "requestinrequestout,  CLEAR_BY_FALLBACK, CLEAR_BY_FALLBACK, ENCRYPTED, ENCRYPTED, ENCRYPTED, ENCRYPTED",
        "requireinrequestout,  CLEAR_BY_FALLBACK, CLEAR_BY_FALLBACK, ENCRYPTED, ENCRYPTED, ENCRYPTED, ENCRYPTED",
        "requireinrequireout,  FAILS, FAILS, ENCRYPTED, ENCRYPTED, ENCRYPTED, ENCRYPTED",
    })
    void theModernMatrixIsTheOneOfTheModel(
            String sender,
            String none,
            String exempt,
            String boundary,
            String request,
            String requireIn,
            String require) {
        List<String> actions = List.of(
                "none",
                "noauthentication",
                "requestinclearout",
                "requestinrequestout",
                "requireinrequestout",
                "requireinrequireout");
        List<String> wanted = List.of(none, exempt, boundary, request, requireIn, require);
        for (int i = 0; i < actions.size(); i++) {
            DirectedPrediction found = Predictor.predict(acting(sender), acting(actions.get(i)), FLOW)
                    .there();
            assertEquals(wanted.get(i), found.outcome().name(), sender + " to " + actions.get(i) + ": " + found.why());
            assertTrue(found.confidence() > 0 && found.confidence() <= 0.95 * 0.95, "no surer than what was read");
        }
    }

    private static HostPolicy acting(String action) {
        return action.equals("none")
                ? HostPolicy.EMPTY.named("none")
                : modern(action, "qmsecmethods=esp:sha1-aes128+60min+100000kb");
    }

    /** Whatever two hosts have, of whatever generation, comes to something, and never by an exception. */
    @Test
    void everyPairOfRolesOfBothGenerationsIsPredicted() {
        List<HostPolicy> all = new ArrayList<>();
        List.of("NONE", "PERMIT", "BLOCK", "RESP", "REQ", "RQI", "RQS").forEach(role -> all.add(legacy(role)));
        List.of("noauthentication", "requestinclearout", "requestinrequestout", "requireinrequireout")
                .forEach(action -> all.add(acting(action)));
        for (HostPolicy one : all) {
            for (HostPolicy other : all) {
                Prediction prediction = Predictor.predict(one, other, FLOW);
                assertTrue(prediction.outcome() != Outcome.UNKNOWN, one.name() + " to " + other.name());
                assertEquals(
                        prediction.there().outcome(),
                        Predictor.predict(other, one, FLOW.reverse()).back().outcome(),
                        "whoever is named first");
            }
        }
    }

    @Test
    void respondOnlyOnBothSidesIsClearWithAWordAboutIt() {
        Prediction prediction = Predictor.predict(legacy("RESP"), legacy("RESP"), FLOW);
        assertEquals(Outcome.CLEAR_BY_DESIGN, prediction.outcome());
        assertNull(prediction.there().divergence());
        assertTrue(
                prediction.there().cure().contains("requests IPsec"),
                prediction.there().cure());
    }

    @Test
    void aFailureOfTwoThatOnlyRequestStaysClear() {
        Prediction prediction = Predictor.predict(
                modern("requestinrequestout", "qmsecmethods=esp:sha1-aes128+60min+100000kb"),
                modern("requestinrequestout", "qmsecmethods=esp:sha256-aes256+60min+100000kb"),
                FLOW);
        assertEquals(Outcome.CLEAR_BY_FALLBACK, prediction.outcome());
        Divergence divergence = prediction.there().divergence();
        assertNotNull(divergence);
        assertEquals("ESP encryption", divergence.attribute());
        assertEquals("aes128", divergence.ofSender());
        assertEquals("aes256", divergence.ofReceiver());
        assertTrue(
                prediction.there().cure().contains("ESP aes256 sha256"),
                prediction.there().cure());
    }

    @Test
    void theDefaultOffersGiveIntegrityWithoutEncryption() {
        Prediction prediction =
                Predictor.predict(modern("requireinrequestout", ""), modern("requireinrequestout", ""), FLOW);
        assertEquals(Outcome.INTEGRITY_ONLY, prediction.outcome());
        assertTrue(prediction.confidence() < 0.3, "nothing of it was read");
    }

    @Test
    void eachStepNamesWhereItsValuesStand() {
        DirectedPrediction there =
                Predictor.predict(legacy("REQ"), legacy("RQS"), FLOW).there();
        ProofStep offers = there.steps().get(there.steps().size() - 1);
        assertEquals("Quick mode offers", offers.title());
        assertEquals("text, line 4", offers.senderEvidence().get(0).label());
    }

    @Test
    void valuesStandOnTheSideOfTheirHostAlsoWhereTheReceiverBegins() {
        HostPolicy asking = Samples.text("""
                add policy name=P activatedefaultrule=no assign=yes
                add filterlist name=L
                add filter filterlist=L srcaddr=me dstaddr=any protocol=any mirrored=yes
                add filteraction name=A action=negotiate inpass=yes soft=yes qmsecmethods="ESP[3DES,SHA1]:100000k/900s"
                add rule name=R policy=P filterlist=L filteraction=A rootca="CN=Made up"
                """).model();
        DirectedPrediction there =
                Predictor.predict(legacy("RESP"), asking, FLOW).there();
        Divergence divergence = there.divergence();
        assertNotNull(divergence, there.toString());
        assertTrue(divergence.ofReceiver().contains("CN=Made up"), divergence.toString());
        assertTrue(there.steps().stream().anyMatch(step -> step.ofReceiver().contains("CN=Made up")), there.toString());
    }

    @Test
    void aChangeOfOneValueIsPredictedWithoutAHost() {
        HostPolicy one = modern("requireinrequireout", "qmsecmethods=esp:sha1-aes128+60min+100000kb");
        HostPolicy other = modern("requireinrequireout", "qmsecmethods=esp:sha256-aes256+60min+100000kb");
        assertEquals(Outcome.FAILS, Predictor.predict(one, other, FLOW).outcome());
        Rule before = other.rules().get(0);
        HostPolicy cured =
                other.with(before, before.withKeying(one.rules().get(0).keying()));
        assertEquals(Outcome.ENCRYPTED, Predictor.predict(one, cured, FLOW).outcome());
    }

    @Test
    void equallySpecificRulesAreAmbiguous() {
        HostPolicy policy = Samples.text("""
                        netsh advfirewall consec add rule name=One endpoint1=any endpoint2=any action=requireinrequireout
                        netsh advfirewall consec add rule name=Two endpoint1=any endpoint2=any action=noauthentication
                        netsh advfirewall consec add rule name=Three endpoint1=any endpoint2=10.0.0.2 action=noauthentication
                        """).model();
        Effective narrow = EffectiveRules.of(policy, FLOW, Side.SOURCE);
        assertEquals(Role.PERMIT, narrow.role());
        assertFalse(narrow.isAmbiguous(), "the host route wins");
        assertEquals(
                List.of(Candidate.Standing.WINS, Candidate.Standing.LOSES, Candidate.Standing.LOSES),
                narrow.candidates().stream().map(Candidate::standing).toList());
        Effective wide = EffectiveRules.of(policy, Flow.parse("tcp 10.0.0.1 10.0.0.3:80"), Side.SOURCE);
        assertTrue(wide.isAmbiguous(), wide.why());
        assertTrue(wide.facts().stream().anyMatch(fact -> fact.key().equals("ambiguous")), "and that counts");
    }

    @Test
    void ikeAndMulticastAreExempt() {
        HostPolicy policy = modern("requireinrequireout", "");
        assertEquals(
                Role.EXEMPT,
                EffectiveRules.of(policy, Flow.parse("udp 10.0.0.1:500 10.0.0.2:500"), Side.SOURCE)
                        .role());
        assertEquals(
                Role.EXEMPT,
                EffectiveRules.of(policy, Flow.parse("udp 10.0.0.1 224.0.0.251:5353"), Side.SOURCE)
                        .role());
        assertEquals(
                Role.NEGOTIATE,
                EffectiveRules.of(policy, Flow.parse("icmp 10.0.0.1 10.0.0.2"), Side.SOURCE)
                        .role());
    }
}
