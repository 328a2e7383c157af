package org.ipsecworkbench.ikelogbrowser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.event.SeenEvent;
import org.ipsecworkbench.session.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<Gathered> shown = new LinkedBlockingQueue<>();
    private final Sources sources = new Sources(new Sources.View() {
        @Override
        public void show(Gathered all) {
            assertTrue(SwingUtilities.isEventDispatchThread());
            shown.add(all);
        }

        @Override
        public void changed() {
            assertTrue(SwingUtilities.isEventDispatchThread());
        }
    });

    @AfterEach
    void close() throws Exception {
        SwingUtilities.invokeAndWait(sources::close);
    }

    @Test
    void aLogJoinsTheNegotiationOfACapture() throws Exception {
        add(Lab.file("c01_ikev1_psk_mismatch"));
        Gathered alone = until(all -> true);
        assertEquals(1, alone.report().negotiations().size());
        add(Lab.log("beside-c01_ikev1_psk_mismatch"));
        Gathered both = until(all -> all.kinds().size() == 2);
        assertEquals(1, both.report().negotiations().size());
        Negotiation one = both.report().negotiations().get(0);
        assertTrue(
                one.notes().stream().anyMatch(note -> note.contains("clock is 3.25 s ahead")),
                one.notes().toString());
        assertEquals(
                List.of(Source.Kind.CAPTURE, Source.Kind.OAKLEY),
                one.steps().get(0).evidence().stream()
                        .map(place -> place.source().kind())
                        .distinct()
                        .toList());
        assertEquals(2, both.origins().files().size());
    }

    @Test
    void aLogIsReadAnewInTheTimeThatIsChosenForIt() throws Exception {
        add(Lab.log("established"));
        until(all -> true);
        time(new LogTime(ZoneId.of("UTC"), 2003));
        Gathered old = until(all -> start(all).toString().startsWith("2003"));
        time(new LogTime(ZoneId.of("+02:00"), 2003));
        Instant moved = start(until(all -> !start(all).equals(start(old))));
        assertEquals(Duration.ofHours(-2), Duration.between(start(old), moved));
    }

    private void time(LogTime chosen) throws Exception {
        SwingUtilities.invokeAndWait(() -> sources.setTime(sources.files().get(0), chosen));
    }

    private static Instant start(Gathered all) {
        return Objects.requireNonNull(all.report().negotiations().get(0).start());
    }

    @Test
    void eventsThatBelongToNoNegotiationAreThereToo() throws Exception {
        add(Lab.resource("synthetic/synthetic-events.xml"));
        Gathered all = until(one -> true);
        assertEquals(0, all.lostEvents());
        assertTrue(all.events().stream().anyMatch(SeenEvent::ofNegotiation));
        List<Integer> others = all.events().stream()
                .filter(seen -> !seen.ofNegotiation())
                .map(seen -> seen.event().event().id())
                .toList();
        assertTrue(others.containsAll(List.of(4960, 4965, 5440, 5485, 7036, 20226)), others.toString());
        Path file = Lab.resource("synthetic/synthetic-events.xml");
        for (SeenEvent seen : all.events()) {
            Place place = Place.event(seen.event().event().evidence().first());
            assertEquals(seen.ofNegotiation() ? Optional.empty() : Optional.of(seen), ToldAt.event(file, place, all));
        }
    }

    @Test
    void whatWasAddedFirstMayBeTheLog() throws Exception {
        add(Lab.log("beside-c01_ikev1_psk_mismatch"));
        add(Lab.file("c01_ikev1_psk_mismatch"));
        Gathered both = until(all -> all.kinds().size() == 2);
        assertEquals(1, both.report().negotiations().size());
        Step first = both.report().negotiations().get(0).steps().get(0);
        assertEquals(Source.Kind.CAPTURE, first.evidence().get(0).source().kind(), "the capture's times count");
    }

    @Test
    void filesOfOneNameAreToldApartByTheirFolders() throws Exception {
        for (String host : List.of("a", "b")) {
            Path copy = Files.createDirectories(folder.resolve(host)).resolve("Oakley.log");
            Files.copy(Lab.log("established"), copy);
            add(copy);
        }
        until(all -> all.kinds().size() == 2);
        assertEquals(
                List.of("Oakley.log", Path.of("b", "Oakley.log").toString()),
                sources.files().stream().map(file -> file.name).toList());
    }

    @Test
    void aFileThatGivesNothingLeavesTheOthers() throws Exception {
        add(Lab.log("established"));
        add(Files.writeString(folder.resolve("notes.txt"), "These are only notes, and no packets at all."));
        until(all -> all.kinds().size() == 1);
        waitFor(() -> sources.files().get(1).reading() instanceof Reading.Failed failed
                && failed.why().contains("Nor is it an Oakley.log"));
    }

    @Test
    void aLogIsFollowedAndSaysWhyItEnded() throws Exception {
        String text = Files.readString(Lab.log("established"));
        Path log = Files.writeString(folder.resolve("Oakley.log"), text.substring(0, text.length() / 3));
        add(log);
        until(all -> true);
        SwingUtilities.invokeAndWait(() -> sources.follow(true));
        waitFor(() -> sources.files().get(0).reading() instanceof Reading.Following);
        Files.writeString(log, text.substring(text.length() / 3), StandardOpenOption.APPEND);
        Gathered whole = until(all -> all.report().negotiations().stream()
                .anyMatch(one -> !one.children().isEmpty()));
        add(Lab.log("established"));
        Gathered fresh = until(all -> all.kinds().size() == 2);
        assertEquals(
                whole.report().negotiations().get(0).outcome(),
                fresh.report().negotiations().get(0).outcome());
        Files.delete(log);
        waitFor(() -> sources.files().get(0).reading() instanceof Reading.Ended last
                && last.notice().contains("was deleted"));
    }

    @Test
    void aFileThatHasChangedIsNoticedAndReadAgain() throws Exception {
        Path capture = folder.resolve("trace.pcap");
        Files.copy(Lab.file("c01_ikev1_psk_mismatch"), capture);
        byte[] whole = Files.readAllBytes(capture);
        Files.write(capture, Arrays.copyOf(whole, whole.length / 2));
        add(capture);
        long before = until(all -> true).packets();
        Files.write(capture, whole);
        waitFor(() -> sources.files().get(0).isGrown());
        SwingUtilities.invokeAndWait(sources::readAgain);
        assertTrue(until(all -> true).packets() > before);
        waitFor(() -> !sources.files().get(0).isGrown());
    }

    @Test
    void keysReadCapturesAnewAndNotLogs() throws Exception {
        Path keys = Lab.resource("keys/ikev1_decryption_table");
        add(Lab.log("established"));
        add(Lab.file("c01_ikev1_psk_mismatch"));
        until(all -> all.kinds().size() == 2);
        FileContents log = sources.files().get(0).said();
        DecryptionKeys read = DecryptionKeys.read(List.of(keys));
        SwingUtilities.invokeAndWait(() -> sources.decrypt(read));
        until(all -> all.kinds().size() == 2);
        assertEquals(log, sources.files().get(0).said());
        assertNotNull(sources.files().get(1).said());
    }

    private void add(Path file) throws Exception {
        SwingUtilities.invokeAndWait(() -> sources.add(file));
    }

    private Gathered until(Predicate<Gathered> met) throws InterruptedException {
        Gathered next;
        do {
            next = shown.poll(20, TimeUnit.SECONDS);
            assertNotNull(next, "nothing of that kind was shown");
        } while (!met.test(next));
        return next;
    }

    private static void waitFor(BooleanSupplier met) throws Exception {
        boolean[] now = new boolean[1];
        for (int i = 0; i < 400 && !now[0]; i++) {
            SwingUtilities.invokeAndWait(() -> now[0] = met.getAsBoolean());
            Thread.sleep(now[0] ? 0 : 50);
        }
        assertTrue(now[0], "in vain waited for it");
    }
}
