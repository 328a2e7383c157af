package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.ipsecworkbench.policy.testing.Samples;
import org.ipsecworkbench.policy.testing.Swanctl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds predictions against what real strongSwan hosts of the lab negotiated; their titles say what that was. */
class ScenarioPredictionTest {
    @ParameterizedTest
    @CsvSource({
        "b01_ikev1_psk_transport, ENCRYPTED, ",
        "c01_ikev1_psk_mismatch, FAILS, pre-shared key",
        "c02_ikev2_psk_mismatch, FAILS, pre-shared key",
        "d01_ikev1_cert_ok, ENCRYPTED, ",
        "d02_ikev2_cert_ok, ENCRYPTED, ",
        "g01_ikev1_phase1_no_proposal, FAILS, main mode encryption",
        "g02_ikev1_quickmode_no_proposal, FAILS, ESP encryption",
        "g03_ikev2_no_proposal_chosen, FAILS, main mode encryption",
        "g05_ikev2_invalid_ke_retry_ok, ENCRYPTED, ",
        "g08_ikev2_authmethod_mismatch, FAILS, authentication method",
        "n01_ah_ikev1, INTEGRITY_ONLY, ",
        "o01_esp_null_ikev2, INTEGRITY_ONLY, ",
        "p01_ipv6_ikev2_transport, ENCRYPTED, ",
        "f04_ikev2_crl_ok_strict, ENCRYPTED, ",
        "j01_ikev2_rekey_child_ike, ENCRYPTED, ",
        "j03_ikev2_reauth_gap, ENCRYPTED, ",
        "m05_cookie_challenge, ENCRYPTED, ",
        "m08_ipcomp, ENCRYPTED, ",
        "o04_esp_null_natt, INTEGRITY_ONLY, ",
        "q02_ikev1_frag_bigcert, ENCRYPTED, ",
        "q04_ikev2_ipfrag, ENCRYPTED, ",
        "q06_esp_ip_fragments, ENCRYPTED, ",
    })
    void theOutcomeAndWhatDivergesFirstAreThoseOfTheLab(String scenario, Outcome outcome, String diverges)
            throws IOException {
        Path hosts = Samples.shared("captures")
                .resolve("scenarios")
                .resolve(scenario)
                .resolve("hosts");
        String alice = Files.readString(hosts.resolve("alice").resolve("swanctl.conf"));
        String bob = Files.readString(hosts.resolve("bob").resolve("swanctl.conf"));
        String from = Swanctl.value(alice, "local_addrs");
        String to = Swanctl.value(bob, "local_addrs");
        Flow flow = Flow.parse("tcp " + from + " " + to);
        Prediction prediction = Predictor.predict(Swanctl.policy("alice", alice), Swanctl.policy("bob", bob), flow);
        assertEquals(outcome, prediction.there().outcome(), prediction.there().toString());
        Divergence divergence = prediction.there().divergence();
        assertEquals(diverges, divergence == null ? null : divergence.attribute());
    }

    @ParameterizedTest
    @CsvSource({"g05_ikev2_invalid_ke_retry_ok, dh19"})
    void theGroupThatIsChosenIsTheOneOfTheLab(String scenario, String group) throws IOException {
        Path hosts = Samples.shared("captures")
                .resolve("scenarios")
                .resolve(scenario)
                .resolve("hosts");
        String alice = Files.readString(hosts.resolve("alice").resolve("swanctl.conf"));
        String bob = Files.readString(hosts.resolve("bob").resolve("swanctl.conf"));
        Flow flow = Flow.parse("tcp " + Swanctl.value(alice, "local_addrs") + " " + Swanctl.value(bob, "local_addrs"));
        DirectedPrediction there = Predictor.predict(Swanctl.policy("alice", alice), Swanctl.policy("bob", bob), flow)
                .there();
        ProofStep chosen = there.steps().stream()
                .filter(step -> step.id().equals("m3"))
                .findFirst()
                .orElseThrow();
        assertEquals("The first offer that both have is aes128 sha256 " + group + ".", chosen.why());
    }

    private static Prediction predict(String scenario, String service, UnaryOperator<HostPolicy> as)
            throws IOException {
        Path hosts = Samples.shared("captures")
                .resolve("scenarios")
                .resolve(scenario)
                .resolve("hosts");
        String alice = Files.readString(hosts.resolve("alice").resolve("swanctl.conf"));
        String bob = Files.readString(hosts.resolve("bob").resolve("swanctl.conf"));
        Flow flow = Flow.parse(
                "tcp " + Swanctl.value(alice, "local_addrs") + " " + Swanctl.value(bob, "local_addrs") + service);
        return Predictor.predict(as.apply(Swanctl.policy("alice", alice)), as.apply(Swanctl.policy("bob", bob)), flow);
    }

    @Test
    void twoThatOnlyRespondStayInClearAsInTheLab() throws IOException {
        Prediction prediction = predict("h01_both_passive_clear", "", Swanctl::responding);
        assertEquals(Outcome.CLEAR_BY_DESIGN, prediction.outcome());
        assertEquals(Role.RESPOND, prediction.there().sender().role());
    }

    @Test
    void onlyTheTrafficOfTheSelectorsIsProtectedAsInTheLab() throws IOException {
        assertEquals(
                Outcome.ENCRYPTED,
                predict("i02_partial_by_port", ":445", policy -> policy).outcome());
        assertEquals(
                Outcome.CLEAR_BY_DESIGN,
                predict("i02_partial_by_port", ":80", policy -> policy).outcome());
    }

    /** The lab's certificate has expired there, or no common root is trusted, which no policy tells. */
    @ParameterizedTest
    @ValueSource(strings = {"e01_ikev2_responder_cert_expired", "e03_ikev2_untrusted_ca_then_clear"})
    void whatNoPolicyTellsIsAnAssumption(String scenario) throws IOException {
        DirectedPrediction there = predict(scenario, "", policy -> policy).there();
        assertEquals(Outcome.ENCRYPTED, there.outcome());
        assertTrue(
                there.facts().stream().anyMatch(fact -> fact.key().equals("certificates-work")),
                there.facts().toString());
    }
}
