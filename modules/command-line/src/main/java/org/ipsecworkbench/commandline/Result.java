package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * One capture: what was found, or why it could not be read.
 *
 * @param name what people call it
 * @param error empty where there is a coverage
 */
record Result(String name, @Nullable Coverage coverage, String error) {
    /** Reads a whole capture. */
    static Result of(String name, Path file) {
        try (ProgressLine progress = new ProgressLine(name);
                Capture capture = Capture.open(file, CaptureLimits.DEFAULT.withoutIndex(), progress)) {
            capture.scan(progress);
            return new Result(name, capture.coverage(), "");
        } catch (IOException e) {
            return new Result(name, null, Messages.of(e));
        }
    }

    /** Whether anything is in clear, readable, damaged or cannot be told. */
    boolean needsAttention() {
        return coverage == null
                || coverage.verdict() != Verdict.ENCRYPTED
                || !coverage.problems().isEmpty();
    }

    static int exitCode(List<Result> results) {
        long failed =
                results.stream().filter(result -> result.coverage() == null).count();
        if (failed > 0) {
            return failed == results.size() ? 1 : 4;
        }
        return results.stream().anyMatch(Result::needsAttention) ? 3 : 0;
    }

    static void write(List<Result> results, Format format, Writer out, Ansi colours) throws IOException {
        if (format == Format.JSON) {
            CoverageJson.write(results, out);
        } else {
            CoverageText.write(results, out, colours);
        }
    }
}
