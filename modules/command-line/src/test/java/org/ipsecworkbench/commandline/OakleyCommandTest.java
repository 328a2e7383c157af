package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oakley.log on the command line; the logs are synthetic, their generator is in the tests of the module ike. */
class OakleyCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LOGS =
            Path.of(System.getProperty("basedir", ""), "../ike/src/test/resources/org/ipsecworkbench/ike/synthetic");
    private static final String CAPTURE = "c01_ikev1_psk_mismatch";

    private static String log(String name) {
        return LOGS.resolve("synthetic-" + name + ".log").toString();
    }

    private static Run run(String... files) {
        String[] arguments = new String[files.length + 5];
        arguments[0] = "ike";
        arguments[1] = "--log-zone";
        arguments[2] = "UTC";
        arguments[3] = "--log-year";
        arguments[4] = "2026";
        System.arraycopy(files, 0, arguments, 5, files.length);
        return Run.of(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "established",
                "responder",
                "no-response",
                "no-policy",
                "certificate",
                "kerberos",
                "silence-then-soft",
                "unknown"
            })
    void theTextIsTheOneThatWasReadAndFoundRight(String name) throws IOException {
        Run run = run(log(name));
        assertEquals(name.equals("established") ? 0 : 3, run.exit());
        Goldens.check("ike/oakley-" + name, run.out().replace(LOGS.toString(), "synthetic"));
    }

    @Test
    void aCaptureAndALogOfTheSameNegotiationAreToldTogether() throws IOException {
        Run run = run(log("beside-" + CAPTURE), Run.lab(CAPTURE).toString());
        assertEquals(3, run.exit());
        Goldens.check("ike/oakley-beside-capture", run.out().replace(LOGS.toString(), "synthetic"));
    }

    @Test
    void theJsonNamesTheKindAndEachPlace() throws IOException {
        String file = log("beside-" + CAPTURE);
        Run run = run("--format", "json", file, Run.lab(CAPTURE).toString(), log("responder"));
        JsonNode sources = JSON.readTree(run.out()).path("sources");
        assertEquals(3, sources.size());
        assertEquals("capture", sources.path(0).path("kind").asText(), "captures come first");
        assertEquals("oakley", sources.path(1).path("kind").asText());
        assertEquals(0, sources.path(1).path("negotiations").size(), "what the capture has is told there");
        assertTrue(sources.path(1).path("lines").asInt() > 100);
        JsonNode merged = sources.path(0).path("negotiations").path(0);
        assertEquals(13867, merged.path("failure").path("code").asInt());
        assertEquals("win32", merged.path("failure").path("codeKind").asText());
        String places = merged.path("steps").path(0).path("evidence").toString();
        assertTrue(places.contains("\"packet 3\"") && places.contains(".log line"), places);
        JsonNode responder = sources.path(2).path("negotiations").path(0);
        assertTrue(responder.path("responder").isNull(), "no line says this host's address");
        assertEquals(
                "2026-03-05T10:00:30.014Z",
                responder.path("steps").path(0).path("time").asText());
        JsonNode other = sources.path(2).path("otherLines").path(0);
        assertEquals("Initialization OK", other.path("text").asText());
        assertEquals("line 1", other.path("evidence").path(0).asText());
    }

    @Test
    void theStandardInputMayBeALog() throws IOException {
        Run run = Run.with(Files.readAllBytes(Path.of(log("established"))), "ike", "-");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("1 negotiation succeeded; 9 messages."), run.out());
    }

    @Test
    void aZoneOrYearThatIsNoneIsWrongUsage() {
        assertEquals(
                2, Run.of("ike", "--log-zone", "Nowhere", log("established")).exit());
        assertEquals(2, Run.of("ike", "--log-year", "3", log("established")).exit());
    }
}
