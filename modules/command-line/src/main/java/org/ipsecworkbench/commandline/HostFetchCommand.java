package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FileFetch;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host fetch}: fetches one file of a host and compares both sides. */
@Command(
        name = "fetch",
        description =
                "Fetch a file of a host, also one that is being written, and compare size and SHA-256 of both sides."
                        + " What an earlier run left is not fetched again.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the file is here, and the same", "1:it could not be fetched", "2:wrong usage"})
final class HostFetchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "HOST", description = KnownHostArgument.HELP)
    private String host = "";

    @Parameters(
            index = "1",
            paramLabel = "REMOTE",
            description = "Its whole path there: C:\\Windows\\debug\\Oakley.log")
    private String remote = "";

    @Parameters(index = "2", paramLabel = "LOCAL", description = "The file to write here.")
    private @Nullable Path local;

    @Mixin
    private HostOptions options = new HostOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        if (spec == null || local == null) {
            throw new IllegalStateException("picocli sets it");
        }
        CommandSpec own = spec;
        Path target = local;
        KnownHost known = KnownHostArgument.find(own, host);
        Cancellation cancellation = new Cancellation();
        Interruption.endsOnly(cancellation::cancel);
        try (VerboseTrail trail = options.trail(own);
                Credentials credentials = options.credentials(own, known);
                HostConnection connection =
                        HostConnection.open(known.address(), credentials, options.connection(own, known));
                ProgressLine progress = new ProgressLine(remote)) {
            FileFetch.Fetched fetched = FileFetch.fetch(connection, remote, target, progress::progress, cancellation);
            Output.print(own, (out, colours) -> {
                if (format == Format.JSON) {
                    HostJson.write(known.address().toString(), remote, target.toString(), fetched, out);
                } else {
                    out.write(String.format(
                            Locale.ROOT,
                            "%s: %,d bytes, SHA-256 %s, %s%n",
                            target,
                            fetched.size(),
                            fetched.sha256(),
                            fetched.isHashCompared()
                                    ? "the same on both sides"
                                    : "of this side: the host cannot work it out, so only the size was compared"));
                }
            });
            return 0;
        } catch (ConnectionException e) {
            return HostOptions.failed(own, known.address(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(own.commandLine(), e.getMessage(), e);
        }
    }
}
