package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.ipsecworkbench.commandline.IkeInput.Result;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeMerge;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.SeenMessage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb ike}: the key negotiations of captures, logs and events, how they ended, why, and what to do. */
@Command(
        description = "Say of each key negotiation how it ended, why it failed and what to do next.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no negotiation failed",
            "1:no file could be read",
            "2:wrong usage",
            "3:a negotiation failed, did not end or let traffic flow in clear, or something could not be read",
            "4:some files could not be read"
        })
final class IkeCommand implements Callable<Integer> {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Captures, Oakley.log, files of Windows events, lists of netsh wfp; - reads standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Keys to decrypt with: an ikev1_decryption_table or ikev2_decryption_table of Wireshark.")
    private List<Path> keyFiles = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Option(
            names = "--log-zone",
            paramLabel = "ZONE",
            description = "time zone of the host that wrote a log, such as Europe/Berlin; default: this machine's")
    private ZoneId zone = ZoneId.systemDefault();

    @Option(
            names = "--log-year",
            paramLabel = "YEAR",
            description = "year of a log's last line, which the log does not say; default: by the file's time")
    private int year;

    @Mixin
    private FollowOptions follow = new FollowOptions();

    @Mixin
    private Output output = new Output();

    private DecryptionKeys keys = DecryptionKeys.NONE;

    @Override
    public Integer call() throws IOException {
        if (year != 0 && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new ParameterException(
                    spec().commandLine(), "--log-year takes a year from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
        follow.check(spec(), files, "capture or Oakley.log");
        try {
            keys = DecryptionKeys.read(keyFiles);
        } catch (IOException e) {
            err().println("ipsecwb: " + Messages.of(e));
            return 1;
        }
        List<IkeInput> inputs = files.stream().map(IkeInput::open).toList();
        try {
            List<Result> results = new ArrayList<>();
            output.write(spec(), (out, colours) -> results.addAll(write(inputs, out, colours)));
            return exitCode(results);
        } finally {
            for (IkeInput input : inputs) {
                input.close();
            }
        }
    }

    private List<Result> write(List<IkeInput> inputs, Writer out, Ansi colours) throws IOException {
        if (format == Format.TEXT) {
            IkeText text = new IkeText(out, colours);
            return results(inputs, input -> message -> {}, text::write);
        }
        try (IkeJson json = new IkeJson(out)) {
            return results(
                    inputs,
                    input -> {
                        json.begin(input);
                        return json::message;
                    },
                    json::end);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What begins the output of a file and takes its messages. */
    private interface Beginning {
        Consumer<SeenMessage> of(String file) throws IOException;
    }

    /** What ends the output of a file. */
    private interface End {
        void of(Result result) throws IOException;
    }

    /**
     * Captures first, since what a log says of a negotiation that a capture shows is told there. The logs are read before, so
     * that the messages of a large capture can be written as they come.
     */
    private List<Result> results(List<IkeInput> inputs, Beginning beginning, End end) throws IOException {
        List<Result> logs = new ArrayList<>();
        for (IkeInput input : inputs) {
            if (input.isLog()) {
                logs.add(read(input, message -> {}));
            }
        }
        List<Result> all = new ArrayList<>();
        for (IkeInput input : inputs) {
            if (!input.isLog()) {
                Result result = read(input, beginning.of(input.name()));
                Result merged = merge(result, logs);
                end.of(merged);
                all.add(merged);
            }
        }
        for (int i = 0; i < logs.size(); i++) {
            beginning.of(logs.get(i).name());
            Result merged = merge(logs.get(i), logs.subList(i + 1, logs.size()));
            end.of(merged);
            all.add(merged);
        }
        return all;
    }

    /** Moves what the others say of the negotiations of the first one there. */
    private static Result merge(Result first, List<Result> others) {
        List<IkeReport> reports = new ArrayList<>();
        for (Result result : others) {
            if (result.report() != null) {
                reports.add(result.report());
            }
        }
        if (first.report() == null || reports.isEmpty()) {
            return first;
        }
        reports.add(0, first.report());
        Iterator<IkeReport> merged = IkeMerge.merge(reports).iterator();
        Result whole = first.with(merged.next());
        others.replaceAll(result -> result.report() == null ? result : result.with(merged.next()));
        return whole;
    }

    private Result read(IkeInput input, Consumer<SeenMessage> messages) {
        IkeFollowing following = follow.isOn() ? new IkeFollowing(err(), follow.begin()) : null;
        Result result = input.read(new LogTime(zone, year), keys, messages, following);
        if (!result.error().isEmpty()) {
            err().println("ipsecwb: " + result.error());
        }
        return result;
    }

    private static int exitCode(List<Result> results) {
        long failed = results.stream().filter(result -> result.report() == null).count();
        if (failed > 0) {
            return failed == results.size() ? 1 : 4;
        }
        return results.stream().anyMatch(result -> needsAttention(result.report())) ? 3 : 0;
    }

    private static boolean needsAttention(@Nullable IkeReport report) {
        return report == null
                || !report.problems().isEmpty()
                || report.negotiations().stream()
                        .anyMatch(one ->
                                one.outcome() == Outcome.FAILED || one.outcome() == Outcome.INCOMPLETE || one.softSa());
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }
}
