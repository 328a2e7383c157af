package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb ike}: the key negotiations of captures, how they ended, why, and what to do. */
@Command(
        name = "ike",
        description = "Say of each key negotiation how it ended, why it failed and what to do next.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no negotiation failed",
            "1:no file could be read",
            "2:wrong usage",
            "3:a negotiation failed or did not end, or something could not be read",
            "4:some files could not be read"
        })
final class IkeCommand implements Callable<Integer> {
    /** One file of the command line: what was found, or why it could not be read. */
    record Result(String name, @Nullable IkeReport report, String error) {}

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Capture files; - reads standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Keys to decrypt with: an ikev1_decryption_table or ikev2_decryption_table of Wireshark.")
    private List<Path> keyFiles = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        DecryptionKeys keys;
        try {
            keys = KeyFiles.read(keyFiles);
        } catch (IOException e) {
            err().println("ipsecwb: " + e.getMessage());
            return 1;
        }
        List<Result> results = new ArrayList<>();
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                try (IkeJson json = new IkeJson(out)) {
                    for (String file : files) {
                        json.begin(file);
                        Result result = read(file, keys, json::message);
                        json.end(result);
                        results.add(result);
                    }
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            } else {
                for (String file : files) {
                    Result result = read(file, keys, message -> {});
                    new IkeText(out, colours).write(result, results.isEmpty());
                    results.add(result);
                }
            }
        });
        return exitCode(results);
    }

    private Result read(String file, DecryptionKeys keys, Consumer<SeenMessage> messages) {
        Result result = open(file, keys, messages);
        if (!result.error().isEmpty()) {
            err().println("ipsecwb: " + result.error());
        }
        return result;
    }

    private static Result open(String file, DecryptionKeys keys, Consumer<SeenMessage> messages) {
        try (InputFile input = InputFile.of(file)) {
            try (ProgressLine progress = new ProgressLine(file);
                    Capture capture = Capture.open(input.path(), CaptureLimits.DEFAULT, progress)) {
                capture.scan(progress);
                Source source = new Source(file, Source.Kind.CAPTURE);
                IkeReport report = IkeCaptures.read(capture, source, keys, IkeLimits.DEFAULT, progress, messages);
                return new Result(file, report, "");
            } catch (CaptureFormatException e) {
                return new Result(
                        file, null, input.named(Messages.of(e)) + " Other sources of negotiations are not read yet.");
            } catch (IOException e) {
                return new Result(file, null, input.named(Messages.of(e)));
            }
        } catch (IOException e) {
            return new Result(file, null, Messages.of(e));
        }
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
                        .anyMatch(one -> one.outcome() == Outcome.FAILED || one.outcome() == Outcome.INCOMPLETE);
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
