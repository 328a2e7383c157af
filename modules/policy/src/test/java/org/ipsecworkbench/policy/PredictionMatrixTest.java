package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
}
