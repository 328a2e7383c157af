package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.IkeWfp;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb events}: the events of Windows that are about IPsec, each explained. */
@Command(
        description = "Explain the events of Windows that are about IPsec: what each means, why, and what to do next.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no event tells of a failure",
            "1:no file could be read",
            "2:wrong usage",
            "3:an event tells of a failure, or something could not be read",
            "4:some files could not be read"
        })
final class EventsCommand implements Callable<Integer> {
    /** The forms of the result. */
    enum Format {
        TEXT,
        JSON
    }

    /** One file of the command line: what its events add up to, or why it could not be read. */
    record Result(String name, @Nullable IkeReport report, boolean hasFailures, String error) {}

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Files of Windows events (.evtx, .evt, XML, text), lists of netsh wfp; - reads standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        List<Result> results = new ArrayList<>();
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                try (EventsJson json = new EventsJson(out)) {
                    for (String file : files) {
                        json.begin(file);
                        Result result = read(file, json::event);
                        json.end(result);
                        results.add(result);
                    }
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            } else {
                for (String file : files) {
                    EventsText text = new EventsText(out, colours);
                    Result result = read(file, text::event);
                    text.write(result, results.isEmpty());
                    results.add(result);
                }
            }
        });
        return exitCode(results);
    }

    private Result read(String file, Consumer<ExplainedEvent> events) {
        Result result = open(file, events);
        if (!result.error().isEmpty()) {
            spec().commandLine().getErr().println("ipsecwb: " + result.error());
        }
        return result;
    }

    private static Result open(String file, Consumer<ExplainedEvent> events) {
        boolean[] hasFailures = new boolean[1];
        Consumer<ExplainedEvent> next = event -> {
            hasFailures[0] |= event.failure() != null;
            events.accept(event);
        };
        try (InputFile input = InputFile.of(file);
                ProgressLine progress = new ProgressLine(file)) {
            try {
                IkeReport report;
                if (IkeEvents.recognises(input.path())) {
                    Source source = new Source(file, Source.Kind.EVENTS);
                    report = IkeEvents.read(
                            input.path(), source, EventLimits.DEFAULT, IkeLimits.DEFAULT, progress, next);
                } else if (IkeWfp.recognises(input.path())) {
                    Source source = new Source(file, Source.Kind.WFP);
                    report = IkeWfp.read(input.path(), source, EventLimits.DEFAULT, IkeLimits.DEFAULT, progress, next);
                } else {
                    return new Result(file, null, false, file + " is no file of events that is known here.");
                }
                return new Result(file, report, hasFailures[0], "");
            } catch (IOException e) {
                return new Result(file, null, false, input.named(Messages.of(e)));
            }
        } catch (IOException e) {
            return new Result(file, null, false, Messages.of(e));
        }
    }

    private static int exitCode(List<Result> results) {
        long failed = results.stream().filter(result -> result.report() == null).count();
        if (failed > 0) {
            return failed == results.size() ? 1 : 4;
        }
        boolean needsAttention = results.stream()
                .anyMatch(result -> result.hasFailures()
                        || result.report() != null
                                && !result.report().problems().isEmpty());
        return needsAttention ? 3 : 0;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }
}
