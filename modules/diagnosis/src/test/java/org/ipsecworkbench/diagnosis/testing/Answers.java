package org.ipsecworkbench.diagnosis.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Transcript;

/** Answers that no host gave. */
public final class Answers {
    private static final Instant TIME = Instant.parse("2026-11-25T09:30:00Z");

    private Answers() {}

    /** A host with one answer more. */
    public static HostEvidence with(HostEvidence host, Need need, String output) {
        return host.with(new Transcript(
                "test",
                need.line(),
                TIME,
                TIME,
                Ending.exited(0),
                output.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                false,
                StandardCharsets.UTF_8,
                Optional.empty()));
    }

    /** A host with one answer. */
    public static HostEvidence of(Need need, String output) {
        return with(HostEvidence.none("H", false), need, output);
    }
}
