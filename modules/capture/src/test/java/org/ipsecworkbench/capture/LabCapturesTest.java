package org.ipsecworkbench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.testing.Golden;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine says of every lab capture, held against texts that were read and found right. */
class LabCapturesTest {

    static List<Path> captures() throws IOException {
        return LabCaptures.all();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void verdictPairsAndReasonsStayAsTheyWereFoundRight(Path file) throws IOException {
        Golden.check(file.resolveSibling(file.getFileName().toString().replace(".pcap", ".txt")), text(coverage(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "a01_clear_office, CLEAR",
        "b01_ikev1_psk_transport, ENCRYPTED",
        "e03_ikev2_untrusted_ca_then_clear, CLEAR",
        "i01_partial_pairs, MIXED",
        "n01_ah_ikev1, INTEGRITY_ONLY",
        "o01_esp_null_ikev2, INTEGRITY_ONLY",
        "c01_ikev1_psk_mismatch, INSUFFICIENT"
    })
    void eachScenarioOfTheArticleHasItsOwnVerdict(String name, Verdict verdict) throws IOException {
        assertEquals(verdict, coverage(LabCaptures.get(name)).verdict());
    }

    /** The sum over whatever is told apart is the whole. */
    @ParameterizedTest
    @MethodSource("captures")
    void nothingIsCountedTwiceOrLost(Path file) throws IOException {
        Coverage coverage = coverage(file);
        Count all = new Count(coverage.packets(), coverage.bytes());
        assertEquals(all, sum(coverage.classes().values().stream().toList()));
        assertEquals(all, sum(coverage.flows().stream().map(Flow::count).toList()));
        assertEquals(
                all.packets(),
                coverage.series().packets().values().stream()
                        .flatMapToLong(java.util.Arrays::stream)
                        .sum());
        assertEquals(
                all.bytes(),
                coverage.series().bytes().values().stream()
                        .flatMapToLong(java.util.Arrays::stream)
                        .sum());
        for (int i = 0; i < coverage.pairs().size(); i++) {
            int at = i;
            assertEquals(
                    sum(coverage.flows().stream()
                            .filter(flow -> flow.pair() == at)
                            .map(Flow::count)
                            .toList()),
                    sum(coverage.pairs().get(i).classes().values().stream().toList()));
        }
    }

    private static Coverage coverage(Path file) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            return capture.coverage();
        }
    }

    private static Count sum(List<Count> counts) {
        return counts.stream().reduce(Count.ZERO, Count::plus);
    }

    private static String text(Coverage c) {
        StringBuilder text = new StringBuilder();
        text.append(c.verdict().key()).append('\n');
        c.reasons().forEach(reason -> text.append("  ").append(reason).append('\n'));
        for (HostPair pair : c.pairs()) {
            text.append('\n').append(pair.a()).append(" - ").append(pair.b());
            text.append(pair.network().isEmpty() ? "" : " (" + pair.network() + ")")
                    .append('\n');
            text.append(String.format(
                    Locale.ROOT, "  %s, confidence %.2f%n", pair.verdict().key(), pair.confidence()));
            text.append("  ").append(classes(pair.classes())).append('\n');
            text.append("  a to b: ").append(direction(pair.aToB())).append('\n');
            text.append("  b to a: ").append(direction(pair.bToA())).append('\n');
            pair.reasons().forEach(reason -> text.append("  ").append(reason).append('\n'));
        }
        text.append('\n').append(c.start()).append(" to ").append(c.end()).append('\n');
        text.append(classes(c.classes())).append('\n');
        text.append(c.truncatedPackets())
                .append(" truncated, ")
                .append(c.malformedPackets())
                .append(" malformed\n");
        c.problems().forEach(p -> text.append(p.where() + ": " + p.what()).append('\n'));
        return text.toString();
    }

    private static String classes(Map<TrafficClass, Count> classes) {
        return classes.entrySet().stream()
                .map(e -> e.getKey().key() + " " + e.getValue().packets() + "/"
                        + e.getValue().bytes())
                .collect(Collectors.joining(", "));
    }

    private static String direction(Direction d) {
        return String.format(
                Locale.ROOT,
                "encrypted %d, readable %d, unproven %d, clear %d, exempt %d, undecidable %d",
                d.encrypted().packets(),
                d.readable().packets(),
                d.unproven().packets(),
                d.clear().packets(),
                d.exempt().packets(),
                d.undecidable().packets());
    }
}
