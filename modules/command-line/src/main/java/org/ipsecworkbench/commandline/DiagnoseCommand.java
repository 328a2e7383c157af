package org.ipsecworkbench.commandline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.diagnosis.CaptureEvidence;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Redacted;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ipsecwb diagnose}: asks hosts what they know of IPsec, and says why traffic between them is not protected. */
@Command(
        description =
                "Ask hosts about IPsec, without changing anything on them, and say why traffic between them is not"
                        + " protected, on what evidence, and what may help; --apply runs a remedy. Name the two hosts of a connection, or more.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:traffic between the hosts is protected; nothing needs attention",
            "1:no host could be asked, or a remedy could not be run",
            "2:wrong usage",
            "3:something needs attention, or cannot be told",
            "4:some hosts could not be asked; each is named"
        })
final class DiagnoseCommand implements Callable<Integer> {
    private static final String TEXT = "text";
    private static final int DONE_IN_PART = 4;
    private static final int NEEDS_ATTENTION = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HostTargets targets = new HostTargets();

    @Option(
            names = "--session",
            paramLabel = "FILE",
            description =
                    "Diagnose what a saved session holds, without its hosts; may be given several times, where each holds"
                            + " some of them. With hosts, ask them only what it does not hold.")
    private List<Path> sessions = new ArrayList<>();

    @Option(
            names = "--capture",
            paramLabel = "FILE",
            description = "A capture of traffic between the hosts; may be given several times.")
    private List<Path> captures = new ArrayList<>();

    @Mixin
    private RemedyOptions remedies = new RemedyOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, html (one page, to print too), pdf, junit or csv; default: ${DEFAULT-VALUE}")
    private String format = TEXT;

    @Option(
            names = "--redact",
            description = "Put words in the place of the names of hosts and domains and of all addresses.")
    private boolean isRedacted;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (!sessions.isEmpty() && remedies.isWanted()) {
            throw usage("What a session holds is from before: --apply asks the hosts anew, without --session.");
        }
        Optional<ReportFormat> report = ReportFormat.find(format);
        if (!format.equals(TEXT) && report.isEmpty()) {
            throw usage("There is no format " + format + "; --help names them.");
        }
        if (report.filter(one -> !one.isText()).isPresent() && !output.isToFile()) {
            throw usage("What is no text goes to a file: give --output.");
        }
        List<Check> checks = Diagnosis.installedChecks();
        try {
            Interruption.endsOnly(Thread.currentThread()::interrupt);
            List<CaptureEvidence> traffic = new ArrayList<>();
            for (Path file : captures) {
                traffic.add(capture(file, file.toString()));
            }
            if (!sessions.isEmpty()) {
                return ofSessions(checks, traffic);
            }
            return targets.run(spec(), asked -> diagnose(asked, checks, List.of(), traffic));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int ofSessions(List<Check> checks, List<CaptureEvidence> traffic) throws IOException, InterruptedException {
        List<HostEvidence> evidence = new ArrayList<>();
        List<CaptureEvidence> all = new ArrayList<>(traffic);
        for (Path file : sessions) {
            try (SessionFile saved = SessionFile.open(file, SessionLimits.DEFAULT)) {
                evidence.addAll(SavedEvidence.read(saved));
                for (EvidenceItem item : saved.session().evidence(EvidenceKind.CAPTURE)) {
                    all.add(capture(saved.evidence(item).file(), item.name()));
                }
                SessionCommand.tell(spec(), saved.problems());
            }
        }
        return targets.areGiven()
                ? targets.run(spec(), asked -> diagnose(asked, checks, evidence, all))
                : tell(Diagnosis.of(evidence, all, checks));
    }

    private static CaptureEvidence capture(Path file, String name) throws IOException {
        try (ProgressLine progress = new ProgressLine(name);
                Capture capture = Capture.open(file, CaptureLimits.DEFAULT.withoutIndex(), progress)) {
            capture.scan(progress);
            return new CaptureEvidence(name, capture.coverage());
        }
    }

    private int diagnose(
            List<DiagnosisTarget> targets, List<Check> checks, List<HostEvidence> known, List<CaptureEvidence> traffic)
            throws IOException, InterruptedException {
        Diagnosis diagnosis = Diagnosis.of(HostCollection.collect(targets, checks, known), traffic, checks);
        if (!remedies.isWanted()) {
            return tell(diagnosis);
        }
        Remedy remedy = remedies.choose(spec(), diagnosis);
        spec().commandLine().getErr().println("ipsecwb: Before: " + diagnosis.headline());
        if (!remedies.isAgreed(spec(), remedy)) {
            return tell(diagnosis);
        }
        RemedyRun run = RemedyOptions.run(spec(), targets, remedy, false);
        int code = tell(Diagnosis.of(HostCollection.collect(targets, checks), traffic, checks));
        if (run.state() == RemedyRun.State.APPLIED && remedies.isUndone()) {
            run = RemedyOptions.run(spec(), targets, remedy, true);
            Diagnosis again = Diagnosis.of(HostCollection.collect(targets, checks), traffic, checks);
            spec().commandLine().getErr().println("ipsecwb: After undoing it: " + again.headline());
        }
        return run.state().isWell() ? code : 1;
    }

    private int tell(Diagnosis diagnosis) throws IOException {
        List<HostEvidence> failed = diagnosis.scene().hosts().stream()
                .map(host -> host.evidence())
                .filter(host -> host.failure() != null)
                .toList();
        Diagnosis told = isRedacted ? Redacted.of(diagnosis) : diagnosis;
        Optional<ReportFormat> report = ReportFormat.find(format);
        if (report.isEmpty()) {
            output.write(spec(), (out, colours) -> DiagnosisText.write(told, out, colours));
        } else {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            report.get().write(told, Instant.now(), bytes);
            output.write(spec(), bytes.toByteArray(), report.get().isText());
        }
        if (!failed.isEmpty()) {
            boolean isNone = diagnosis.scene().hosts().stream()
                    .allMatch(host -> host.evidence().transcripts().isEmpty());
            return isNone ? 1 : DONE_IN_PART;
        }
        return diagnosis.verdict() == Verdict.OK ? 0 : NEEDS_ATTENTION;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }
}
