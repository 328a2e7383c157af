package org.ipsecworkbench.diagnosis.check.key;

import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Association;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.diagnosis.tool.KeyTest;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Rule;
import org.openide.util.lookup.ServiceProvider;

/** Whether two hosts that authenticate by a pre-shared key have the same one, by digests; no key is kept or shown. */
@ServiceProvider(service = Check.class, position = 400)
public final class KeyCheck implements Check {
    @Override
    public String key() {
        return "key";
    }

    @Override
    public String question() {
        return "Where hosts authenticate by a pre-shared key, is it the same one on both?";
    }

    @Override
    public String explanation() {
        return "A pre-shared key is a password that two hosts have in common; one letter of difference, and nothing works.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        return Needs.of(host, Needs::policies);
    }

    @Override
    public List<Finding> examine(Scene scene) {
        return scene.ofPairs(pair -> List.of(examine(pair)));
    }

    private static Finding examine(Pair pair) {
        if (isTried(pair.ofOne()) && isTried(pair.ofOther())) {
            return tried(pair);
        }
        Optional<AuthMethod> one = key(pair.ofOne());
        Optional<AuthMethod> other = key(pair.ofOther());
        if (one.isEmpty() || other.isEmpty()) {
            return Finding.of(
                    "no-key",
                    pair.names(),
                    Verdict.NOT_APPLICABLE,
                    0.9,
                    "Not both of " + pair.label() + " authenticate by a pre-shared key",
                    List.of(),
                    "Rules on both that name a pre-shared key.");
        }
        List<Evidence> evidence = List.of(
                pair.one().at(one.get().place(), "pre-shared key"),
                pair.other().at(other.get().place(), "pre-shared key"));
        if (one.get().keyDigest().isEmpty() || other.get().keyDigest().isEmpty()) {
            return Finding.of(
                    "key-unread",
                    pair.names(),
                    Verdict.INCONCLUSIVE,
                    0,
                    "Whether the pre-shared keys of " + pair.label()
                            + " are equal is not known, since one was not read",
                    evidence,
                    "Listings with the keys of both.");
        }
        boolean isSame = one.get().keyDigest().equals(other.get().keyDigest());
        return isSame
                ? Finding.of(
                        "keys-equal",
                        pair.names(),
                        Verdict.OK,
                        0.97,
                        "The pre-shared keys of " + pair.label() + " are equal",
                        evidence,
                        "A key that is typed anew, or one with letters beyond ASCII, which Windows may encode in two ways.")
                : Finding.of(
                                "keys-differ",
                                pair.names(),
                                Verdict.FAILED,
                                0.97,
                                "The pre-shared keys of " + pair.label() + " differ",
                                evidence,
                                "Equal keys in later listings.")
                        .remedied("type the same key on both");
    }

    private static boolean isTried(Effective effective) {
        Rule rule = effective.rule();
        return rule != null && rule.name().equals(KeyTest.RULE);
    }

    /** The rules of the test are in force: either the hosts negotiate by them, or the authentication is not to blame. */
    private static Finding tried(Pair pair) {
        Optional<Association> sa = pair.one().associations().stream()
                .filter(one -> pair.other().addresses().contains(one.remote()))
                .findFirst();
        return sa.isPresent()
                ? Finding.of(
                                "key-test-passed",
                                pair.names(),
                                Verdict.ATTENTION,
                                0.9,
                                "With a key for a test " + pair.label()
                                        + " negotiate: what they authenticate by otherwise is to blame",
                                List.of(sa.get().evidence()),
                                "No SA while the rules of the test are in force.")
                        .remedied("look at Kerberos or certificates, then undo the test")
                : Finding.of(
                        "key-test-waits",
                        pair.names(),
                        Verdict.INCONCLUSIVE,
                        0,
                        "The rules of the test are in force between " + pair.label() + ", and there is no SA yet",
                        List.of(),
                        "An SA, after they sent each other something.");
    }

    private static Optional<AuthMethod> key(Effective effective) {
        return Optional.ofNullable(effective.rule())
                .flatMap(rule -> rule.keying().firstAuth().stream()
                        .filter(method -> method.kind() == AuthMethod.Kind.PRESHARED_KEY)
                        .findFirst());
    }

    @Override
    public String next() {
        return "policy";
    }
}
