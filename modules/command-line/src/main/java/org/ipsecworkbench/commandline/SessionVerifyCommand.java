package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.session.SessionCheck;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.SessionSignature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb session verify}: whether a saved session is what was taken, and who says so. */
@Command(
        name = "verify",
        description =
                "Say whether the evidence of a session is what was taken, and whether the holder of a key signed it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was changed; with --key, also the signature is right",
            "1:it is no session, or cannot be read",
            "2:wrong usage",
            "3:something was changed, is missing, or is not signed with this key"
        })
final class SessionVerifyCommand implements Callable<Integer> {
    private static final int NEEDS_ATTENTION = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The session.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The public key of who should have signed it: Ed25519, in PEM.")
    private @Nullable Path key;

    @Option(
            names = "--signature",
            paramLabel = "FILE",
            description = "The signature; default: beside the session, with its name and .sig")
    private @Nullable Path signature;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        PublicKey trusted = key == null ? null : SessionSignature.publicKey(key);
        Path signed = signature == null ? SessionSignature.file(file) : signature;
        try (SessionFile session = SessionFile.open(file, SessionLimits.DEFAULT)) {
            List<Problem> problems = read(session, file);
            boolean isRight =
                    trusted == null || Files.exists(signed) && SessionSignature.isValid(session, trusted, signed);
            String evidence = problems.isEmpty()
                    ? "All " + session.session().evidence().size() + " pieces of evidence are what was taken."
                    : "The evidence is not, or not all, what was taken.";
            String said = told(trusted != null, Files.exists(signed), isRight);
            output.write(spec, (out, colours) -> {
                out.write(evidence + System.lineSeparator());
                out.write(said + System.lineSeparator());
            });
            SessionCommand.tell(spec, problems);
            return problems.isEmpty() && isRight ? 0 : NEEDS_ATTENTION;
        }
    }

    private static String told(boolean isAsked, boolean isSigned, boolean isRight) {
        if (!isSigned) {
            return isAsked ? "It is not signed: there is no signature." : "There is no signature.";
        }
        if (!isAsked) {
            return "There is a signature, which was not looked at: whose it is tells --key FILE, a public key.";
        }
        return isRight
                ? "The signature is right: the holder of the key signed this session."
                : "The signature is not of this session by this key.";
    }

    /** All that is wrong with a session and its evidence, which is read for it. */
    static List<Problem> read(SessionFile session, Path file) throws IOException {
        try (ProgressLine progress = new ProgressLine(file.toString())) {
            return SessionCheck.problems(session, progress);
        }
    }
}
