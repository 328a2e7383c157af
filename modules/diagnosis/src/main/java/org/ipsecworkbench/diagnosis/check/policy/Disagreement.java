package org.ipsecworkbench.diagnosis.check.policy;

import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.ProofStep;

/** In what two policies disagree, by the step of the prediction that fails. */
enum Disagreement {
    MAIN_MODE("main-mode-mismatch", "The main mode offers of %s have nothing in common"),
    QUICK_MODE("quick-mode-mismatch", "The quick mode offers of %s have nothing in common"),
    KEYS("keys-differ", "The pre-shared keys of %s differ"),
    AUTHENTICATION("authentication-mismatch", "The authentication methods of %s have nothing in common"),
    KEY_MODULE("key-module-mismatch", "The key modules of %s have nothing in common"),
    SELECTORS("selectors-mismatch", "The rules of %s are about different traffic"),
    MODE("mode-mismatch", "The rules of %s differ in transport and tunnel mode"),
    PFS("pfs-mismatch", "%s do not ask for the same perfect forward secrecy");

    private final String key;
    private final String statement;

    Disagreement(String key, String statement) {
        this.key = key;
        this.statement = statement;
    }

    /** By the step's number and, where several share one, by what it is about. */
    static Disagreement of(ProofStep step) {
        return switch (step.id()) {
            case "m1" -> KEY_MODULE;
            case "m3" -> MAIN_MODE;
            case "m4" -> step.ofSender().equals(step.ofReceiver()) ? KEYS : AUTHENTICATION;
            case "m5" -> SELECTORS;
            default ->
                switch (step.title()) {
                    case "Mode" -> MODE;
                    case "Perfect forward secrecy" -> PFS;
                    default -> QUICK_MODE;
                };
        };
    }

    String key() {
        return key;
    }

    String statement(Pair pair) {
        return statement.formatted(pair.label());
    }

    Finding remedied(Finding finding, Pair pair, DirectedPrediction prediction) {
        return switch (this) {
            case MAIN_MODE -> Offers.mainMode(finding, pair, prediction);
            case QUICK_MODE -> finding.remedied("offer the same cipher on both", Offers.quickMode(pair));
            case KEYS -> finding.remedied("type the same key on both");
            default -> finding.remedied(clause(prediction.cure()));
        };
    }

    /** A sentence as the end of another one. */
    private static String clause(String sentence) {
        return sentence.isEmpty()
                ? ""
                : Character.toLowerCase(sentence.charAt(0))
                        + sentence.substring(1).replaceAll("\\.$", "");
    }
}
