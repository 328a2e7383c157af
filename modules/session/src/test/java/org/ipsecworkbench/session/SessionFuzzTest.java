package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions of any content; the seeds are made here. */
class SessionFuzzTest {
    private static final SessionLimits SMALL = new SessionLimits(1 << 16, 50, 1 << 16, 1 << 20, 200, 1 << 16, 20);

    static Stream<byte[]> seeds() throws IOException {
        String list = "{\"schema\":\"ipsecwb/session/1\",\"title\":\"t\",\"created\":\"2026-11-25T08:00:00Z\","
                + "\"hosts\":[{\"name\":\"a\",\"clockOffset\":-1.5}],"
                + "\"evidence\":[{\"id\":\"1\",\"kind\":\"events\",\"name\":\"n\",\"entry\":\"e\",\"size\":1},"
                + "{\"id\":\"2\",\"kind\":\"capture\",\"name\":\"n\",\"file\":\"x\"}]}";
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(stored)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("session.json"));
            zip.write(list.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("e"));
            zip.write('x');
        }
        return Stream.of(stored.toByteArray(), list.getBytes(StandardCharsets.UTF_8));
    }

    /** Opening and reading never throws but for what says that the file is none, and stays within its limits. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyFileIsReadOrRefused(byte[] input) throws IOException {
        Path file = Files.createTempFile("ipsecwb-", ".fuzz");
        try {
            Files.write(file, input);
            try (SessionFile session = SessionFile.open(file, SMALL)) {
                assertTrue(session.session().evidence().size() <= SMALL.maxItems(), "items are bounded");
                for (EvidenceItem item : session.session().evidence()) {
                    if (item.location() instanceof Location.Inside) {
                        read(session.evidence(item));
                    }
                }
                assertTrue(session.problems().size() <= 2 * SMALL.maxProblems() + 1, "problems are bounded");
            } catch (SessionFormatException e) {
                assertTrue(e.getMessage().contains("fuzz"), "a refusal names the file");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void read(Evidence evidence) throws IOException {
        try (InputStream in = evidence.open()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SessionFormatException e) {
            assertTrue(!e.getMessage().isEmpty(), "a refusal says why");
        }
    }
}
