package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host run}: runs one command on a host, as if it ran here. */
@Command(
        name = "run",
        description =
                "Run one command on a host; print what it prints, and exit with its exit code. Each ARG reaches the"
                        + " program as it is given. Ctrl+C ends it there.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "code:that of the command, its lowest 8 bits; never 0 for another code than 0",
            "1:the command could not be run, or what it printed is incomplete",
            "2:wrong usage"
        })
final class HostRunCommand implements Callable<Integer> {
    private static final int LOW_BITS = 0xff;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "HOST", description = KnownHostArgument.HELP + " or recorded:FOLDER")
    private String host = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "COMMAND",
            description = "The program and its arguments, after --.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private HostOptions options = new HostOptions();

    @Option(names = "--timeout", paramLabel = "S", description = "End the command after S seconds; default: 300.")
    private double timeout = RemoteCommand.DEFAULT_DEADLINE.toSeconds();

    @Option(names = "--record", paramLabel = "FOLDER", description = "Keep the transcript there, for recorded:FOLDER.")
    private @Nullable Path record;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        KnownHost known = KnownHostArgument.find(spec(), host);
        RemoteCommand command = command();
        try (VerboseTrail trail = options.trail(spec());
                Credentials credentials = options.credentials(spec(), known);
                HostConnection connection =
                        HostConnection.open(known.address(), credentials, options.connection(spec(), known))) {
            return run(connection, command);
        } catch (ConnectionException e) {
            return HostOptions.failed(spec(), known.address(), e);
        }
    }

    private RemoteCommand command() {
        if (!(timeout > 0 && timeout <= Integer.MAX_VALUE)) {
            throw new ParameterException(spec().commandLine(), "--timeout takes a number of seconds above 0.");
        }
        try {
            String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
            return RemoteCommand.program(words.get(0), arguments)
                    .withDeadline(Duration.ofMillis((long) (timeout * 1000)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage());
        }
    }

    private int run(HostConnection connection, RemoteCommand command) throws ConnectionException, IOException {
        PrintWriter out = spec().commandLine().getOut();
        Cancellation cancellation = new Cancellation();
        Interruption.endsOnly(cancellation::cancel);
        OutputListener listener = format == Format.TEXT
                ? new StreamedText(out, connection.charset(command.encoding()))
                : OutputListener.NONE;
        Transcript transcript = connection.run(command, listener, cancellation);
        if (record != null) {
            Files.createDirectories(record);
            String name = STAMP.format(transcript.started()) + TranscriptFile.SUFFIX;
            TranscriptFile.write(transcript, record.resolve(name));
        }
        if (format == Format.JSON) {
            Output.print(spec(), (to, colours) -> HostJson.write(transcript, to));
        } else {
            tell(transcript);
        }
        return exitCode(transcript);
    }

    /** What is known only at the end: errors, since PowerShell wraps them in XML, and how it ended. */
    private void tell(Transcript transcript) {
        PrintWriter err = spec().commandLine().getErr();
        err.print(transcript.errorText());
        Failure failure = transcript.ending().failure();
        if (failure != null) {
            err.println("ipsecwb: " + failure.explanation() + System.lineSeparator() + "  Next step: "
                    + failure.nextStep());
        }
        err.flush();
    }

    private static int exitCode(Transcript transcript) {
        if (transcript.ending().failure() != null
                || transcript.ending().exitCode().isEmpty()) {
            return 1;
        }
        int code = transcript.ending().exitCode().getAsInt();
        int low = code & LOW_BITS;
        return code != 0 && low == 0 ? 1 : low;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }
}
