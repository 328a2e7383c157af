package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the output against the schema {@code ipsecwb/coverage/1}, which scripts rely on: every key, every type. */
class CoverageJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> CLASSES = Set.of(
            "esp",
            "esp-udp",
            "esp-tcp",
            "ah",
            "ah+esp",
            "ikev1",
            "ikev2",
            "authip",
            "nat-keepalive",
            "ipcomp",
            "icmp",
            "icmpv6",
            "arp",
            "clear",
            "non-ip",
            "undecidable");
    private static final Set<String> VERDICTS = Set.of(
            "encrypted",
            "integrity-only",
            "protected-unknown",
            "mixed",
            "clear",
            "authenticated-only",
            "insufficient",
            "inconclusive");

    /** Keys that the published schema has, and keys that were added to it since; none is ever taken away. */
    private static final List<String> CAPTURE = List.of(
            "file",
            "format",
            "linkTypes",
            "packets",
            "bytes",
            "start",
            "end",
            "truncatedPackets",
            "malformedPackets",
            "problems",
            "classes",
            "pairs",
            "verdict",
            "reasons");

    private static final List<String> PAIR =
            List.of("a", "b", "classes", "aToB", "bToA", "verdict", "confidence", "reasons");

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.list(Run.LAB)) {
            return files.filter(file -> file.toString().endsWith(".pcap"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everyCaptureHasTheKeysAndTypesOfTheSchema(Path file) throws IOException {
        JsonNode document = json("coverage", "--format", "json", file.toString());
        assertEquals("ipsecwb/coverage/1", document.get("schema").asText());
        assertEquals(1, document.get("captures").size());
        JsonNode capture = document.get("captures").get(0);
        has(capture, CAPTURE);
        assertEquals(file.toString(), capture.get("file").asText());
        assertEquals("pcap", capture.get("format").asText());
        texts(capture.get("linkTypes"));
        for (String count : List.of("packets", "bytes", "truncatedPackets", "malformedPackets")) {
            assertTrue(capture.get(count).isIntegralNumber(), count);
        }
        assertTrue(!Instant.parse(capture.get("end").asText())
                .isBefore(Instant.parse(capture.get("start").asText())));
        assertEquals(0, capture.get("problems").size());
        classes(capture.get("classes"));
        assertTrue(VERDICTS.contains(capture.get("verdict").asText()));
        texts(capture.get("reasons"));
        capture.get("pairs").forEach(CoverageJsonTest::pair);
    }

    private static void pair(JsonNode pair) {
        has(pair, PAIR);
        assertTrue(pair.get("a").isTextual() && pair.get("b").isTextual());
        assertTrue(pair.get("network").isNull() || pair.get("network").isTextual());
        classes(pair.get("classes"));
        for (String direction : List.of("aToB", "bToA")) {
            JsonNode its = pair.get(direction);
            has(its, List.of("protected", "confidential", "eligible"));
            boolean any = its.get("eligible").asLong() > 0;
            for (String share : List.of("protected", "confidential")) {
                JsonNode value = its.get(share);
                // Of nothing there is no share, not a share of 0.
                assertTrue(any ? value.isNumber() : value.isNull(), share);
                assertTrue(value.asDouble() >= 0 && value.asDouble() <= 1, share);
            }
        }
        assertTrue(VERDICTS.contains(pair.get("verdict").asText()));
        assertTrue(
                pair.get("confidence").asDouble() >= 0 && pair.get("confidence").asDouble() <= 1);
        texts(pair.get("reasons"));
    }

    private static void classes(JsonNode classes) {
        classes.fields().forEachRemaining(entry -> {
            assertTrue(CLASSES.contains(entry.getKey()), entry.getKey());
            assertTrue(entry.getValue().get("packets").isIntegralNumber());
            assertTrue(entry.getValue().get("bytes").isIntegralNumber());
            assertEquals(2, entry.getValue().size());
        });
    }

    @Test
    void pairsOfOneNetworkHaveNullAndOthersItsName() throws IOException {
        JsonNode pairs = json(
                        "coverage", "--format", "json", Run.lab("r01_vlan_qinq").toString())
                .get("captures")
                .get(0)
                .get("pairs");
        Set<String> networks = new TreeSet<>();
        pairs.forEach(pair -> networks.add(pair.get("network").asText()));
        assertEquals(Set.of("VLAN 42", "VLAN 43", "VLAN 100.42"), networks);
    }

    @Test
    void aCaptureThatCouldNotBeReadKeepsItsPlaceAndEveryKey() throws IOException {
        Run run = Run.of(
                "coverage", "--format", "json", Run.lab("a01_clear_office").toString(), "gone.pcap");
        assertEquals(4, run.exit());
        JsonNode gone = JSON.readTree(run.out()).get("captures").get(1);
        has(gone, CAPTURE);
        assertEquals("gone.pcap", gone.get("file").asText());
        for (String unknown : List.of("format", "packets", "bytes", "start", "end", "truncatedPackets", "verdict")) {
            assertTrue(gone.get(unknown).isNull(), unknown);
        }
        assertEquals(
                "gone.pcap does not exist.",
                gone.get("problems").get(0).get("what").asText());
        assertEquals(0, gone.get("pairs").size());
    }

    @Test
    void allThatCouldNotBeReadIsStillADocument() throws IOException {
        Run run = Run.of("coverage", "--format", "json", "gone.pcap");
        assertEquals(1, run.exit());
        assertEquals(1, JSON.readTree(run.out()).get("captures").size());
    }

    @Test
    void fileNamesAreQuotedAsJsonAsks() throws IOException {
        String name = "no \"such\" \\ file\t.pcap";
        Run run = Run.of("coverage", "--format", "json", name);
        assertEquals(
                name,
                JSON.readTree(run.out()).get("captures").get(0).get("file").asText());
    }

    @Test
    void aComparisonHasASchemaOfItsOwn() throws IOException {
        JsonNode document = json(
                "coverage",
                "--format",
                "json",
                "--before",
                Run.lab("a01_clear_office").toString(),
                "--after",
                Run.lab("b01_ikev1_psk_transport").toString());
        assertEquals("ipsecwb/comparison/1", document.get("schema").asText());
        has(document, List.of("before", "after", "outcome", "reasons", "changes"));
        has(document.get("before"), CAPTURE);
        has(document.get("after"), CAPTURE);
        assertTrue(document.get("outcome").isTextual());
        texts(document.get("reasons"));
        assertTrue(document.get("changes").size() > 0);
        for (JsonNode change : document.get("changes")) {
            has(change, List.of("a", "b", "network", "before", "after", "change", "reasons"));
        }
    }

    private static JsonNode json(String... arguments) throws IOException {
        Run run = Run.of(arguments);
        assertEquals("", run.err());
        return JSON.readTree(run.out());
    }

    private static void has(JsonNode object, List<String> keys) {
        List<String> missing = new ArrayList<>(keys);
        object.fieldNames().forEachRemaining(missing::remove);
        assertTrue(missing.isEmpty(), () -> "without " + missing + ": " + object);
    }

    private static void texts(JsonNode array) {
        assertTrue(array.isArray());
        array.forEach(text -> assertTrue(text.isTextual() && !text.asText().isBlank(), array::toString));
    }
}
