package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
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

/** {@code ipsecwb session sign}: signs a saved session. */
@Command(
        name = "sign",
        description =
                "Sign a session with a key of Ed25519. The session stays as it is; its signature is a file beside it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something cannot be read or written, or the key is none",
            "2:wrong usage",
            "3:not signed, since something was changed or is missing"
        })
final class SessionSignCommand implements Callable<Integer> {
    private static final int NEEDS_ATTENTION = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SignedSession signed = new SignedSession();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The private key, in PEM without a password: openssl genpkey -algorithm ed25519")
    private Path key = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        PrivateKey own = SessionSignature.privateKey(key);
        try (SessionFile session = signed.open()) {
            List<Problem> problems = signed.check(session);
            if (!problems.isEmpty()) {
                SessionCommand.tell(spec, problems);
                return NEEDS_ATTENTION;
            }
            SessionSignature.sign(session, own, signed.signature());
            return 0;
        }
    }
}
