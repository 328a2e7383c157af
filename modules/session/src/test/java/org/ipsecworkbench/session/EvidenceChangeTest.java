package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.session.EvidenceChange.Standing;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceChangeTest {
    private static final Instant LATER = Samples.TIME.plusSeconds(60);

    @TempDir
    private Path folder;

    private SessionWorkspace session(String name) throws IOException {
        return SessionWorkspace.create(folder.resolve(name), Samples.empty());
    }

    private static void file(SessionWorkspace session, String host, String name, Instant time, String text)
            throws IOException {
        session.add(EvidenceKind.FILE, host, name, time, Samples.bytes(text));
    }

    private static List<Standing> standings(List<EvidenceChange> changes) {
        return changes.stream().map(EvidenceChange::standing).toList();
    }

    @Test
    void filesAreComparedByTheirContent() throws IOException {
        try (SessionWorkspace before = session("before");
                SessionWorkspace after = session("after")) {
            file(before, "a", "same", Samples.TIME, "1");
            file(before, "a", "other", Samples.TIME, "1");
            file(before, "a", "gone", Samples.TIME, "1");
            file(after, "A", "same", LATER, "1");
            file(after, "A", "other", LATER, "2");
            file(after, "b", "gone", LATER, "1");
            List<EvidenceChange> changes = EvidenceChange.of(before, after);
            assertEquals(
                    List.of(Standing.SAME, Standing.DIFFERS, Standing.ONLY_BEFORE, Standing.ONLY_AFTER),
                    standings(changes));
            assertNull(changes.get(2).after());
            assertEquals("gone", changes.get(2).item().name());
            assertEquals("b", changes.get(3).item().host());
        }
    }

    @Test
    void whenACommandWasRunMakesNoDifference() throws IOException {
        try (SessionWorkspace before = session("before");
                SessionWorkspace after = session("after")) {
            before.add(Samples.transcript("a", "ver", "10.0"));
            before.add(Samples.transcript("a", "hostname", "A"));
            after.add(Samples.transcript("a", "ver", "10.0"));
            after.add(Samples.transcript("a", "hostname", "B"));
            assertEquals(List.of(Standing.SAME, Standing.DIFFERS), standings(EvidenceChange.of(before, after)));
        }
    }

    @Test
    void ofSeveralTheNewestCounts() throws IOException {
        try (SessionWorkspace before = session("before");
                SessionWorkspace after = session("after")) {
            file(before, "a", "log", LATER, "new");
            file(before, "a", "log", Samples.TIME, "old");
            file(after, "a", "log", Samples.TIME, "new");
            List<EvidenceChange> changes = EvidenceChange.of(before, after);
            assertEquals(List.of(Standing.SAME), standings(changes));
            EvidenceItem item = changes.get(0).before();
            assertNotNull(item);
            assertEquals(LATER, item.takenAt());
        }
    }

    @Test
    void aBaselineIsAPartOfItsSession() throws IOException {
        try (SessionWorkspace session = session("both")) {
            file(session, "a", "log", Samples.TIME, "then");
            file(session, "a", "log", LATER, "now");
            EvidenceItem then = session.session().evidence().get(0);
            session.update(before -> before.with(then.withBaseline(true)));
            try (SessionPart baseline = SessionPart.baseline(session);
                    SessionPart current = SessionPart.current(session)) {
                assertEquals(1, baseline.session().evidence().size());
                assertEquals(List.of(Standing.DIFFERS), standings(EvidenceChange.of(baseline, current)));
                assertEquals(
                        "now",
                        Samples.text(
                                current.evidence(current.session().evidence().get(0))
                                        .open()));
            }
        }
    }
}
