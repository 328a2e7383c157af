package org.ipsecworkbench.ikelogbrowser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.LogTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportLoadTest {
    private final BlockingQueue<Reading> told = new LinkedBlockingQueue<>();

    @Test
    void aCaptureIsReadAndToldOnTheEventThread() throws Exception {
        new ReportLoad(
                        Lab.file("c01_ikev1_psk_mismatch"),
                        "c01.pcap",
                        LogTime.ofThisMachine(),
                        DecryptionKeys.NONE,
                        reading -> {
                            assertTrue(SwingUtilities.isEventDispatchThread());
                            told.add(reading);
                        })
                .start();
        Reading.Ended ended = assertInstanceOf(Reading.Ended.class, last());
        assertEquals(1, ended.said().contents().report().negotiations().size());
        assertEquals("c01.pcap", ended.said().contents().report().source().name());
    }

    @Test
    void aFileThatIsNoCaptureIsToldInWords(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "These are only notes, and no packets at all.");
        new ReportLoad(file, "notes.txt", LogTime.ofThisMachine(), DecryptionKeys.NONE, told::add).start();
        assertTrue(assertInstanceOf(Reading.Failed.class, last()).why().contains("is not a capture"));
    }

    @Test
    void whatWasCancelledBeforeItBeganGivesNothingOrAPart() throws Exception {
        ReportLoad load = new ReportLoad(
                Lab.file("c01_ikev1_psk_mismatch"),
                "c01.pcap",
                LogTime.ofThisMachine(),
                DecryptionKeys.NONE,
                told::add);
        load.cancel();
        load.start();
        Reading last = last();
        assertTrue(
                last instanceof Reading.Failed failed && failed.why().isEmpty()
                        || last instanceof Reading.Ended ended && ended.cancelled(),
                String.valueOf(last));
    }

    private Reading last() throws InterruptedException {
        Reading reading;
        do {
            reading = told.poll(20, TimeUnit.SECONDS);
            assertNotNull(reading, "nothing was told");
        } while (reading instanceof Reading.Running);
        return reading;
    }
}
