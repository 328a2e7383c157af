package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

class PredictionMatrixTest {
    private static final Service FILES = new Service(6, 445);
    private static final String RULE = "netsh advfirewall consec add rule name=R endpoint1=any endpoint2=10.0.0.0/24"
            + " action=%s auth1=computerkerb qmsecmethods=esp:sha256-aes256+60min+100000kb\n";

    private static Host host(String name, String text, String address) {
        return new Host(
                Samples.parse(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .model()
                        .named(name),
                Objects.requireNonNull(AddressRange.parse(address)));
    }

    private static List<Host> hosts() {
        String require = String.format(RULE, "requireinrequireout");
        return List.of(
                host("one", require, "10.0.0.1"),
                host("two", require, "10.0.0.2"),
                // The rule is about one network only, and these two are outside of it.
                host("outside", require, "192.0.2.1"),
                host("far", require, "192.0.2.2"),
                host("bare", "# nothing\n", "10.0.0.9"));
    }

    @Test
    void everyCellIsWhatThePairItselfComesTo() {
        PredictionMatrix matrix = PredictionMatrix.of(hosts(), FILES);
        assertEquals(3, matrix.kinds());
        assertEquals(List.of(0, 0, 1, 1, 2), kinds(matrix));
        for (int from = 0; from < hosts().size(); from++) {
            for (int to = 0; to < hosts().size(); to++) {
                if (from != to) {
                    Prediction cell = matrix.cell(matrix.kindOf(from), matrix.kindOf(to));
                    assertNotNull(cell);
                    PredictionMatrix.Verdict verdict = matrix.verdict(matrix.kindOf(from), matrix.kindOf(to));
                    assertEquals(new PredictionMatrix.Verdict(cell.outcome(), cell.isRespondOnly()), verdict);
                    assertEquals(matrix.trace(from, to).outcome(), cell.outcome(), from + " to " + to);
                    assertEquals(matrix.trace(from, to).confidence(), cell.confidence(), 1e-9);
                }
            }
        }
        assertNull(matrix.cell(2, 2), "a single host has no pair with itself");
    }

    private static List<Integer> kinds(PredictionMatrix matrix) {
        List<Integer> kinds = new ArrayList<>();
        for (int i = 0; i < matrix.hosts().size(); i++) {
            kinds.add(matrix.kindOf(i));
        }
        return kinds;
    }

    @Test
    void countsAreThoseOfOrderedPairs() {
        Map<Outcome, Long> counts = PredictionMatrix.of(hosts(), FILES).counts();
        assertEquals(20, counts.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(2, counts.get(Outcome.CLEAR_BY_DESIGN), "of the two outside with each other");
        assertEquals(10, counts.get(Outcome.ENCRYPTED));
    }

    /** Hosts of many kinds, alike in what they negotiate or not. */
    private static List<Host> many(int count) {
        Random random = new Random(11);
        List<Host> hosts = new ArrayList<>();
        String[] actions = {"requestinrequestout", "requireinrequestout", "requireinrequireout", "noauthentication"};
        for (int i = 0; i < count; i++) {
            String rule = "netsh advfirewall consec add rule name=R" + i + " endpoint1=any endpoint2="
                    + (random.nextBoolean() ? "any" : "10.0.0." + (1 + random.nextInt(count))) + " action="
                    + actions[random.nextInt(actions.length)] + " auth1="
                    + (random.nextBoolean() ? "computerkerb" : "computercert")
                    + (random.nextInt(4) == 0 ? " auth2=userkerb" : "") + " qmsecmethods="
                    + (random.nextBoolean() ? "esp:sha256-aes256+" : "ah:sha1+") + (5 + i) + "min+100000kb"
                    + (random.nextInt(3) == 0
                            ? " protocol=tcp port1=any port2=" + (random.nextBoolean() ? 445 : 80)
                            : "")
                    + "\n"
                    + (random.nextInt(5) == 0
                            ? "netsh advfirewall mainmode add rule name=M" + i + " endpoint2=10.0.0."
                                    + (1 + random.nextInt(count))
                                    + " auth1=computerkerb mmsecmethods=dhgroup14:aes256-sha256\n"
                            : "");
            hosts.add(host("host" + i, rule, "10.0.0." + (i + 1)));
        }
        return hosts;
    }

    @Test
    void whatIsPredictedOnceForManyIsWhatEachPairComesTo() {
        PredictionMatrix matrix = PredictionMatrix.of(many(40), FILES);
        assertTrue(matrix.isWhole());
        assertEquals(40, matrix.kinds());
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (int from = 0; from < 40; from++) {
            for (int to = 0; to < 40; to++) {
                if (from != to) {
                    Prediction whole = matrix.trace(from, to);
                    PredictionMatrix.Verdict verdict = matrix.verdict(matrix.kindOf(from), matrix.kindOf(to));
                    assertEquals(
                            new PredictionMatrix.Verdict(whole.outcome(), whole.isRespondOnly()),
                            verdict,
                            from + " to " + to);
                    outcomes.add(whole.outcome());
                }
            }
        }
        assertTrue(outcomes.size() >= 4, "chance made too few outcomes: " + outcomes);
    }

    @Test
    void whoWatchesSeesWhatIsKnownAndEndsIt() {
        List<Integer> known = new ArrayList<>();
        PredictionMatrix matrix = PredictionMatrix.of(many(10), FILES, (done, all, soFar) -> {
            assertEquals(10, all);
            PredictionMatrix partial = soFar.get();
            assertFalse(partial.isWhole());
            assertNotNull(partial.verdict(done - 1, 0 == done - 1 ? 1 : 0));
            known.add(
                    partial.counts().values().stream().mapToInt(Long::intValue).sum());
            return done < 3;
        });
        assertEquals(List.of(9, 18, 27), known);
        assertFalse(matrix.isWhole());
        assertNull(matrix.verdict(3, 0), "it was not predicted any more");
    }

    @Test
    void oneWordInTimeDoesNotMakeAWholeOnePartial() {
        assertTrue(PredictionMatrix.of(many(3), FILES, (done, all, soFar) -> done < all)
                .isWhole());
    }

    @Test
    void hostsWithAddressesOfIpv6ArePredictedToo() {
        String rule =
                "netsh advfirewall consec add rule name=R endpoint1=2001:db8::/32 endpoint2=2001:db8::/32 action=requireinrequireout"
                        + " auth1=computerkerb qmsecmethods=esp:sha256-aes256+60min+100000kb\n";
        PredictionMatrix matrix = PredictionMatrix.of(
                List.of(
                        host("one", rule, "2001:db8::1"),
                        host("two", rule, "2001:db8::2"),
                        host("outside", rule, "2001:dead::1")),
                FILES);
        assertEquals(Outcome.ENCRYPTED, matrix.trace(0, 1).outcome());
        assertEquals(Outcome.CLEAR_BY_DESIGN, matrix.trace(2, 0).outcome());
        assertEquals(2, matrix.counts().get(Outcome.ENCRYPTED));
    }
}
