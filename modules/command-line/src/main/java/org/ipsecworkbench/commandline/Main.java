package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
            "  ipsecwb associate        let file managers open sessions and captures in the workbench",
            "  ipsecwb load MODULE.jar  load a module that is being developed into the workbench",
            "  ipsecwb verify           run every test of the source tree"
        })
public final class Main implements Runnable {
    /** By name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) throws IOException {
        Interruption.install();
        String userDirectory = System.getProperty("netbeans.user");
        if (userDirectory != null) {
            AddedModules.load(Path.of(userDirectory), System.err);
        }
        Interruption.exit(commandLine(arguments).execute(arguments));
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("coverage", CoverageCommand.class);
        commands.put("ike", IkeCommand.class);
        commands.put("events", EventsCommand.class);
        commands.put("policy", PolicyCommand.class);
        commands.put("predict", PredictCommand.class);
        commands.put("certificates", CertificatesCommand.class);
        commands.put("host", HostCommand.class);
        commands.put("diagnose", DiagnoseCommand.class);
        commands.put("collect", CollectCommand.class);
        commands.put("session", SessionCommand.class);
        commands.put("capture", CaptureCommand.class);
        commands.put("lab", LabCommand.class);
        return commands;
    }

    /**
     * Parses and runs these arguments. Of the commands it knows only the one that they begin with, or all where they begin
     * with none: picocli looks through every class that it is given, which for all takes longer than the JVM to start.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine commandLine = new CommandLine(new Main());
        Class<?> chosen = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        COMMANDS.forEach((name, command) -> {
            if (chosen == null || command == chosen) {
                commandLine.addSubcommand(name, command);
            }
        });
        return commandLine.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Main::failed);
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
