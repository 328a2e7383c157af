package org.ipsecworkbench.diagnosis.tool;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyDraft;
import org.ipsecworkbench.policy.Flow;

/**
 * The test of the chain with an authentication that cannot fail: a rule on both hosts, for these two alone, with a random key
 * that nobody sees. It requests and never requires, so that it cuts nothing off, and removes itself.
 */
public final class KeyTest {
    /** The name of the rule, by which the checks know it. */
    public static final String RULE = "IPsec Workbench key test";

    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyTest() {}

    /** None where one of the hosts has no connection security rules. */
    public static List<Remedy> of(Pair pair) {
        if (!isModern(pair.one()) || !isModern(pair.other())) {
            return List.of();
        }
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        // Digits and letters alone: anything else Windows may encode in two ways.
        String key = HexFormat.of().formatHex(bytes);
        RemedyDraft draft = Remedy.draft(
                "key-test/" + pair.one().name() + "+" + pair.other().name(),
                pair.one().name(),
                "Try a pre-shared key between " + pair.label(),
                Remedy.Risk.SECURITY,
                "Administrators of the hosts can read the key while the rules are there. If the hosts negotiate then,"
                        + " algorithms, filters and the path are right, and what they authenticate by otherwise is to blame.");
        // One family, where the hosts have several.
        Flow flow = pair.prediction().there().flow();
        String one = flow.source().text();
        String other = flow.destination().text();
        add(draft, pair.one(), one, other, key);
        add(draft, pair.other(), other, one, key);
        return draft.on(pair.one().name())
                .attempt("ping", "-n", "2", other)
                .forTest()
                .done();
    }

    private static boolean isModern(HostFacts host) {
        return host.platform().isKnown() && !host.platform().isLegacy();
    }

    private static void add(RemedyDraft draft, HostFacts host, String own, String peer, String key) {
        draft.on(host.name())
                .run(
                        "netsh",
                        "advfirewall",
                        "consec",
                        "add",
                        "rule",
                        "name=" + RULE,
                        "endpoint1=" + own,
                        "endpoint2=" + peer,
                        "action=requestinrequestout",
                        "auth1=computerpsk",
                        "auth1psk=" + key,
                        "qmsecmethods=esp:sha1-aes128+60min+100000kb")
                .undo("netsh", "advfirewall", "consec", "delete", "rule", "name=" + RULE)
                .restsOn(host.evidence(), Commands.LOCAL_RULES);
    }
}
