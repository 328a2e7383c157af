package org.ipsecworkbench.commandline;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code ipsecwb} command: finds the subcommand, runs it and turns its outcome into an exit code. */
@Command(
        name = "ipsecwb",
        description =
                "Is the traffic between these Windows hosts really protected by IPsec, and if not, where does it break?",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nBeside these commands:%n",
        footer = {
            "  ipsecwb                  open the workbench",
            "  ipsecwb open FILE...     open files in the workbench, the running one if there is one",
            "  ipsecwb load MODULE.jar  load a module that is being developed into the workbench",
            "  ipsecwb verify           run every test of the source tree"
        },
        subcommands = {
            CoverageCommand.class,
            IkeCommand.class,
            EventsCommand.class,
            PolicyCommand.class,
            PredictCommand.class,
            HostCommand.class,
            DiagnoseCommand.class,
            CaptureCommand.class,
            LabCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Interruption.install();
        Interruption.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::failed);
    }

    /** What could not be read is told by the command itself; this is a result that could not be written. */
    private static int failed(Exception e, CommandLine commandLine, ParseResult parsed) throws Exception {
        if (e instanceof IOException) {
            commandLine.getErr().println("ipsecwb: " + Messages.of(e));
            return 1;
        }
        throw e;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
