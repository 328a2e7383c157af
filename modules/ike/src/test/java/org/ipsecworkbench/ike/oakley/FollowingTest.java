package org.ipsecworkbench.ike.oakley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.OakleyFollower;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.testing.SyntheticLog;
import org.ipsecworkbench.ike.testing.SyntheticLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that is read on says at every time what reading it anew says. */
class FollowingTest {
    private static final Source SOURCE = new Source("Oakley.log", Source.Kind.OAKLEY);
    private static final LocalDate NOT_AFTER = LocalDate.of(2004, 6, 1);
    private static final ZoneId UTC = ZoneId.of("UTC");
    /** Small ones, so that all of them are met. */
    private static final OakleyLimits LIMITS = new OakleyLimits(120, 60, 20, 3, 2);

    private static final IkeLimits IKE_LIMITS = new IkeLimits(4096, 50, 6, 40, 120, 5_000, 255, 16L << 20);

    @TempDir
    private Path folder;

    /** Bytes of which more and more are there. */
    private static final class Growing extends InputStream {
        private final byte[] bytes;
        private int at;
        private int there;

        Growing(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at < there ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(length, there - at);
            if (count <= 0) {
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "mark UTF-8", "mark UTF-16LE", "mark UTF-16BE"})
    void cutAtRandomPlacesItReadsAsTheWhole(String encoding) throws IOException {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            byte[] log = mixed(random, encoding);
            followed(log, random, OakleyLimits.DEFAULT, IkeLimits.DEFAULT);
            followed(log, random, LIMITS, IKE_LIMITS);
        }
    }

    private static void followed(byte[] log, Random random, OakleyLimits limits, IkeLimits ikeLimits)
            throws IOException {
        Growing growing = new Growing(log);
        OakleyReader reader = new OakleyReader(LogInput.open(growing), SOURCE, limits, ikeLimits);
        while (growing.there < log.length) {
            growing.there = Math.min(log.length, growing.there + step(random));
            reader.read(log.length, ScanMonitor.NONE);
            if (random.nextInt(3) == 0) {
                byte[] part = Arrays.copyOf(log, growing.there);
                assertEquals(fresh(part, limits, ikeLimits), reader.report(NOT_AFTER, UTC), "of " + part.length);
            }
        }
        assertEquals(fresh(log, limits, ikeLimits), reader.report(NOT_AFTER, UTC));
    }

    /** Mostly parts of a line, sometimes many lines. */
    private static int step(Random random) {
        return 1 + random.nextInt(random.nextInt(4) == 0 ? 5000 : 90);
    }

    private static OakleyReport fresh(byte[] log, OakleyLimits limits, IkeLimits ikeLimits) throws IOException {
        OakleyReader reader = new OakleyReader(LogInput.open(new ByteArrayInputStream(log)), SOURCE, limits, ikeLimits);
        reader.read(log.length, ScanMonitor.NONE);
        return reader.report(NOT_AFTER, UTC);
    }

    /** Logs of several kinds after each other, of several threads, with lines that are too long and ones in no order. */
    private static byte[] mixed(Random random, String encoding) {
        List<String> lines = new ArrayList<>();
        List<SyntheticLog> logs = new ArrayList<>(SyntheticLogs.all().values());
        for (int i = 0; i < 3; i++) {
            String thread = ":" + Integer.toHexString(0xc00 + random.nextInt(5)) + " ";
            for (String line : logs.get(random.nextInt(logs.size())).text().split("\r\n")) {
                lines.add(line.replace(":c3c ", thread));
                if (random.nextInt(40) == 0) {
                    lines.add(line + " Grüße".repeat(random.nextInt(1000)));
                }
                if (random.nextInt(40) == 0) {
                    lines.add(logs.get(random.nextInt(logs.size())).text().split("\r\n")[0]);
                }
            }
        }
        String text = String.join("\r\n", lines) + (random.nextBoolean() ? "\r\n" : "");
        return switch (encoding) {
            case "mark UTF-8" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case "mark UTF-16LE" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            case "mark UTF-16BE" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
            default -> text.getBytes(Charset.forName(encoding));
        };
    }

    @Test
    void aFileIsReadOnAsItGrows() throws IOException {
        String text = SyntheticLogs.all().get("established").text();
        Path file = Files.writeString(folder.resolve("Oakley.log"), text.substring(0, text.length() / 2));
        try (OakleyFollower follower = OakleyFollower.open(file, SOURCE, new LogTime(UTC, 2004))) {
            assertTrue(follower.read(ScanMonitor.NONE));
            long before = follower.report().lines();
            assertFalse(follower.read(ScanMonitor.NONE), "nothing came");
            Files.writeString(file, text.substring(text.length() / 2), StandardOpenOption.APPEND);
            assertTrue(follower.read(ScanMonitor.NONE));
            assertTrue(follower.report().lines() > before);
            assertEquals("", follower.whyNotFollowed());

            Files.writeString(file, "short");
            why(follower, "became shorter");
            Path other = Files.writeString(folder.resolve("other"), text + text);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            why(follower, "Another file has taken the name");
            Files.delete(file);
            why(follower, "was deleted");
        }
    }

    private static void why(OakleyFollower follower, String words) throws IOException {
        assertTrue(follower.whyNotFollowed().contains(words), follower.whyNotFollowed());
    }

    @Test
    void aReportIsNotChangedByWhatIsReadLater() throws IOException {
        byte[] log = SyntheticLogs.all().get("preshared-key").bytes();
        Growing growing = new Growing(log);
        OakleyReader reader = new OakleyReader(LogInput.open(growing), SOURCE, OakleyLimits.DEFAULT, IkeLimits.DEFAULT);
        growing.there = log.length / 2;
        reader.read(log.length, ScanMonitor.NONE);
        OakleyReport half = reader.report(NOT_AFTER, UTC);
        String told = half.toString();
        growing.there = log.length;
        reader.read(log.length, ScanMonitor.NONE);
        assertNotEquals(half, reader.report(NOT_AFTER, UTC));
        assertEquals(told, half.toString());
    }
}
