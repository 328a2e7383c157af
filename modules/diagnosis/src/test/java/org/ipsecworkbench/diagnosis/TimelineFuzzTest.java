package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.session.SessionHost;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions with any evidence. A line {@code @K NAME} begins a piece of the kind with that letter. */
class TimelineFuzzTest {
    private static final Instant TIME = Instant.parse("2026-11-25T09:30:00Z");
    private static final TimelineLimits LIMITS = new TimelineLimits(200, 100, 10, 10, 20);

    private static final Map<Character, EvidenceKind> KINDS = Map.of(
            't', EvidenceKind.TRANSCRIPT,
            'a', EvidenceKind.AUDIT_TRAIL,
            'o', EvidenceKind.OAKLEY_LOG,
            'e', EvidenceKind.EVENTS,
            'w', EvidenceKind.WFP,
            'p', EvidenceKind.POLICY,
            'f', EvidenceKind.FILE);

    private static final String SEED = """
            @t hostname
            SRV1
            @t sc queryex IKEEXT
            TYPE : 20
            STATE : 4 RUNNING
            @t sc queryex IKEEXT
            TYPE : 20
            STATE : 1 STOPPED
            @t wevtutil
            <Event><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4653</EventID>
            <TimeCreated SystemTime='2026-11-25T09:31:00Z'/><Computer>srv1.test</Computer></System><EventData>
            <Data Name='InitiatorCookie'>5fb0c0a2b86e1d07</Data><Data Name='SPI'>0xc0ffee01</Data></EventData></Event>
            @t type
             11-25: 09:30:00:000:8a4 ProcessFailure: sa:000DEA38 centry:00000000 status:35ed
            @a commands-sent.tsv
            time	host	action	result	command
            2026-11-25T09:41:00Z	SRV1	Apply: Start IKEEXT	exit code 0	sc start IKEEXT
            +1000000000-12-31T23:59:59Z	SRV1	Undo: Start IKEEXT	exit code 0	sc stop IKEEXT
            @o Oakley.log
             11-25: 09:30:00:000:8a4 Receive: (get) SA = 0x000dea38 from 10.0.0.2.500
            @e security.xml
            <Events><Event><System><Provider Name='Service Control Manager'/><EventID>7036</EventID>
            <TimeCreated SystemTime='-999999999-01-01T00:00:00Z'/></System><EventData><Data>IPsec Policy Agent</Data>
            <Data>running</Data></EventData></Event></Events>
            @w netevents.xml
            <netEvents numItems="1"><item><header><localAddrV4>10.0.0.1</localAddrV4></header></item></netEvents>
            @p rules.txt
            Rule Name: R
            Action: RequireInRequireOut
            @p rules.txt
            Rule Name: R
            Action: RequestInRequestOut
            @f notes.txt
            """;

    static Stream<byte[]> seeds() {
        return Stream.of(SEED, "").map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** A piece in memory; what has to be a file is one for a moment. */
    private record Piece(EvidenceItem item, byte[] bytes, List<Path> files) implements Evidence {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Path file() throws IOException {
            Path file = Files.write(Files.createTempFile("ipsecwb-fuzz", ""), bytes);
            files.add(file);
            return file;
        }
    }

    private record Contents(Session session, List<Piece> pieces) implements SessionContents {
        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public Evidence evidence(EvidenceItem item) {
            return pieces.get(Integer.parseInt(item.id()));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static Contents contents(String text, List<Path> files) {
        Session session = Session.empty("Fuzz", TIME).with(SessionHost.of("H"));
        List<Piece> pieces = new ArrayList<>();
        for (String part : ("\n" + text).split("\n@", 20)) {
            int end = part.indexOf('\n');
            EvidenceKind kind = end < 2 ? null : KINDS.get(part.charAt(0));
            if (kind == null) {
                continue;
            }
            String name = part.substring(2, end);
            byte[] content = part.substring(end + 1).getBytes(StandardCharsets.UTF_8);
            byte[] bytes = kind.isTranscript() ? transcript(name, content, pieces.size()) : content;
            String host = pieces.size() % 3 == 2 ? "" : "H";
            EvidenceItem item = new EvidenceItem(
                    String.valueOf(pieces.size()),
                    kind,
                    host,
                    name,
                    TIME.plusSeconds(pieces.size()),
                    bytes.length,
                    "",
                    new Location.Inside(name),
                    "",
                    false,
                    "");
            session = session.with(item);
            pieces.add(new Piece(item, bytes, files));
        }
        return new Contents(session, pieces);
    }

    private static byte[] transcript(String line, byte[] output, int number) {
        Instant started = TIME.plusSeconds(number);
        return TranscriptFile.bytes(new Transcript(
                "h",
                line,
                started,
                started.plusMillis(5),
                Ending.exited(0),
                output,
                new byte[0],
                false,
                StandardCharsets.UTF_8,
                Optional.of(Duration.ofMillis(number * 100L))));
    }

    /** Whatever evidence says comes by time, within the limits, and the same again. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyEvidenceHasItsPlaceInTime(byte[] input) throws IOException {
        List<Path> files = new ArrayList<>();
        try {
            Contents contents = contents(new String(input, StandardCharsets.UTF_8), files);
            Timeline timeline = Timeline.read(contents, LIMITS, ScanMonitor.NONE);
            assertTrue(timeline.entries().size() <= LIMITS.maxEntries());
            Instant before = Instant.MIN;
            for (TimelineEntry entry : timeline.entries()) {
                assertFalse(entry.time().isBefore(before));
                assertFalse(entry.length().isNegative(), entry.toString());
                assertFalse(entry.words().isEmpty(), entry.toString());
                before = entry.time();
            }
            assertEquals(
                    timeline.entries(),
                    Timeline.read(contents, LIMITS, ScanMonitor.NONE).entries());
        } finally {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
