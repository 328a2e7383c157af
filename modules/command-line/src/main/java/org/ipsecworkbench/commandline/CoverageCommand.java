package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.capture.Comparison;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb coverage}: how far IPsec protects what captures hold. */
@Command(
        description = "Say which host pairs of a capture are protected by IPsec, and how sure that is.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that counts is encrypted",
            "1:no capture could be read",
            "2:wrong usage",
            "3:something is in clear, readable, or cannot be told",
            "4:some captures could not be read"
        })
final class CoverageCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CAPTURE", arity = "0..*", description = "Capture files; - reads standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Option(names = "--before", paramLabel = "CAPTURE", description = "Compare: this capture with that of --after.")
    private @Nullable String before;

    @Option(names = "--after", paramLabel = "CAPTURE", description = "Compare: what changed since --before.")
    private @Nullable String after;

    @Mixin
    private FollowOptions follow = new FollowOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (before != null && after != null && files.isEmpty() && !follow.isOn()) {
            return compare(read(before), read(after));
        }
        if (before != null || after != null) {
            throw new ParameterException(
                    spec().commandLine(), "--before and --after go together, and without further captures.");
        }
        follow.check(spec(), files, "capture");
        if (files.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "Which capture?");
        }
        List<Result> results = new ArrayList<>();
        for (String file : files) {
            results.add(read(file));
        }
        output.write(spec(), (out, colours) -> Result.write(results, format, out, colours));
        return Result.exitCode(results);
    }

    private int compare(Result was, Result is) throws IOException {
        if (was.coverage() == null || is.coverage() == null) {
            return 1;
        }
        Comparison comparison = Comparison.of(was.coverage(), is.coverage());
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                CoverageJson.write(was, is, comparison, out);
            } else {
                ComparisonText.write(was, is, comparison, out, colours);
            }
        });
        return comparison.outcome().needsAttention() || is.needsAttention() ? 3 : 0;
    }

    private Result read(String file) {
        Result result = open(file);
        if (!result.error().isEmpty()) {
            err().println("ipsecwb: " + result.error());
        }
        return result;
    }

    private Result open(String file) {
        try (InputFile input = InputFile.of(file)) {
            if (follow.isOn()) {
                Following following = new Following(err());
                return new Result(file, CaptureFollowing.follow(input.path(), follow.begin(), following), "");
            }
            Result result = Result.of(file, input.path());
            return new Result(result.name(), result.coverage(), input.named(result.error()));
        } catch (IOException e) {
            return new Result(file, null, Messages.of(e));
        }
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
