package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host test}: goes each step to a host and says where it fails, why, and what to do next. */
@Command(
        name = "test",
        description = "Go each step of a connection and say what works, what fails, why, and what to do next.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything works",
            "1:no command can be run there",
            "2:wrong usage",
            "3:commands can be run, but something needs attention"
        })
final class HostTestCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "HOST", description = KnownHostArgument.HELP)
    private String host = "";

    @Mixin
    private HostOptions options = new HostOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        KnownHost known = KnownHostArgument.find(spec, host);
        HostTest.Report report;
        try (VerboseTrail trail = options.trail(spec);
                Credentials credentials = options.credentials(spec, known)) {
            report = HostTest.run(known.address(), credentials, options.connection(spec, known));
        }
        output.write(spec, (out, colours) -> {
            if (format == Format.JSON) {
                HostJson.write(report, out);
            } else {
                HostText.write(report, out, colours);
            }
        });
        if (report.isOk()) {
            return 0;
        }
        boolean runs =
                report.results().stream().anyMatch(result -> result.step() == ConnectionStep.SHELL && result.isOk());
        return runs ? 3 : 1;
    }
}
