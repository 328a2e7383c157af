package org.ipsecworkbench.session.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.session.SessionLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private final ProblemLog problems = new ProblemLog(100);

    private Session read(byte[] manifest) {
        return ManifestReader.read(manifest, SessionLimits.DEFAULT, problems);
    }

    private Session read(String manifest) {
        return read(manifest.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever a session holds, it is the same once it was written and read. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everySessionIsReadAsItWasWritten(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Session session = session(random);
            assertEquals(session, read(ManifestWriter.write(session)), () -> "seed " + seed);
        }
        assertEquals(List.of(), problems.problems());
    }

    private static Session session(Random random) {
        List<SessionHost> hosts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Optional<Duration> offset =
                    random.nextBoolean() ? Optional.of(Duration.ofNanos(random.nextLong() >> 10)) : Optional.empty();
            Map<String, String> system = new LinkedHashMap<>();
            system.put("os", text(random));
            hosts.add(new SessionHost(
                    i + text(random), offset, random.nextBoolean() ? system : Map.of(), others(random)));
        }
        List<EvidenceItem> items = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            items.add(new EvidenceItem(
                    i + text(random),
                    EvidenceKind.of("k" + random.nextInt(9)),
                    text(random),
                    text(random),
                    random.nextBoolean() ? time(random) : null,
                    random.nextBoolean() ? random.nextLong() >>> 8 : -1,
                    random.nextBoolean() ? "0123456789abcdef".repeat(4) : "",
                    random.nextBoolean() ? new Location.Inside("e" + text(random)) : new Location.Outside("f" + i),
                    text(random),
                    random.nextBoolean(),
                    others(random)));
        }
        List<Bookmark> bookmarks = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            bookmarks.add(new Bookmark(text(random), text(random), text(random), others(random)));
        }
        return new Session(text(random), time(random), hosts, items, text(random), bookmarks, others(random));
    }

    private static Instant time(Random random) {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private static String others(Random random) {
        return random.nextBoolean() ? "" : "{\"later\":[1,{\"x\":\"" + random.nextInt() + "\"},null,1.50]}";
    }

    /** Letters of every sort, also such as JSON escapes. */
    private static String text(Random random) {
        return random.ints(random.nextInt(8), 1, 0x2ffff)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void whatANewerVersionWroteIsKeptAndTold() {
        String manifest = "{\"schema\":\"ipsecwb/session/7\",\"title\":\"t\",\"lanes\":[1,2],"
                + "\"evidence\":[{\"id\":\"1\",\"kind\":\"hologram\",\"entry\":\"evidence/1\",\"depth\":3}]}";
        Session session = read(manifest);
        assertEquals("t", session.title());
        assertEquals("hologram", session.evidence().get(0).kind().label());
        assertTrue(problems.problems().get(0).what().contains("A newer version"));
        String again = new String(ManifestWriter.write(session), StandardCharsets.UTF_8);
        assertTrue(again.contains("\"lanes\"") && again.contains("\"depth\" : 3") && again.contains("hologram"), again);
    }

    @Test
    void whatStandsBeforeTheDamageIsKept() {
        byte[] whole = ManifestWriter.write(session(new Random(5)).withTitle("title"));
        for (int length = 0; length < whole.length - 1; length++) {
            Session cut = read(Arrays.copyOf(whole, length));
            assertTrue(length < 60 || cut.title().equals("title"), "cut at " + length);
        }
        assertTrue(problems.problems().size() > 1);
    }

    @Test
    void nothingThatIsWrongIsBelieved() {
        Session session =
                read("{\"schema\":\"x\",\"created\":\"yesterday\",\"hosts\":[7,{\"name\":\"a\",\"clockOffset\":1e99},"
                        + "{\"name\":\"a\"}],\"evidence\":[{\"id\":\"1\"},{\"id\":\"1\",\"entry\":\"a\",\"size\":-4,\"sha256\":\"zz\"},"
                        + "{\"id\":\"1\",\"entry\":\"b\",\"size\":\"99999999999999999999\"}],\"bookmarks\":{}}");
        assertEquals(1, session.hosts().size());
        assertEquals(2, session.evidence().size());
        assertEquals("1", session.evidence().get(0).id());
        assertEquals(-1, session.evidence().get(0).size());
        assertEquals("", session.evidence().get(0).sha256());
        assertEquals("1-2", session.evidence().get(1).id());
        assertEquals(11, problems.problems().size(), problems.problems().toString());
    }

    @Test
    void itemsBeyondTheLimitAreTold() {
        SessionLimits two = new SessionLimits(1 << 20, 2, 1 << 20, 1 << 20, 200, 1 << 20, 10);
        String items = "{\"id\":\"1\",\"entry\":\"a\"},{\"id\":\"2\",\"entry\":\"b\"},{\"id\":\"3\",\"entry\":\"c\"}";
        Session session = ManifestReader.read(
                ("{\"schema\":\"ipsecwb/session/1\",\"evidence\":[" + items + "]}").getBytes(StandardCharsets.UTF_8),
                two,
                problems);
        assertEquals(2, session.evidence().size());
        assertTrue(problems.problems().get(0).what().contains("only the first 2"));
    }
}
