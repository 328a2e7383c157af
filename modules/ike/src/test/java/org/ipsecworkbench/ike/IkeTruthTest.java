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

/** Holds the dissector against what tshark says of every message in the captures beside the project. */
class IkeTruthTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What tshark says is a hint there: damaged, cut, RFC 8229. */
    private static final Set<String> INEXACT = Set.of("malformed", "snaplen", "tcp-encaps");

    /**
     * Two hosts send the NAT detection of a draft, number 15, twice. tshark takes it for the SA KEK of RFC 6407, whose
     * fields it is too short for, and reads no further.
     */
    private static final String MISREAD = "collected/tcpdump__ISAKMP_sa_setup.pcap";

    static Stream<String> captures() throws IOException {
        Path index = Captures.sharedOrNowhere().resolve("index.tsv");
        if (!Files.isRegularFile(index)) {
            return Stream.of("no captures");
        }
        List<String> lines = Files.readAllLines(index);
        List<String> names = List.of(lines.get(0).split("\t"));
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(row -> !INEXACT.contains(row[names.indexOf("kind")]))
                .map(row -> row[names.indexOf("file")]);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everyMessageIsTheOneThatTsharkSees(String file) throws IOException {
        Path folder = Captures.shared();
        JsonNode truth =
                JSON.readTree(folder.resolve("truth").resolve(file + ".json").toFile());
        List<String> want = new ArrayList<>();
        for (JsonNode message : truth.path("isakmp")) {
            want.add(wanted(message));
        }
        if (want.isEmpty()) {
            return;
        }
        List<String> got = new ArrayList<>();
        for (SeenMessage seen : Captures.messages(folder.resolve(file))) {
            if (seen.extent() != SeenMessage.Extent.FRAGMENTS_MISSING) {
                got.add(file.equals(MISREAD) ? seen(seen).replace("15, 15", "15") : seen(seen));
            }
        }
        assertEquals(String.join("\n", want), String.join("\n", got));
    }

    private static String wanted(JsonNode message) {
        int version = Integer.decode(message.path("version").asText("0"));
        int flags = Integer.decode(message.path("flags").asText("0"));
        boolean isHidden = version >> 4 == 1 && (flags & 1) != 0;
        List<Integer> types = new ArrayList<>();
        message.path("payload_types").forEach(type -> types.add(type.asInt()));
        return message.path("frame").asLong() + " "
                + message.path("initiator_spi").asText() + " "
                + message.path("responder_spi").asText() + " " + version + " "
                + message.path("exchange_type").asInt() + " " + flags + " "
                + Long.decode(message.path("message_id").asText("0")) + " "
                + (message.has("length") ? message.path("length").asText() : "cut") + " "
                + (isHidden ? "encrypted" : types + wantedProposals(message.path("proposals")));
    }

    private static String seen(SeenMessage seen) {
        IkeMessage message = seen.message();
        boolean isWhole = seen.extent() == SeenMessage.Extent.WHOLE;
        boolean isHidden = message.major() == 1 && message.encrypted();
        List<Integer> types = new ArrayList<>();
        StringBuilder proposals = new StringBuilder();
        if (isWhole) {
            for (Payload payload : message.payloads()) {
                types.add(payload.header().type());
                if (payload instanceof Payload.SecurityAssociation sa) {
                    sa.proposals().forEach(proposal -> proposals.append(proposal(proposal)));
                }
            }
        }
        return seen.packet() + " " + message.cookies().initiatorHex() + " "
                + message.cookies().responderHex() + " " + (message.major() << 4 | message.minor()) + " "
                + message.exchange() + " " + message.flags() + " "
                + (message.messageId() & 0xffffffffL) + " " + (isWhole ? message.length() : "cut") + " "
                + (isHidden ? "encrypted" : types + proposals.toString());
    }

    private static String wantedProposals(JsonNode proposals) {
        StringBuilder text = new StringBuilder();
        for (JsonNode proposal : proposals) {
            text.append(" proposal ").append(proposal.path("number").asText());
            for (JsonNode transform : proposal.path("transforms")) {
                Map<String, Long> numbers = new TreeMap<>();
                transform.fields().forEachRemaining(field -> number(field.getKey(), field.getValue(), numbers));
                text.append(numbers);
            }
        }
        return text.toString();
    }

    private static void number(String field, JsonNode value, Map<String, Long> into) {
        String name = switch (field) {
            case "ike.attr.encryption_algorithm", "tf.id.encr" -> "encryption";
            case "ike.attr.hash_algorithm" -> "hash";
            case "ike.attr.group_description", "tf.id.dh" -> "group";
            case "ike.attr.authentication_method" -> "authentication";
            case "ike.attr.life_duration" -> "lifeSeconds";
            case "ike.attr.key_length", "ike2.attr.key_length" -> "keyLength";
            case "tf.id.integ" -> "integrity";
            case "tf.id.prf" -> "prf";
            case "tf.id" -> "transform";
            default -> "";
        };
        if (!name.isEmpty()) {
            String text = (value.isArray() ? value.get(value.size() - 1) : value).asText();
            int open = text.lastIndexOf('(');
            into.put(name, Long.parseLong(open < 0 ? text : text.substring(open + 1, text.length() - 1)));
        }
    }

    private static String proposal(Proposal proposal) {
        StringBuilder text = new StringBuilder(" proposal ").append(proposal.number());
        for (Proposal.Transform transform : proposal.transforms()) {
            Map<String, Long> numbers = new TreeMap<>();
            for (Proposal.Attribute attribute : transform.attributes()) {
                String name = attribute
                        .name()
                        .replaceFirst("^transform .*", "transform")
                        .replaceFirst("^life$", "lifeSeconds");
                if (!name.equals("esn")) {
                    numbers.put(name, attribute.number());
                }
            }
            text.append(numbers);
        }
        return text.toString();
    }
}
