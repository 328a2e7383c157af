package org.ipsecworkbench.commandline;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.AuditTrail;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Transcript;

/** Tells each command that goes to a host, and how it ended, where {@code --verbose} asks for that. */
final class VerboseTrail implements AuditTrail.Listener, AutoCloseable {
    private final PrintWriter err;

    /** Tells nothing where it is not asked for. */
    VerboseTrail(PrintWriter err, boolean isVerbose) {
        this.err = err;
        if (isVerbose) {
            AuditTrail.add(this);
        }
    }

    @Override
    public void sent(AuditTrail.Entry entry) {
        tell(entry.time() + " " + entry.host() + ", " + entry.action() + ": " + entry.text());
    }

    @Override
    public void ended(AuditTrail.Entry entry, Transcript transcript) {
        Failure failure = transcript.ending().failure();
        String how = failure == null
                ? "exit code "
                        + Integer.toUnsignedString(
                                transcript.ending().exitCode().orElse(0))
                : failure.explanation();
        double seconds =
                Duration.between(transcript.started(), transcript.ended()).toMillis() / 1000.0;
        tell(String.format(
                Locale.ROOT,
                "%s %s: %s, %,d bytes, %.1f s",
                transcript.ended(),
                entry.host(),
                how,
                transcript.output().length + transcript.errors().length,
                seconds));
    }

    @Override
    public void failed(AuditTrail.Entry entry, Failure failure) {
        tell(entry.time() + " " + entry.host() + ": not started: " + failure.explanation());
    }

    private void tell(String line) {
        err.println(line);
        err.flush();
    }

    @Override
    public void close() {
        AuditTrail.remove(this);
    }
}
