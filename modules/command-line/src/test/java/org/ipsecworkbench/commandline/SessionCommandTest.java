package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ipsecworkbench.lab.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionCommandTest {
    @TempDir
    private Path folder;

    private Path collect(String... more) {
        Path file = folder.resolve("case.ipsecwb");
        String[] begin = {"collect", "--lab", "--output", file.toString()};
        String[] all = Arrays.copyOf(begin, begin.length + more.length);
        System.arraycopy(more, 0, all, begin.length, more.length);
        Run run = Run.of(all);
        assertEquals(0, run.exit(), run.err());
        return file;
    }

    static List<String> scenarios() {
        return Scenario.all().stream().map(Scenario::name).toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aSessionComesToTheDiagnosisOfItsHosts(String scenario) {
        Path file = collect("--scenario", scenario);
        Run live = Run.of("diagnose", "--lab", "--scenario", scenario);
        Run saved = Run.of("diagnose", "--session", file.toString());
        assertEquals(timeless(live.out()), timeless(saved.out()));
        assertEquals(live.exit(), saved.exit());
    }

    @Test
    void hostsAreNotAskedWhatTheSessionHolds() {
        Path file = collect("--scenario", "service-stopped");
        Run run = Run.of("diagnose", "--lab", "--scenario", "all-well", "--session", file.toString());
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.out().contains("The service IKEEXT of SRV2 is stopped and disabled"), run.out());
    }

    /** Each start of the lab issues its certificates anew, and its clock goes on while hosts are asked. */
    private static String timeless(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z|\\d\\d:\\d\\d:\\d\\d", "TIME");
    }

    @Test
    void whatASessionHoldsIsListedAndItsCapturesCount() throws Exception {
        Path sample = Path.of(
                System.getProperty("basedir", ""), "../capture-viewer/src/main/samples/office-partly-protected.pcap");
        Path file = collect("--scenario", "partial-coverage", "--title", "Case 7", "--add", sample.toString());
        Run list = Run.of("session", "show", "--check", "--format", "json", file.toString());
        assertEquals(0, list.exit(), list.err());
        JsonNode json = new ObjectMapper().readTree(list.out());
        assertEquals("ipsecwb/session-list/1", json.get("schema").asText());
        assertEquals("Case 7", json.get("title").asText());
        JsonNode evidence = json.get("evidence");
        JsonNode trail = evidence.get(evidence.size() - 2);
        assertEquals("commands-sent.tsv", trail.get("name").asText());
        assertTrue(trail.get("size").asLong() > 1000, "every command is in the audit trail");
        String commands = text(file, "commands-sent.tsv");
        assertTrue(commands.contains("\tipsecwb collect\texit code 0\thostname\n"), commands);
        assertEquals(
                commands.lines().count() - 1,
                StreamSupport.stream(evidence.spliterator(), false)
                        .filter(item -> Set.of("transcript", "command")
                                .contains(item.get("kind").asText()))
                        .count(),
                "each command that is in the audit trail has its transcript");
        JsonNode last = evidence.get(evidence.size() - 1);
        assertEquals("capture", last.get("kind").asText());
        assertEquals(Files.size(sample), last.get("size").asLong());
        assertTrue(Run.of("session", "show", file.toString()).out().contains("Capture: "));
        Run diagnosis = Run.of("diagnose", "--session", file.toString());
        assertTrue(diagnosis.out().contains("office-partly-protected.pcap: In clear: not protected."), diagnosis.out());
    }

    private static String text(Path session, String suffix) throws IOException {
        try (ZipFile zip = new ZipFile(session.toFile())) {
            ZipEntry entry = Collections.list(zip.entries()).stream()
                    .filter(one -> one.getName().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noKeyIsInASession() throws Exception {
        Path file = collect("--scenario", "psk-mismatch");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("lab-key"), entry::getName);
            }
        }
    }

    @Test
    void aSessionIsSignedVerifiedAndExported() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String own = pem("own.pem", "PRIVATE KEY", pair.getPrivate());
        String known = pem("known.pem", "PUBLIC KEY", pair.getPublic());
        String file = collect("--scenario", "all-well").toString();
        Run unsigned = Run.of("session", "verify", file);
        assertEquals(0, unsigned.exit(), unsigned.err());
        assertTrue(unsigned.out().contains("There is no signature."), unsigned.out());
        assertEquals(3, Run.of("session", "verify", "--key", known, file).exit());
        assertEquals(0, Run.of("session", "sign", "--key", own, file).exit());
        Run signed = Run.of("session", "verify", "--key", known, file);
        assertEquals(0, signed.exit(), signed.err());
        assertTrue(signed.out().contains("The signature is right"), signed.out());
        Files.write(Path.of(file + ".sig"), new byte[64]);
        assertEquals(3, Run.of("session", "verify", "--key", known, file).exit());
        assertEquals(1, Run.of("session", "sign", "--key", known, file).exit());
        String folder = this.folder.resolve("exported").toString();
        Run export = Run.of("session", "export", "--host", "SRV1", "--output", folder, file);
        assertEquals(0, export.exit(), export.err());
        assertTrue(Files.exists(Path.of(folder, "SRV1")));
        assertFalse(Files.exists(Path.of(folder, "SRV2")));
        assertEquals(1, Run.of("session", "export", "--output", folder, file).exit());
    }

    @Test
    void whatWasDoneIsToldAsJson() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String own = pem("own.pem", "PRIVATE KEY", pair.getPrivate());
        String known = pem("known.pem", "PUBLIC KEY", pair.getPublic());
        String file = collect("--scenario", "all-well").toString();
        assertEquals("none", check(file).get("signature").asText());
        assertEquals(0, Run.of("session", "sign", "--key", own, file).exit());
        assertEquals("not-checked", check(file).get("signature").asText());
        JsonNode signed = check("--key", known, file);
        assertEquals("right", signed.get("signature").asText());
        assertTrue(signed.get("unchanged").asBoolean() && signed.get("evidence").asInt() > 10, signed.toString());
        Files.write(Path.of(file + ".sig"), new byte[64]);
        assertEquals("wrong", check("--key", known, file).get("signature").asText());

        String exported = folder.resolve("exported").toString();
        JsonNode export = json("ipsecwb/session-export/1", "session", "export", "--output", exported, file);
        assertEquals(exported, export.get("folder").asText());
        assertEquals(signed.get("evidence").asInt(), export.get("files").asInt(), "one for each piece of evidence");

        String other = folder.resolve("redacted.ipsecwb").toString();
        JsonNode redacted = json("ipsecwb/session-redaction/1", "session", "redact", file, other);
        assertTrue(redacted.get("names").has("srv1"), redacted.toString());
        assertTrue(redacted.get("addresses").size() > 0, redacted.toString());
        assertEquals(0, redacted.get("leftOut").size());
    }

    private static JsonNode check(String... arguments) throws Exception {
        String[] begin = {"session", "verify"};
        String[] all = Arrays.copyOf(begin, begin.length + arguments.length);
        System.arraycopy(arguments, 0, all, begin.length, arguments.length);
        return json("ipsecwb/session-check/1", all);
    }

    private static JsonNode json(String schema, String... command) throws Exception {
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--format";
        all[command.length + 1] = "json";
        JsonNode read = new ObjectMapper().readTree(Run.of(all).out());
        assertEquals(schema, read.get("schema").asText());
        return read;
    }

    private String pem(String name, String label, Key key) throws Exception {
        String text = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        String pem = "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
        return Files.writeString(folder.resolve(name), pem).toString();
    }

    @Test
    void damageIsNamed() throws Exception {
        Path none = Files.writeString(folder.resolve("none.ipsecwb"), "no session");
        Run run = Run.of("session", "show", none.toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("is no session"), run.err());
        assertEquals(1, Run.of("diagnose", "--session", none.toString()).exit());
        assertEquals(
                2,
                Run.of("diagnose", "--lab", "--session", none.toString(), "--apply", "x")
                        .exit());
        assertEquals(2, Run.of("collect", "--lab").exit());
    }

    @Test
    void hostsThatCannotBeAskedLeaveNoSession() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        Path file = folder.resolve("none.ipsecwb");
        Run run = Run.of(
                "collect",
                "winrm://a@127.0.0.1:" + port,
                "--password-file",
                password.toString(),
                "--output",
                file.toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("no WinRM listens there"), run.err());
        assertTrue(Files.notExists(file));
    }
}
