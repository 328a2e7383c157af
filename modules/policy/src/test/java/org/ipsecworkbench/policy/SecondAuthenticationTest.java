package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Second authentication, which AuthIP alone has. */
class SecondAuthenticationTest {
    private static final Flow FLOW = Flow.parse("tcp 10.0.0.1 10.0.0.2:445");

    private static HostPolicy host(String name, String more) {
        return Samples.text("netsh advfirewall consec add rule name=R endpoint1=any endpoint2=any"
                        + " action=requireinrequireout auth1=computerkerb qmsecmethods=esp:sha256-aes256+60min+100000kb "
                        + more + "\n")
                .model()
                .named(name);
    }

    private static DirectedPrediction predict(String one, String other) {
        return Predictor.predict(host("SRV1", one), host("SRV2", other), FLOW).there();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth2=userkerb | auth2=userkerb | ENCRYPTED | Kerberos (user)",
                "auth2=userntlm,userkerb | auth2=userkerb | ENCRYPTED | Kerberos (user)",
                "auth2=userkerb,anonymous | '' | ENCRYPTED | optional",
                "'' | auth2=userkerb,anonymous | ENCRYPTED | optional",
                "auth2=userkerb,anonymous | auth2=usercert,anonymous | ENCRYPTED | anonymous",
                "auth2=userkerb | '' | FAILS | no method for a second authentication in common",
                "'' | auth2=userkerb | FAILS | no method for a second authentication in common",
                "auth2=userkerb | auth2=usercert | FAILS | no method for a second authentication in common",
                "auth2=userkerb,anonymous | auth2=usercert | FAILS | no method for a second authentication in common",
            })
    void bothHaveToHaveItUnlessItIsOptional(String one, String other, Outcome outcome, String why) {
        DirectedPrediction prediction = predict(one, other);
        assertEquals(outcome, prediction.outcome());
        ProofStep step = prediction.steps().stream()
                .filter(each -> each.title().equals("Second authentication"))
                .findFirst()
                .orElseThrow();
        assertTrue(step.why().contains(why), step.why());
        assertTrue(prediction.facts().stream().anyMatch(fact -> fact.key().equals("second-authentication")));
    }

    @Test
    void whereNobodyHasItNothingIsSaidOfIt() {
        assertTrue(
                predict("", "").steps().stream().noneMatch(step -> step.title().equals("Second authentication")));
    }

    @ParameterizedTest
    @CsvSource({"keymodule=ikev1, ''", "'', keymodule=ikev2", "keymodule=authip, keymodule=ikev1"})
    void itNeedsAuthIpOnBothSides(String one, String other) {
        DirectedPrediction prediction = predict("auth2=userkerb " + one, "auth2=userkerb " + other);
        assertEquals(Outcome.FAILS, prediction.outcome());
        Divergence divergence = prediction.divergence();
        assertNotNull(divergence);
        assertEquals("key module", divergence.attribute());
        ProposedChange proposed = prediction.change();
        assertNotNull(proposed);
        assertEquals(Attribute.KEY_MODULE, proposed.change().attribute());
    }

    @Test
    void withAuthIpTheKeyModuleIsThatOne() {
        ProofStep module = predict("auth2=userkerb", "auth2=userkerb").steps().stream()
                .filter(step -> step.id().equals("m1"))
                .findFirst()
                .orElseThrow();
        assertEquals("Both can use AuthIP.", module.why());
    }

    @Test
    void aPolicyOfThePolicyAgentHasNone() {
        HostPolicy legacy = Samples.text("""
                add policy name=P activatedefaultrule=no assign=yes
                add filterlist name=L
                add filter filterlist=L srcaddr=me dstaddr=any mirrored=yes
                add filteraction name=A action=negotiate inpass=no soft=no qmsecmethods="ESP[3DES,SHA1]:100000k/900s"
                add rule name=R policy=P filterlist=L filteraction=A kerberos=yes
                """).model().named("OLD");
        DirectedPrediction prediction =
                Predictor.predict(host("SRV1", "auth2=userkerb"), legacy, FLOW).there();
        assertEquals(Outcome.FAILS, prediction.outcome());
        assertTrue(prediction.cure().contains("OLD has a policy of the Policy Agent"), prediction.cure());
    }

    @Test
    void whoOnlyRequestsFallsBackWhereNobodyAnswersAuthIp() {
        HostPolicy asking = Samples.text("netsh advfirewall consec add rule name=R endpoint1=any endpoint2=any"
                        + " action=requestinrequestout auth1=computerkerb auth2=userkerb\n")
                .model()
                .named("SRV1");
        HostPolicy without = Samples.text("netsh advfirewall consec add rule name=R endpoint1=any endpoint2=any"
                        + " action=requestinrequestout auth1=computerkerb keymodule=ikev2\n")
                .model()
                .named("SRV2");
        assertEquals(
                Outcome.CLEAR_BY_FALLBACK,
                Predictor.predict(asking, without, FLOW).there().outcome());
    }
}
