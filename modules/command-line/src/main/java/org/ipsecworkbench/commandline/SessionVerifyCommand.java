package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionSignature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    private SignedSession signed = new SignedSession();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The public key of who should have signed it: Ed25519, in PEM.")
    private @Nullable Path key;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        PublicKey trusted = key == null ? null : SessionSignature.publicKey(key);
        Path signature = signed.signature();
        try (SessionFile session = signed.open()) {
            List<Problem> problems = signed.check(session);
            boolean isSigned = Files.exists(signature);
            boolean isRight = trusted == null || isSigned && SessionSignature.isValid(session, trusted, signature);
            int pieces = session.session().evidence().size();
            output.write(spec, (out, colours) -> {
                if (format == Format.JSON) {
                    json(pieces, problems, state(trusted != null, isSigned, isRight), out);
                } else {
                    String evidence = problems.isEmpty()
                            ? "All " + pieces + " pieces of evidence are what was taken."
                            : "The evidence is not, or not all, what was taken.";
                    out.write(evidence + System.lineSeparator());
                    out.write(told(trusted != null, isSigned, isRight) + System.lineSeparator());
                }
            });
            SessionCommand.tell(spec, problems);
            return problems.isEmpty() && isRight ? 0 : NEEDS_ATTENTION;
        }
    }

    private static void json(int pieces, List<Problem> problems, String signature, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/session-check/1")) {
            json.writeNumberField("evidence", pieces);
            json.writeBooleanField("unchanged", problems.isEmpty());
            json.writeStringField("signature", signature);
            json.problems(problems);
        }
    }

    private static String state(boolean isAsked, boolean isSigned, boolean isRight) {
        return !isSigned ? "none" : !isAsked ? "not-checked" : isRight ? "right" : "wrong";
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
}
