package org.ipsecworkbench.ike.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The synthetic logs and events as files, which tests of other modules read. {@code -Dipsecwb.golden=write} writes them anew. */
class SyntheticFilesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/org/ipsecworkbench/ike/synthetic");
    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));

    @Test
    void theFilesAreWhatTheGeneratorMakes() throws IOException {
        Map<String, SyntheticLog> all = new LinkedHashMap<>(SyntheticLogs.all());
        String capture = "c01_ikev1_psk_mismatch";
        all.put(
                "beside-" + capture,
                SyntheticLog.of(Captures.messages(Captures.lab(capture)), "10.13.0.10", Duration.ofMillis(3250))
                        .failure("362b", true, "Preshared key ID.", "Peer", "Error decrypting payload"));
        for (Map.Entry<String, SyntheticLog> one : all.entrySet()) {
            isMade("synthetic-" + one.getKey() + ".log", one.getValue().text());
        }
        isMade("synthetic-events.xml", SyntheticEvents.xml(SyntheticEvents.all()));
    }

    private static void isMade(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        }
        // A checkout may have changed the line ends.
        assertEquals(
                text.replace("\r\n", "\n"),
                Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n"),
                file.toString());
    }
}
