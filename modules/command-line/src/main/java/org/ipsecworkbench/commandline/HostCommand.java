package org.ipsecworkbench.commandline;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host}: what is done with one Windows host. */
@Command(
        name = "host",
        description = "Test the connection to a Windows host, run a command there, fetch a file.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HostTestCommand.class, HostRunCommand.class, HostFetchCommand.class})
final class HostCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
