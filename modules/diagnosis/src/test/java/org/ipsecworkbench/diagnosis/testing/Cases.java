package org.ipsecworkbench.diagnosis.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.Timeline;
import org.ipsecworkbench.diagnosis.TimelineLimits;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.session.SessionWorkspace;

/** A session that is put together piece by piece. */
public final class Cases implements AutoCloseable {
    /** When its first answer was given. */
    public static final Instant TIME = Instant.parse("2026-11-25T09:30:00Z");

    /** Captures that the generator of the lab made. */
    private static final Path CAPTURES = Path.of("../capture/src/test/resources/org/ipsecworkbench/capture/lab");

    private final SessionWorkspace session;

    public Cases(Path folder) throws IOException {
        session = SessionWorkspace.create(folder.resolve("journal"), Session.empty("Case", TIME));
    }

    /** Adds a host, whose clock is known by nothing but its answers. */
    public Cases host(String name) throws IOException {
        session.update(before -> before.with(SessionHost.of(name)));
        return this;
    }

    /** Adds an answer that a host gave some seconds after the first one, with its clock ahead by so much. */
    public Cases answer(String host, String line, String output, long seconds, Duration ahead) throws IOException {
        Instant started = TIME.plusSeconds(seconds);
        session.add(new Transcript(
                host,
                line,
                started,
                started.plusMillis(200),
                Ending.exited(0),
                output.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                false,
                StandardCharsets.UTF_8,
                Optional.of(ahead)));
        return this;
    }

    /** Adds a file with this text. */
    public Cases file(EvidenceKind kind, String host, String name, String text) throws IOException {
        session.add(kind, host, name, TIME, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Adds a capture of the lab. */
    public Cases capture(String name, String host) throws IOException {
        session.addFile(CAPTURES.resolve(name + ".pcap"), EvidenceKind.CAPTURE, host, ScanMonitor.NONE);
        return this;
    }

    public SessionWorkspace session() {
        return session;
    }

    /** The id of the piece with this name. */
    public String id(String name) {
        return session.session().evidence().stream()
                .filter(item -> item.name().endsWith(name))
                .map(EvidenceItem::id)
                .findFirst()
                .orElseThrow();
    }

    public Timeline timeline() {
        return Timeline.read(session, TimelineLimits.DEFAULT, ScanMonitor.NONE);
    }

    @Override
    public void close() throws IOException {
        session.discard();
    }
}
