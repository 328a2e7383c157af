package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies and predictions on the command line; all listings are synthetic. */
class PolicyCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULE =
            "netsh advfirewall consec add rule name=\"%s\" endpoint1=any endpoint2=10.0.0.0/8"
                    + " action=%s auth1=computerpsk auth1psk=\"open sesame\" qmsecmethods=esp:%s+60min+100000kb\n";

    @TempDir
    private Path folder;

    private Path client;
    private Path server;
    private Path modern;

    @BeforeEach
    void write() throws IOException {
        client = Files.writeString(
                folder.resolve("client.txt"), String.format(RULE, "Ask", "requestinrequestout", "sha1-aes128"));
        server = Files.writeString(
                folder.resolve("server.txt"), String.format(RULE, "Need", "requireinrequireout", "sha1-aes128"));
        modern = Files.writeString(
                folder.resolve("modern.txt"), String.format(RULE, "Need", "requireinrequireout", "sha256-aes256"));
    }

    private String plain(String text) {
        return text.replace(folder + "/", "").replace(folder + "\\", "");
    }

    @Test
    void theTextsAreThoseThatWereReadAndFoundRight() throws IOException {
        Run policy = Run.of("policy", client.toString(), "--flow", "tcp 10.0.0.1 10.0.0.2:445");
        assertEquals("", policy.err());
        Goldens.check("policy/client", plain(policy.out()));
        Run agreed = Run.of(
                "predict",
                "--from",
                client.toString(),
                "--to",
                server.toString(),
                "--flow",
                "tcp 10.0.0.1 10.0.0.2:445");
        assertEquals(0, agreed.exit(), agreed.err());
        Goldens.check("policy/agreed", plain(agreed.out()));
        Run failed = Run.of(
                "predict",
                "--from",
                client.toString(),
                "--to",
                modern.toString(),
                "--flow",
                "tcp 10.0.0.1 10.0.0.2:445");
        assertEquals(3, failed.exit(), failed.err());
        Goldens.check("policy/failed", plain(failed.out()));
    }

    @Test
    void whatARuleAsksOfACertificateIsInTheJson() throws IOException {
        Path certificate = Files.writeString(
                folder.resolve("certificate.txt"),
                "netsh advfirewall consec add rule name=C endpoint1=any endpoint2=any action=requireinrequireout"
                        + " auth1=computercert auth1ca=\"CN=Root catype:intermediate certhash:0A1B followrenewal:yes"
                        + " certeku:1.2.3 certname:host.example certnametype:SubjectAltDNS certcriteriatype:Selection\"\n");
        JsonNode method = JSON.readTree(Run.of("policy", certificate.toString(), "--format", "json")
                        .out())
                .at("/rules/0/authentication/0");
        assertEquals("CN=Root", method.get("detail").asText());
        JsonNode asked = method.get("certificate");
        assertEquals("RSA", asked.get("signing").asText());
        assertEquals(true, asked.get("intermediateAuthority").asBoolean());
        assertEquals("0a1b", asked.get("thumbprint").asText());
        assertEquals(true, asked.get("renewalsFollowed").asBoolean());
        assertEquals("1.2.3", asked.at("/purposes/0").asText());
        assertEquals("dns", asked.get("nameType").asText());
        assertEquals("host.example", asked.get("name").asText());
        assertEquals("selection", asked.get("use").asText());
        assertTrue(JSON.readTree(
                        Run.of("policy", client.toString(), "--format", "json").out())
                .at("/rules/0/authentication/0/certificate")
                .isMissingNode());
    }

    @Test
    void aKeyIsNeverShown() {
        for (String format : new String[] {"text", "json"}) {
            Run run = Run.of("policy", client.toString(), "--format", format);
            assertTrue(run.out().contains("Ask"), run.out());
            assertFalse(run.out().contains("sesame"), run.out());
        }
    }

    @Test
    void scriptsGetTheSameAsPeople() throws IOException {
        Run run = Run.of("policy", client.toString(), "--flow", "tcp 192.0.2.9 192.0.2.1:80", "--format", "json");
        JsonNode json = JSON.readTree(run.out());
        assertEquals("ipsecwb/policy/1", json.get("schema").asText());
        assertEquals("client", json.get("host").asText());
        assertEquals("none", json.get("flow").get("role").asText());
        assertEquals(
                "no-match",
                json.get("flow").get("candidates").get(0).get("standing").asText());
        JsonNode finding = json.get("findings").get(0);
        assertEquals("dated-algorithm", finding.get("finding").asText());
        assertFalse(finding.get("needsAttention").asBoolean());
        assertEquals(0, run.exit(), "notes need no attention");
        JsonNode rule = json.get("rules").get(0);
        assertEquals("request", rule.get("action").get("outbound").asText());
        assertEquals("10.0.0.0/8", rule.get("filters").get(0).get("destination").asText());
        assertEquals("aes128", rule.get("quickMode").get(0).get("encryption").asText());
        assertEquals(3600, rule.get("quickMode").get(0).get("seconds").asInt());
        Run predicted = Run.of(
                "predict",
                "--from",
                client.toString(),
                "--to",
                modern.toString(),
                "--flow",
                "tcp 10.0.0.1 10.0.0.2:445",
                "--format",
                "json");
        JsonNode prediction = JSON.readTree(predicted.out());
        assertEquals("ipsecwb/prediction/1", prediction.get("schema").asText());
        assertEquals("fails", prediction.get("outcome").asText());
        JsonNode there = prediction.get("there");
        assertEquals("ESP encryption", there.get("divergence").get("attribute").asText());
        JsonNode last = there.get("steps").get(there.get("steps").size() - 1);
        assertEquals("failed", last.get("status").asText());
        assertTrue(last.get("senderEvidence").get(0).asText().contains("client.txt, line 1"), last.toString());
    }

    @Test
    void whatNeedsAttentionIsTheExitCode() throws IOException {
        Path weak = Files.writeString(
                folder.resolve("weak.txt"), String.format(RULE, "Old", "requestinrequestout", "md5-des"));
        Run run = Run.of("policy", weak.toString());
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.out().contains("ATTENTION  WEAK ALGORITHM"), run.out());
    }

    @Test
    void aFolderIsOneHost() throws IOException {
        Path host = Files.createDirectory(folder.resolve("SRV9"));
        Files.copy(client, host.resolve("one.txt"));
        Files.copy(server, host.resolve("two.txt"));
        JsonNode json = JSON.readTree(
                Run.of("policy", host.toString(), "--format", "json").out());
        assertEquals("SRV9", json.get("host").asText());
        assertEquals(2, json.get("rules").size());
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path other = Files.writeString(folder.resolve("letter.txt"), "Dear all\n");
        Run none = Run.of("policy", other.toString());
        assertEquals(1, none.exit());
        assertTrue(none.err().contains("letter.txt"), none.err());
        Run some = Run.of(
                "policy", client.toString(), folder.resolve("missing.txt").toString());
        assertEquals(4, some.exit());
        assertTrue(some.err().contains("missing.txt does not exist"), some.err());
        Run predict = Run.of(
                "predict",
                "--from",
                client.toString(),
                "--to",
                other.toString(),
                "--flow",
                "tcp 10.0.0.1 10.0.0.2:445");
        assertEquals(1, predict.exit());
        assertTrue(predict.err().contains("holds no policy"), predict.err());
    }

    @Test
    void manyHostsMakeAMatrix() throws IOException {
        Path twin = Files.copy(client, folder.resolve("twin.txt"));
        String[] hosts = {
            "10.0.0.1=" + client, "10.0.0.2=" + twin, "10.0.0.3=" + server, "10.0.0.4=" + modern,
        };
        Run text = Run.of("predict", "--flow", "tcp:445", "--matrix", hosts[0], hosts[1], hosts[2], hosts[3]);
        assertEquals(3, text.exit(), text.err());
        Goldens.check("policy/matrix", plain(text.out()));
        Run run = Run.of(
                "predict", "--flow", "tcp:445", "--format", "json", "--matrix", hosts[0], hosts[1], hosts[2], hosts[3]);
        JsonNode json = JSON.readTree(run.out());
        assertEquals("ipsecwb/prediction-matrix/1", json.get("schema").asText());
        assertEquals(1, json.get("hosts").get(1).get("kind").asInt(), "alike");
        assertEquals(6, json.get("pairs").get("encrypted").asInt());
        assertEquals(6, json.get("pairs").get("fails").asInt());
        assertEquals(7, json.get("cells").size());
        Run none = Run.of("predict", "--flow", "tcp 10.0.0.1 10.0.0.2", "--matrix", hosts[0], hosts[1]);
        assertEquals(2, none.exit());
        assertTrue(none.err().contains("PROTOCOL[:PORT]"), none.err());
        assertEquals(
                2,
                Run.of("predict", "--flow", "tcp:445", "--from", client.toString())
                        .exit());
    }

    @Test
    void aWrongFlowIsToldInWords() {
        Run run = Run.of("policy", client.toString(), "--flow", "tcp 10.0.0.1");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("A flow is PROTOCOL"), run.err());
        assertEquals(2, Run.of("policy").exit());
        assertEquals(2, Run.of("policy", "x", "--host", "y").exit());
    }

    @Test
    void twoPoliciesAreComparedDifferencesFirst() throws IOException {
        Run text = Run.of("policy", client.toString(), "--compare", modern.toString());
        assertEquals(3, text.exit(), text.err());
        Goldens.check("policy/compared", plain(text.out()));
        Run same = Run.of("policy", client.toString(), "--compare", client.toString());
        assertEquals(0, same.exit(), same.out());
        assertTrue(same.out().contains("NO DIFFERENCE"), same.out());
        JsonNode json =
                JSON.readTree(Run.of("policy", client.toString(), "--compare", modern.toString(), "--format", "json")
                        .out());
        assertEquals("ipsecwb/policy-comparison/1", json.get("schema").asText());
        assertTrue(json.get("different").asBoolean());
        assertEquals("differs", json.get("values").get(0).get("standing").asText());
        Run shipped = Run.of("policy", client.toString(), "--compare", "default");
        assertTrue(shipped.out().contains("Policy \"Server (Request Security)\""), shipped.out());
        assertEquals(
                1, Run.of("policy", client.toString(), "--compare", "nowhere").exit());
    }

    @Test
    void aChangedValueIsPredictedWithoutAHost() throws IOException {
        String[] pair = {
            "predict", "--from", client.toString(), "--to", modern.toString(), "--flow", "tcp 10.0.0.1 10.0.0.2:445"
        };
        Run cured = Run.of(with(pair, "--set", "from:quickmode+=ESP:sha256-aes256+60min+100000kb"));
        assertEquals(0, cured.exit(), cured.err());
        Goldens.check("policy/changed", plain(cured.out()));
        JsonNode json = JSON.readTree(Run.of(with(pair, "--set", "to:action=noauthentication", "--format", "json"))
                .out());
        assertEquals("to:action=noauthentication", json.get("changes").get(0).asText());
        assertEquals("fails", json.get("outcomeAsRead").asText());
        assertEquals(
                "to:action=requestinrequestout", json.get("there").get("change").asText());
        Run wrong = Run.of(with(pair, "--set", "to:action=maybe"));
        assertEquals(2, wrong.exit());
        assertTrue(wrong.err().contains("maybe is no action"), wrong.err());
        assertTrue(Run.of(with(pair, "--set", "action=permit")).err().contains("from:action=permit"));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    /** Simulated hosts, whose answers a session keeps. */
    @Test
    void aSessionIsABaselineAndASourceOfPolicies() throws IOException {
        Path session = folder.resolve("case.ipsecwb");
        Run collected = Run.of("collect", "--lab", "--output", session.toString());
        assertTrue(Files.exists(session), collected.err());
        Run unnamed = Run.of("policy", session.toString());
        assertEquals(1, unnamed.exit());
        assertTrue(unnamed.err().contains("several hosts; say which"), unnamed.err());
        String first = unnamed.err().replaceAll("(?s).*say which: .*?#(\\S+).*", "$1");
        Run one = Run.of("policy", session + "#" + first, "--format", "json");
        assertEquals(first, JSON.readTree(one.out()).get("host").asText(), one.err());
        Run same = Run.of("policy", session + "#" + first, "--compare", session + "#" + first);
        assertEquals(0, same.exit(), same.out() + same.err());
        Run matrix = Run.of("predict", "--flow", "tcp:445", "--matrix", session.toString(), "--format", "json");
        JsonNode hosts = JSON.readTree(matrix.out()).get("hosts");
        assertTrue(hosts.size() >= 2, matrix.out() + matrix.err());
        assertFalse(hosts.get(0).get("address").asText().startsWith("198.18."), "its own address");
        Run nobody = Run.of("policy", session + "#NOBODY");
        assertTrue(nobody.err().contains("no policy of NOBODY, but of " + first), nobody.err());
    }

    /** The lab again, asked over WinRM as real hosts are. */
    @Test
    void aHostIsAskedItself() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "Made-up.57\n");
        Scenario scenario = Scenario.find("all-well").orElseThrow();
        char[] secret = "Made-up.57".toCharArray();
        try (Lab lab = Lab.start(scenario, "admin", secret, 0)) {
            String address = "winrm://127.0.0.1:" + lab.hosts().get(0).port();
            String[] command = {"policy", "--host", address, "--user", lab.user(), "--password-file"};
            Run run = Run.of(with(command, password.toString(), "--name", "SRV1", "--format", "json"));
            JsonNode json = JSON.readTree(run.out());
            assertEquals("SRV1", json.get("host").asText(), run.err());
            assertTrue(json.get("rules").get(0).get("inForce").asBoolean(), run.out());
            Run compared = Run.of(with(command, password.toString(), "--compare", client.toString()));
            assertTrue(compared.out().contains("Rule \"Ask\""), compared.out() + compared.err());
        }
        Run missing = Run.of("policy", "--host", "winrm://admin@127.0.0.1:1", "--password-file", password.toString());
        assertTrue(missing.err().contains("Next step:"), missing.err());
        assertTrue(missing.exit() != 0, "nothing was read");
    }
}
