package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.session.SessionCheck;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.SessionSignature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A session and where its signature is: what signing and verifying ask for. */
final class SignedSession {
    @Parameters(paramLabel = "FILE", description = "The session.")
    private Path file = Path.of("");

    @Option(
            names = "--signature",
            paramLabel = "FILE",
            description = "Its signature; default: beside the session, with its name and .sig")
    private @Nullable Path signature;

    SessionFile open() throws IOException {
        return SessionFile.open(file, SessionLimits.DEFAULT);
    }

    Path signature() {
        return signature == null ? SessionSignature.file(file) : signature;
    }

    /** All that is wrong with the session and its evidence, which is read for it. */
    List<Problem> check(SessionFile session) throws IOException {
        return check(session, file);
    }

    /** The same of a session that no signature is asked of. */
    static List<Problem> check(SessionFile session, Path file) throws IOException {
        try (ProgressLine progress = new ProgressLine(file.toString())) {
            return SessionCheck.problems(session, progress);
        }
    }
}
