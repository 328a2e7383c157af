package org.ipsecworkbench.commandline;

import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ipsecwb session}: saved sessions. */
@Command(
        description = "Work with a saved session.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SessionShowCommand.class,
            SessionCompareCommand.class,
            SessionTimelineCommand.class,
            SessionExportCommand.class,
            SessionPackCommand.class,
            SessionRedactCommand.class,
            SessionSignCommand.class,
            SessionVerifyCommand.class
        })
final class SessionCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** Tells what is wrong with a session. */
    static void tell(CommandSpec spec, List<Problem> problems) {
        problems.forEach(
                problem -> spec.commandLine().getErr().println("ipsecwb: " + problem.where() + ": " + problem.what()));
    }
}
