package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.diagnosis.Timeline;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineFilter;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.diagnosis.TimelineLimits;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb session timeline}: what all evidence of a session says happened when, by one clock. */
@Command(
        name = "timeline",
        description = "Tell what all evidence of a saved session says happened when, by one clock.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it is no session, or cannot be read",
            "2:wrong usage",
            "4:something in it cannot be read, or is left out by a limit"
        })
final class SessionTimelineCommand implements Callable<Integer> {
    private static final int DONE_IN_PART = 4;

    /** The forms of the result. */
    enum TimelineFormat {
        TEXT,
        TSV,
        CSV,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The session.")
    private Path file = Path.of("");

    @Option(names = "--host", paramLabel = "HOST", description = "Only what is about this host or address.")
    private String host = "";

    @Option(
            names = "--cookie",
            paramLabel = "COOKIE",
            description = "Only negotiations with this cookie of an initiator or responder, or its beginning.")
    private String cookie = "";

    @Option(names = "--spi", paramLabel = "SPI", description = "Only what is about this SPI: 0xc0ffee01, 3237998081.")
    private String spi = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only entries of these kinds: capture, negotiation, event, service, policy, remedy, command,"
                    + " evidence.")
    private List<String> kinds = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, tsv, csv or json; default: ${DEFAULT-VALUE}")
    private TimelineFormat format = TimelineFormat.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        TimelineFilter filter = new TimelineFilter(host, cookie, spi, kinds(spec), null, null);
        if (!filter.fault().isEmpty()) {
            throw new ParameterException(spec.commandLine(), filter.fault());
        }
        try (SessionFile session = SessionFile.open(file, SessionLimits.DEFAULT)) {
            Timeline timeline;
            try (ProgressLine progress = new ProgressLine(file.toString())) {
                timeline = Timeline.read(session, TimelineLimits.DEFAULT, progress);
            }
            List<TimelineEntry> entries =
                    timeline.entries().stream().filter(filter::test).toList();
            output.write(spec, (out, colours) -> {
                switch (format) {
                    case TEXT -> TimelineText.write(timeline, entries, out);
                    case TSV -> TimelineText.table(entries, '\t', out);
                    case CSV -> TimelineText.table(entries, ',', out);
                    case JSON -> TimelineJson.write(timeline, entries, out);
                }
            });
            List<Problem> problems = timeline.problems();
            SessionCommand.tell(spec, session.problems());
            SessionCommand.tell(spec, problems);
            return problems.isEmpty() && session.problems().isEmpty() ? 0 : DONE_IN_PART;
        }
    }

    private Set<TimelineKind> kinds(CommandSpec command) {
        Set<TimelineKind> found = EnumSet.noneOf(TimelineKind.class);
        for (String key : kinds) {
            found.add(Arrays.stream(TimelineKind.values())
                    .filter(kind -> kind.key().equalsIgnoreCase(key.strip()))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            command.commandLine(),
                            "There is no kind " + key + "; there are: "
                                    + Arrays.stream(TimelineKind.values())
                                            .map(TimelineKind::key)
                                            .collect(Collectors.joining(", "))
                                    + ".")));
        }
        return found;
    }
}
