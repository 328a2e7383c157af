package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.testing.Captures;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.ipsecworkbench.ike.testing.SyntheticLog;
import org.ipsecworkbench.ike.testing.SyntheticWfp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of file under a name that lies. */
class IkeFilesTest {
    @TempDir
    private Path folder;

    private Path log;
    private Path events;
    private Path wfp;

    @BeforeEach
    void write() throws IOException {
        log = Files.write(
                folder.resolve("trace.pcap"),
                new SyntheticLog()
                        .start("PresharedKey KeyLen 24")
                        .mainMode(1)
                        .quickMode()
                        .bytes());
        events =
                Files.writeString(folder.resolve("Oakley.log"), SyntheticEvents.xml(List.of(SyntheticEvents.of(4653))));
        wfp = Files.writeString(folder.resolve("Security.evtx"), SyntheticWfp.state());
    }

    @Test
    void aFileIsRecognisedByItsContentWhateverItsName() throws IOException {
        assertEquals(Source.Kind.OAKLEY, IkeFiles.kind(log));
        assertEquals(Source.Kind.EVENTS, IkeFiles.kind(events));
        assertEquals(Source.Kind.WFP, IkeFiles.kind(wfp));
        assertEquals(Source.Kind.CAPTURE, IkeFiles.kind(Captures.lab("c01_ikev1_psk_mismatch")));
        assertEquals(
                Source.Kind.CAPTURE, IkeFiles.kind(Files.writeString(folder.resolve("oakley.log"), "only notes\n")));
    }

    @Test
    void everyKindIsReadToNegotiations() throws IOException {
        for (Path file : List.of(log, events, wfp, Captures.lab("c01_ikev1_psk_mismatch"))) {
            IkeContents contents = read(file, ScanMonitor.NONE, IkeFiles.Listener.NONE);
            assertEquals(1, contents.report().negotiations().size(), file.toString());
        }
        assertNotNull(read(log, ScanMonitor.NONE, IkeFiles.Listener.NONE).log());
        assertNull(read(events, ScanMonitor.NONE, IkeFiles.Listener.NONE).log());
    }

    @Test
    void messagesAndEventsAreHandedOutAsTheyAreRead() throws IOException {
        List<Object> seen = new ArrayList<>();
        IkeFiles.Listener listener = new IkeFiles.Listener() {
            @Override
            public void scanned() {
                seen.add("scanned");
            }

            @Override
            public void message(SeenMessage message) {
                seen.add(message);
            }

            @Override
            public void event(ExplainedEvent event) {
                seen.add(event);
            }
        };
        IkeContents capture = read(Captures.lab("c01_ikev1_psk_mismatch"), ScanMonitor.NONE, listener);
        assertEquals("scanned", seen.get(0));
        assertEquals(capture.report().messages(), seen.size() - 1);
        assertTrue(capture.packets() >= capture.report().messages());
        seen.clear();
        read(events, ScanMonitor.NONE, listener);
        assertEquals(1, seen.size());
    }

    @Test
    void whatIsCancelledEndsWhereItStands() throws IOException {
        StringBuilder many = new StringBuilder();
        String one = SyntheticEvents.xml(List.of(SyntheticEvents.of(4653)));
        while (many.length() < 1 << 20) {
            many.append(one);
        }
        Path large = Files.writeString(folder.resolve("large.xml"), many, StandardCharsets.UTF_8);
        long whole =
                read(large, ScanMonitor.NONE, IkeFiles.Listener.NONE).report().messages();
        ScanMonitor half = new ScanMonitor() {
            private long read;

            @Override
            public boolean cancelled() {
                return read > 1 << 19;
            }

            @Override
            public void progress(long done, long total) {
                read = done;
                assertTrue(done <= total, done + " of " + total);
            }
        };
        long part = read(large, half, IkeFiles.Listener.NONE).report().messages();
        assertTrue(part > 0 && part < whole, part + " of " + whole);
    }

    private static IkeContents read(Path file, ScanMonitor monitor, IkeFiles.Listener listener) throws IOException {
        Source source = new Source(String.valueOf(file.getFileName()), IkeFiles.kind(file));
        return IkeFiles.read(file, source, LogTime.ofThisMachine(), DecryptionKeys.NONE, monitor, listener);
    }
}
