package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.SessionComparison;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.SessionPart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb session compare}: what changed between two sessions, or since the baseline of one. */
@Command(
        name = "compare",
        description =
                "Say what changed between two saved sessions of the same case, what needs attention first: diagnosis,"
                        + " traffic, negotiations, policies, certificates, services, hosts and evidence. Of one session alone, its"
                        + " evidence is compared with what is marked in it as baseline.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing of the hosts has changed",
            "1:one of them is no session, or cannot be read",
            "2:wrong usage",
            "3:something has changed",
            "4:something could not be read or compared, and nothing else has changed"
        })
final class SessionCompareCommand implements Callable<Integer> {
    private static final int CHANGED = 3;
    private static final int DONE_IN_PART = 4;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The session of when it worked.")
    private Path before = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AFTER",
            description = "The other session; without it, BEFORE is compared with its own baseline.")
    private @Nullable Path after;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        try (SessionFile first = SessionFile.open(before, SessionLimits.DEFAULT)) {
            if (after == null) {
                requireBaseline(first);
                return compare(
                        before + " (baseline)",
                        SessionPart.baseline(first),
                        before.toString(),
                        SessionPart.current(first));
            }
            try (SessionFile second = SessionFile.open(after, SessionLimits.DEFAULT)) {
                return compare(before.toString(), first, after.toString(), second);
            }
        }
    }

    private void requireBaseline(SessionFile session) {
        if (session.session().evidence().stream().noneMatch(EvidenceItem::isBaseline)) {
            throw new ParameterException(
                    spec().commandLine(),
                    "Nothing in " + before + " is marked as baseline; name the session to compare it with.");
        }
    }

    private int compare(String firstName, SessionContents first, String secondName, SessionContents second)
            throws IOException {
        SessionComparison comparison;
        try (ProgressLine progress = new ProgressLine("comparing")) {
            comparison = SessionComparison.of(first, second, Diagnosis.installedChecks(), progress);
        }
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                SessionComparisonJson.write(firstName, secondName, comparison, out);
            } else {
                SessionComparisonText.write(firstName, secondName, comparison, out, colours);
            }
        });
        Set<Problem> problems = new LinkedHashSet<>(first.problems());
        problems.addAll(second.problems());
        SessionCommand.tell(spec(), List.copyOf(problems));
        if (comparison.isDifferent()) {
            return CHANGED;
        }
        return comparison.notCompared().isEmpty() && problems.isEmpty() ? 0 : DONE_IN_PART;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }
}
