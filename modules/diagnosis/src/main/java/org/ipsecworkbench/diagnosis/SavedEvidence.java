package org.ipsecworkbench.diagnosis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.session.Addition;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.session.SessionWorkspace;
import org.jspecify.annotations.Nullable;

/**
 * What hosts answered, in a session and out of it again, so that a case is diagnosed anywhere without its hosts. Reads and writes
 * files; not for the event thread.
 */
public final class SavedEvidence {
    private static final String SIMULATED = "simulated";
    private static final String STEP = "failure.step";
    private static final String CAUSE = "failure.cause";
    private static final String EXPLANATION = "failure.explanation";
    private static final String NEXT_STEP = "failure.nextStep";

    private SavedEvidence() {}

    /** Adds hosts and those of their answers that are not there yet. */
    public static void save(List<HostEvidence> hosts, SessionWorkspace session) throws IOException {
        session.update(before -> {
            Session with = before;
            for (HostEvidence host : hosts) {
                with = with.with(new SessionHost(host.name(), clockOffset(host), system(host), ""));
            }
            return with;
        });
        List<Addition> additions = new ArrayList<>();
        for (HostEvidence host : hosts) {
            List<EvidenceItem> known = session.session().evidenceOf(host.name());
            for (Transcript transcript : host.transcripts()) {
                if (known.stream().noneMatch(item -> isSame(item, transcript))) {
                    additions.add(new Addition(
                            EvidenceKind.TRANSCRIPT,
                            host.name(),
                            transcript.line(),
                            transcript.started(),
                            () -> new ByteArrayInputStream(TranscriptFile.bytes(transcript))));
                }
            }
        }
        session.addAll(additions);
    }

    private static boolean isSame(EvidenceItem item, Transcript transcript) {
        return item.kind().equals(EvidenceKind.TRANSCRIPT)
                && item.name().equals(transcript.line())
                && transcript.started().equals(item.takenAt());
    }

    /** As the last answer that tells it has it. */
    private static Optional<Duration> clockOffset(HostEvidence host) {
        return host.transcripts().stream()
                .flatMap(transcript -> transcript.clockOffset().stream())
                .reduce((earlier, later) -> later);
    }

    private static Map<String, String> system(HostEvidence host) {
        Map<String, String> system = new LinkedHashMap<>();
        if (host.isSimulated()) {
            system.put(SIMULATED, "true");
        }
        Failure failure = host.failure();
        if (failure != null) {
            system.put(STEP, failure.step().name());
            system.put(CAUSE, failure.cause().name());
            system.put(EXPLANATION, failure.explanation());
            system.put(NEXT_STEP, failure.nextStep());
        }
        return system;
    }

    /**
     * The hosts of a session with their answers, in its order; those of which there is no answer too.
     *
     * @throws IOException where an answer is missing or cannot be read, with a message for people
     */
    public static List<HostEvidence> read(SessionContents contents) throws IOException {
        Session session = contents.session();
        List<HostEvidence> hosts = new ArrayList<>();
        for (SessionHost host : session.hosts()) {
            List<Transcript> transcripts = new ArrayList<>();
            for (EvidenceItem item : session.evidenceOf(host.name())) {
                if (item.kind().equals(EvidenceKind.TRANSCRIPT)) {
                    transcripts.add(contents.evidence(item).transcript());
                }
            }
            HostEvidence evidence = new HostEvidence(
                    host.name(), Boolean.parseBoolean(host.system().get(SIMULATED)), transcripts, null);
            hosts.add(failure(host.system()).map(evidence::failed).orElse(evidence));
        }
        return hosts;
    }

    private static Optional<Failure> failure(Map<String, String> system) {
        String explanation = system.get(EXPLANATION);
        if (explanation == null) {
            return Optional.empty();
        }
        return Optional.of(new Failure(
                named(ConnectionStep.values(), system.get(STEP), ConnectionStep.SHELL),
                named(FailureCause.values(), system.get(CAUSE), FailureCause.OTHER),
                explanation,
                system.getOrDefault(NEXT_STEP, "")));
    }

    /** A name that a newer version wrote is another one of those that there are. */
    private static <E extends Enum<E>> E named(E[] all, @Nullable String name, E otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
