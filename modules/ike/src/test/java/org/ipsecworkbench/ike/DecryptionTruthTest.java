package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.testing.Captures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what keys open against what tshark opens with them, in the lab captures beside the project. */
class DecryptionTruthTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** SK, SKF and the fragments of Cisco and Microsoft. */
    private static final Set<Integer> HIDING = Set.of(46, 53, 132);

    private static final List<String> TABLES = List.of("ikev1_decryption_table", "ikev2_decryption_table");

    /**
     * Where tshark reads something else: in c01 the table has the responder's key, with which tshark gives rubbish for the
     * initiator's messages; in m13 it refuses a table with a line that is wrong altogether.
     */
    private static final Set<String> MISREAD = Set.of("c01_ikev1_psk_mismatch.pcap", "m13_hub_two_spokes.pcap");

    static Stream<String> captures() throws IOException {
        Path lab = Captures.sharedOrNowhere().resolve("lab");
        if (!Files.isDirectory(lab)) {
            return Stream.of("no captures");
        }
        try (Stream<Path> files = Files.list(lab)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> !MISREAD.contains(file))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everyMessageIsOpenedAsTsharkOpensIt(String file) throws IOException {
        Path folder = Captures.shared();
        DecryptionKeys keys = keys(folder.resolve("scenarios").resolve(file.replaceFirst("\\..*", "")));
        if (keys.isEmpty()) {
            return;
        }
        JsonNode truth = JSON.readTree(
                folder.resolve("truth/lab").resolve(file + ".json").toFile());
        Map<Long, String> want = new TreeMap<>();
        for (JsonNode message : truth.path("isakmp_decrypted")) {
            List<Integer> inside = wanted(message);
            if (!inside.isEmpty()) {
                want.put(message.path("frame").asLong(), inside.toString());
            }
        }
        Map<Long, String> got = new TreeMap<>();
        Captures.read(folder.resolve("lab").resolve(file), keys, seen -> {
            IkeMessage message = seen.reassembled() == null ? seen.message() : seen.reassembled();
            if (message.decrypted() != null && !message.decrypted().payloads().isEmpty()) {
                assertEquals(List.of(), message.decrypted().problems());
                got.put(
                        seen.packet(),
                        message.decrypted().payloads().stream()
                                .map(payload -> payload.header().type())
                                .toList()
                                .toString());
            }
        });
        assertEquals(want, got);
    }

    /** What is inside the payload that IKEv2 encrypts or a fragment, or in IKEv1 behind the header. */
    private static List<Integer> wanted(JsonNode message) {
        List<Integer> types = new ArrayList<>();
        boolean isHidden = (Integer.decode(message.path("flags").asText("0")) & 1) != 0
                && message.path("version").asText().equals("0x10");
        for (JsonNode payload : message.path("payloads")) {
            if (isHidden) {
                types.add(payload.path("type").asInt());
            } else if (HIDING.contains(payload.path("type").asInt())) {
                payload.path("payloads")
                        .forEach(one -> types.add(one.path("type").asInt()));
            }
        }
        return types;
    }

    private static DecryptionKeys keys(Path scenario) throws IOException {
        DecryptionKeys keys = DecryptionKeys.NONE;
        for (String table : TABLES) {
            Path file = scenario.resolve("wskeys").resolve(table);
            if (Files.isRegularFile(file)) {
                keys = keys.and(DecryptionKeys.read(table, Files.readString(file)));
            }
        }
        return keys;
    }
}
