package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.hostconnection.AuditRecord;
import org.ipsecworkbench.session.EvidenceFiles;
import org.ipsecworkbench.session.SentCommands;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionWorkspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ipsecwb collect}: asks hosts all that a diagnosis needs, and keeps it in a session. */
@Command(
        description =
                "Ask hosts all that a diagnosis needs, without changing anything on them, and keep their answers in a"
                        + " session, which is diagnosed anywhere without the hosts: ipsecwb diagnose --session FILE.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:no host could be asked, or the session could not be written",
            "2:wrong usage",
            "4:some hosts could not be asked; each is named, and the session holds the others"
        })
final class CollectCommand implements Callable<Integer> {
    private static final int DONE_IN_PART = 4;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HostTargets targets = new HostTargets();

    @Option(
            names = "--add",
            paramLabel = "FILE",
            description = "A capture, log or other file of evidence to keep with it; may be given several times.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--title", paramLabel = "TITLE", description = "What the case is called.")
    private String title = "";

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "The session that is written.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        try (AuditRecord sent = AuditRecord.start()) {
            Interruption.endsOnly(Thread.currentThread()::interrupt);
            return targets.run(
                    spec(), asked -> keep(asked, HostCollection.collect(asked, Diagnosis.installedChecks()), sent));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int keep(List<DiagnosisTarget> asked, List<HostEvidence> hosts, AuditRecord sent) throws IOException {
        Path file = output;
        if (file == null) {
            throw new IllegalStateException("picocli asks for it");
        }
        long failed = 0;
        for (HostEvidence host : hosts) {
            if (host.failure() != null) {
                failed++;
                spec().commandLine()
                        .getErr()
                        .println("ipsecwb: " + host.name() + ": "
                                + host.failure().explanation()
                                + System.lineSeparator() + "  Next step: "
                                + host.failure().nextStep());
            }
        }
        if (hosts.stream().allMatch(host -> host.transcripts().isEmpty())) {
            return 1;
        }
        Path journal = Files.createTempDirectory("ipsecwb-collect");
        try (SessionWorkspace session =
                SessionWorkspace.create(journal.resolve("session"), Session.empty(title, Instant.now()))) {
            SavedEvidence.save(hosts, session);
            Map<String, String> names = new LinkedHashMap<>();
            asked.forEach(target -> names.putIfAbsent(target.address().toString(), target.name()));
            SentCommands.keep(sent, names, session);
            for (Path added : files) {
                try (ProgressLine progress = new ProgressLine(added.toString())) {
                    session.addFile(added, EvidenceFiles.kind(added), "", progress);
                }
            }
            try (ProgressLine progress = new ProgressLine(file.toString())) {
                session.save(file, SessionWorkspace.DEFAULT_MAX_INSIDE, progress);
            }
            spec().commandLine()
                    .getErr()
                    .println("ipsecwb: " + file + ": "
                            + session.session().evidence().size() + " pieces of evidence of " + hosts.size()
                            + (hosts.size() == 1 ? " host" : " hosts"));
        } finally {
            Files.deleteIfExists(journal);
        }
        return failed > 0 ? DONE_IN_PART : 0;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }
}
