package org.ipsecworkbench.commandline;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host}: Windows hosts that are known, and what is done with one. */
@Command(
        description = "Remember Windows hosts, test the connection to one, run a command there, fetch a file.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            HostAddCommand.class,
            HostListCommand.class,
            HostRemoveCommand.class,
            HostImportCommand.class,
            HostTestCommand.class,
            HostRunCommand.class,
            HostFetchCommand.class
        })
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
