package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ipsecworkbench.hostconnection.known.KnownHostsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts are remembered, listed, used by their names and forgotten. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KnownHostsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeEach
    void forget() throws IOException {
        Files.deleteIfExists(KnownHostsFile.ofUser().path());
    }

    private static void add() {
        Run run = Run.of(
                "host",
                "add",
                "DC1",
                "winrms://LAB%5Calice@dc1.example",
                "--group",
                "Servers",
                "--tag",
                "a",
                "--tag",
                "b");
        assertEquals(new Run(0, "", ""), run);
        assertEquals(
                0,
                Run.of("host", "add", "box", "winrm://192.0.2.1", "--auth", "ntlm")
                        .exit());
    }

    @Test
    void theListForPeople() {
        assertTrue(Run.of("host", "list").out().startsWith("No known host."));
        add();
        assertEquals(
                """
                GROUP    NAME  ADDRESS               USER       TAGS
                -        box   winrm://192.0.2.1     (ntlm)
                Servers  DC1   winrms://dc1.example  LAB\\alice  a, b
                """.replace("\n", System.lineSeparator()),
                Run.of("host", "list").out());
        assertFalse(Run.of("host", "list", "--group", "servers").out().contains("box"));
        assertFalse(Run.of("host", "list", "--tag", "B").out().contains("box"));
    }

    @Test
    void theListAsJson() throws IOException {
        add();
        JsonNode json = JSON.readTree(Run.of("host", "list", "--format", "json").out());
        assertEquals("ipsecwb/hosts/1", json.get("schema").asText());
        assertEquals("box", json.get("hosts").get(0).get("name").asText());
        assertTrue(json.get("hosts").get(0).get("group").isNull());
        assertEquals("b", json.get("hosts").get(1).get("tags").get(1).asText());
        assertTrue(json.get("problems").isEmpty());
    }

    @Test
    void namesAreTakenOnceUnlessReplaced() {
        add();
        Run again = Run.of("host", "add", "dc1", "winrm://other");
        assertEquals(2, again.exit());
        assertTrue(again.err().contains("--replace"), again.err());
        assertEquals(
                0, Run.of("host", "add", "dc1", "winrm://other", "--replace").exit());
        assertTrue(Run.of("host", "list").out().contains("winrm://other"));
        assertEquals(2, Run.of("host", "add", "a:b", "winrm://other").exit());
        assertEquals(2, Run.of("host", "add", "a", "winrm://alice:geheim@b").exit());
        assertEquals(2, Run.of("host", "add", "a", "winrm://b", "--pin", "12").exit());
    }

    @Test
    void removing() {
        add();
        assertEquals(2, Run.of("host", "remove", "box", "nobody").exit());
        assertTrue(Run.of("host", "list").out().contains("box"));
        assertEquals(new Run(0, "", ""), Run.of("host", "remove", "BOX", "dc1"));
        assertTrue(Run.of("host", "list").out().startsWith("No known host."));
    }

    @Test
    void aKnownHostIsTestedByItsNameWithItsUser() throws IOException {
        Run.of("host", "add", "dead", "winrm://LAB%5Calice@127.0.0.1:1");
        byte[] password = "geheim-4711\n".getBytes(StandardCharsets.UTF_8);
        Run run = Run.with(password, "host", "test", "--password-stdin", "Dead");
        assertEquals(1, run.exit(), run.err());
        assertTrue(run.out().startsWith("winrm://127.0.0.1:1"), run.out());
        assertFalse(Files.readString(KnownHostsFile.ofUser().path()).contains("geheim"));
        Run other = Run.of("host", "run", "nobody", "--", "hostname");
        assertEquals(2, other.exit());
        assertTrue(other.err().contains("There is no known host nobody"), other.err());
    }

    @Test
    void hostsAreImported() throws IOException {
        add();
        Path list = Files.writeString(
                folder.resolve("hosts.csv"),
                "name,address,password\nDC1,winrm://other,geheim\nnew,192.0.2.9,\nbad,://,\n");
        Run run = Run.of("host", "import", list.toString(), "--group", "Imported");
        assertEquals(4, run.exit());
        assertEquals("1 host added, 1 was known before and kept" + System.lineSeparator(), run.out());
        assertEquals(
                List.of("line 1", "line 4"),
                run.err().lines().map(line -> line.split(": ")[1]).toList(),
                run.err());
        assertTrue(Run.of("host", "list", "--group", "imported").out().contains("winrm://192.0.2.9"));
        assertTrue(Run.of("host", "list").out().contains("winrms://dc1.example"));
        assertEquals(
                0,
                Run.of(
                                "host",
                                "import",
                                Files.writeString(folder.resolve("inventory"), "DC1 ansible_user=bob\n")
                                        .toString(),
                                "--replace")
                        .exit());
        assertTrue(Run.of("host", "list").out().contains("bob"));
        Path yaml = Files.writeString(folder.resolve("inventory.yml"), "all:\n  hosts:\n");
        assertEquals(1, Run.of("host", "import", yaml.toString()).exit());
    }

    @Test
    void whatIsDamagedInTheFileIsTold() throws IOException {
        add();
        Files.writeString(KnownHostsFile.ofUser().path(), "[good]\naddress = winrm://good\n[bad]\n");
        Run run = Run.of("host", "list");
        assertEquals(4, run.exit());
        assertTrue(run.err().contains("line 3: The host bad has no address."), run.err());
        assertTrue(run.out().contains("winrm://good"), run.out());
    }
}
