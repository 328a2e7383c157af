package org.ipsecworkbench.captureviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.captureviewer.Snapshot.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureLoadTest {
    private static final Path SAMPLE = Path.of("src/main/samples/office-partly-protected.pcap");

    private final BlockingQueue<Snapshot> snapshots = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @Test
    void theLastSnapshotIsTheWholeCapture() throws Exception {
        new CaptureLoad(SAMPLE, snapshots::add).start();
        Snapshot last = last();
        assertEquals(State.COMPLETE, last.state());
        assertEquals(204, last.packets());
        Coverage coverage = last.coverage();
        assertNotNull(coverage);
        assertEquals(Verdict.MIXED, coverage.verdict());
        assertTrue(coverage.complete());
    }

    @Test
    void whatIsNoCaptureFailsAndSaysWhatWouldBeOne() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "These are only notes, and no packets at all.");
        new CaptureLoad(file, snapshots::add).start();
        Snapshot last = last();
        assertEquals(State.FAILED, last.state());
        assertNull(last.coverage());
        assertTrue(String.valueOf(last.failure()).contains("pcapng"), last.failure());
    }

    @Test
    void aMissingFileFails() throws Exception {
        new CaptureLoad(folder.resolve("gone.pcap"), snapshots::add).start();
        assertEquals(State.FAILED, last().state());
    }

    @Test
    void cancellingEndsItAndIsNoFailure() throws Exception {
        CaptureLoad load = new CaptureLoad(zeros(), snapshots::add);
        load.cancel();
        load.start();
        Snapshot last = last();
        assertEquals(State.CANCELLED, last.state());
        assertNull(last.failure());
    }

    @Test
    void afterClosingNothingIsTold() throws Exception {
        CaptureLoad load = new CaptureLoad(zeros(), snapshots::add);
        load.start();
        load.close();
        Snapshot told = snapshots.poll(2, TimeUnit.SECONDS);
        assertFalse(told != null && !told.state().running(), String.valueOf(told));
    }

    @Test
    void aFileThatIsStillBeingWrittenIsNotDamagedAndCanBeFollowed() throws Exception {
        byte[] whole = Files.readAllBytes(SAMPLE);
        Path file = Files.write(folder.resolve("growing.pcap"), Arrays.copyOf(whole, 45_000));
        CaptureLoad load = new CaptureLoad(file, snapshots::add);
        load.start();
        Snapshot half = last();
        assertTrue(half.growth().writing());
        Coverage found = half.coverage();
        assertNotNull(found);
        assertEquals(found.problems(), List.of(half.growth().unfinished()));

        load.follow(true);
        waitFor(half.packets());
        Files.write(file, Arrays.copyOfRange(whole, 45_000, whole.length), StandardOpenOption.APPEND);
        assertEquals(List.of(), waitFor(204).problems());
        load.follow(false);
        assertEquals(State.COMPLETE, last().state());

        Files.write(file, Arrays.copyOfRange(whole, 24, whole.length), StandardOpenOption.APPEND);
        load.follow(true);
        assertEquals(408, waitFor(408).packets());
        load.close();
    }

    @Test
    void aFileThatIsEmptyIsFollowedFromItsBeginning() throws Exception {
        Path file = Files.createFile(folder.resolve("growing.pcap"));
        CaptureLoad load = new CaptureLoad(file, snapshots::add);
        load.follow(true);
        Snapshot waiting = snapshots.poll(30, TimeUnit.SECONDS);
        assertEquals(State.OPENING, waiting == null ? null : waiting.state());
        Files.copy(SAMPLE, file, StandardCopyOption.REPLACE_EXISTING);
        waitFor(204);
        load.close();
    }

    /** What a snapshot says of so many packets that is still following. */
    private Coverage waitFor(long packets) throws InterruptedException {
        while (true) {
            Snapshot snapshot = snapshots.poll(30, TimeUnit.SECONDS);
            assertNotNull(snapshot, "no snapshot of " + packets + " packets");
            Coverage coverage = snapshot.coverage();
            if (snapshot.state() == State.FOLLOWING && coverage != null && coverage.packets() == packets) {
                return coverage;
            }
        }
    }

    /** A compressed file that takes a while to unpack. */
    private Path zeros() throws IOException {
        Path file = folder.resolve("zeros.pcap.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(Files.readAllBytes(SAMPLE));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        return file;
    }

    private Snapshot last() throws InterruptedException {
        while (true) {
            Snapshot snapshot = snapshots.poll(30, TimeUnit.SECONDS);
            assertNotNull(snapshot, "no last snapshot");
            if (!snapshot.state().running()) {
                return snapshot;
            }
        }
    }
}
