package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes, messages, and the JSON schema {@code ipsecwb/ike/1}. */
class IkeCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the lab capture b01: ours, with its scenario. */
    private static final String LAB_KEY = "8083fa84a10b6103,fc4f429f07cdf98f19bd9cb87299d915\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "b01_ikev1_psk_transport, 0",
        "a01_clear_office, 0",
        "c01_ikev1_psk_mismatch, 3",
        "t05_ike_scan_sweep, 3"
    })
    void whatFailedNeedsAttention(String capture, int exit) {
        Run run = Run.of("ike", Run.lab(capture).toString());
        assertEquals(exit, run.exit());
        assertEquals("", run.err());
    }

    @Test
    void aFileThatIsNoCaptureIsTold() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no capture\n");
        Run alone = Run.of("ike", text.toString());
        assertEquals(1, alone.exit());
        assertTrue(alone.err().contains("notes.txt is not a capture"), alone.err());
        Run beside = Run.of(
                "ike", text.toString(), Run.lab("b01_ikev1_psk_transport").toString());
        assertEquals(4, beside.exit());
        assertTrue(beside.out().contains("1 negotiation succeeded"), beside.out());
    }

    @Test
    void aMissingFileIsTold() {
        Run run = Run.of("ike", folder.resolve("missing.pcap").toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("missing.pcap does not exist."), run.err());
    }

    @Test
    void standardInputIsRead() throws IOException {
        Run run = Run.with(Files.readAllBytes(Run.lab("b01_ikev1_psk_transport")), "ike", "-");
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("-"), run.out());
    }

    @Test
    void withoutAFileTheUsageIsWrong() {
        assertEquals(2, Run.of("ike").exit());
    }

    @Test
    void theJsonIsThatOfTheSchema() throws IOException {
        Run run = Run.of(
                "ike", "--format", "json", Run.lab("c01_ikev1_psk_mismatch").toString());
        JsonNode root = JSON.readTree(run.out());
        assertEquals("ipsecwb/ike/1", root.path("schema").asText());
        JsonNode source = root.path("sources").path(0);
        assertEquals("capture", source.path("kind").asText());
        assertEquals(0, source.path("problems").size());
        assertEquals(12, source.path("messages").size());
        JsonNode first = source.path("messages").path(0);
        assertEquals(3, first.path("packet").asInt());
        assertEquals("1.0", first.path("version").asText());
        assertEquals("identity protection", first.path("exchangeName").asText());
        assertEquals("00000000", first.path("messageId").asText());
        assertEquals("0000000000000000", first.path("responderCookie").asText());
        assertFalse(first.path("encrypted").asBoolean());
        JsonNode attributes = first.path("payloads")
                .path(0)
                .path("proposals")
                .path(0)
                .path("transforms")
                .path(0)
                .path("attributes");
        assertEquals("aes-cbc", attributes.path("encryption").asText());
        assertEquals("preshared-key", attributes.path("authentication").asText());
        assertEquals(14, attributes.path("group").asInt());
        assertTrue(attributes.path("lifeSeconds").isNumber());
        assertEquals(
                "09002689dfd6b712",
                first.path("payloads").path(1).path("vendorId").asText());
        JsonNode negotiation = source.path("negotiations").path(0);
        assertEquals("main", negotiation.path("mode").asText());
        assertEquals("failed", negotiation.path("outcome").asText());
        assertEquals("authentication", negotiation.path("failure").path("class").asText());
        assertTrue(negotiation.path("failure").path("code").isNull());
        assertEquals("packet 3", negotiation.path("evidence").path(0).asText());
    }

    @Test
    void whatCouldNotBeReadIsASourceWithoutAKind() throws IOException {
        Run run =
                Run.of("ike", "--format", "json", folder.resolve("missing.pcap").toString());
        JsonNode source = JSON.readTree(run.out()).path("sources").path(0);
        assertTrue(source.path("kind").isNull());
        assertEquals(1, source.path("problems").size());
        assertEquals(1, run.exit());
    }

    @Test
    void aCutMessageHasNoLengthAndItsPayloadsApart() throws IOException {
        Run run = Run.of("ike", "--format", "json", Run.lab("r07_snaplen.s96").toString());
        JsonNode message = JSON.readTree(run.out())
                .path("sources")
                .path(0)
                .path("messages")
                .path(0);
        assertTrue(message.path("length").isNull());
        assertEquals(464, message.path("announcedLength").asInt());
        assertEquals(0, message.path("payloads").size());
        assertEquals(33, message.path("partialPayloads").path(0).path("type").asInt());
    }

    @Test
    void keysOpenWhatIsEncrypted() throws IOException {
        Path keys = Files.writeString(folder.resolve("ikev1_decryption_table"), LAB_KEY);
        String capture = Run.lab("b01_ikev1_psk_transport").toString();
        Run text = Run.of("ike", "--keys", keys.toString(), capture);
        assertEquals(0, text.exit());
        Goldens.check("ike/b01_ikev1_psk_transport.keys", text.out());
        Run run = Run.of("ike", "--format", "json", "--keys", keys.toString(), capture);
        JsonNode source = JSON.readTree(run.out()).path("sources").path(0);
        JsonNode message = source.path("messages").path(4);
        assertTrue(message.path("encrypted").asBoolean());
        assertEquals(0, message.path("payloads").size());
        JsonNode inside = message.path("decrypted");
        assertFalse(inside.path("verified").asBoolean());
        assertEquals("10.11.0.10", inside.path("payloads").path(0).path("id").asText());
        JsonNode disclosure = source.path("negotiations").path(0).path("decrypted");
        assertEquals("10.11.0.20 (ipv4-address)", disclosure.path("responderId").asText());
        JsonNode child = disclosure.path("children").path(0);
        assertEquals("c286f503", child.path("chosen").path(0).path("spi").asText());
        assertFalse((run.out() + run.err() + text.out()).contains("fc4f429f"), "no key is shown");
    }

    @Test
    void whatIsWrongWithKeysIsToldWithoutThem() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), "fc4f429f07cdf98f,xyz\n");
        Run run = Run.of(
                "ike",
                "--keys",
                keys.toString(),
                Run.lab("b01_ikev1_psk_transport").toString());
        assertEquals(3, run.exit());
        assertTrue(run.out().contains("Problem at keys, line 1: "), run.out());
        assertFalse(run.out().contains("fc4f429f"), run.out());
        Run missing = Run.of("ike", "--keys", folder.resolve("none").toString(), "-");
        assertEquals(1, missing.exit());
        assertTrue(missing.err().contains("none does not exist."), missing.err());
    }
}
