package org.ipsecworkbench.session.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;

/** Sessions made up for tests. */
public final class Samples {
    /** When everything here was taken. */
    public static final Instant TIME = Instant.parse("2026-11-25T08:00:00Z");

    private Samples() {}

    public static Transcript transcript(String host, String line, String output) {
        return new Transcript(
                host,
                line,
                TIME,
                TIME.plusSeconds(1),
                Ending.exited(0),
                output.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                false,
                StandardCharsets.UTF_8,
                Optional.of(Duration.ofMillis(-1500)));
    }

    public static Session empty() {
        return Session.empty("Office", TIME)
                .with(new SessionHost(
                        "winrm://a",
                        Optional.of(Duration.ofMillis(-1500)),
                        Map.of("os", "Microsoft Windows Server 2019"),
                        ""));
    }

    public static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An item with everything that an item can have. */
    public static EvidenceItem item(String id, String entry) {
        return new EvidenceItem(
                        id,
                        EvidenceKind.EVENTS,
                        "winrm://a",
                        "C:\\logs\\security.evtx",
                        TIME,
                        -1,
                        "",
                        at(entry),
                        "",
                        true,
                        "")
                .withNote("before the change");
    }

    private static Location at(String entry) {
        return new Location.Inside(entry);
    }

    /** The content as text. */
    public static String text(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
