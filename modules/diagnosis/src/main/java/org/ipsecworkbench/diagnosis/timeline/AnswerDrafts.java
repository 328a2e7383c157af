package org.ipsecworkbench.diagnosis.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.ServiceState;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.diagnosis.read.ServiceReader;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Place;
import org.jspecify.annotations.Nullable;

/** Commands that were run, and the services as they were found; what changed between two answers is told. Answers come by time. */
final class AnswerDrafts {
    private record Found(Instant time, ServiceState state) {}

    private final Drafts drafts;
    private final Map<String, Found> services = new HashMap<>();

    AnswerDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    void read(Transcript answer, EvidenceItem item) {
        Failure failure = answer.ending().failure();
        long code = Integer.toUnsignedLong(answer.ending().exitCode().orElse(0));
        String ended = failure != null ? "Incomplete" : code != 0 ? "Exit code " + code : "";
        drafts.add(Draft.moment(
                        Clocks.REFERENCE,
                        answer.started(),
                        item.host(),
                        TimelineKind.COMMAND,
                        item.name(),
                        item.id(),
                        Place.ALL)
                .lasting(Duration.between(answer.started(), answer.ended()))
                .ended(failure != null ? Signal.BAD : Signal.NEUTRAL, ended));
        for (String name : HostFacts.SERVICES) {
            if (Commands.service(name).line().equals(answer.line())) {
                service(answer, item, name);
            }
        }
    }

    private void service(Transcript answer, EvidenceItem item, String name) {
        HostEvidence alone = new HostEvidence(item.host(), false, List.of(answer), null);
        Optional<ServiceState> state = ServiceReader.read(alone, name);
        if (state.isEmpty()) {
            return;
        }
        Found before = services.put(item.host() + "\0" + name, new Found(answer.started(), state.get()));
        if (before == null || before.state.state() != state.get().state()) {
            drafts.add(service(answer, item, state.get(), before));
        }
    }

    private static Draft service(Transcript answer, EvidenceItem item, ServiceState now, @Nullable Found before) {
        String word = word(now.state());
        String words = before == null
                ? now.name() + " was found " + word
                : now.name() + " was found " + word + ": it changed since it was found " + word(before.state.state());
        Instant from = before == null ? answer.started() : before.time;
        Place place = Place.of(now.evidence().get(0).place());
        return Draft.moment(Clocks.REFERENCE, from, item.host(), TimelineKind.SERVICE, words, item.id(), place)
                .lasting(Duration.between(from, answer.started()))
                .ended(
                        now.isRunning() ? Signal.GOOD : now.isStopped() ? Signal.BAD : Signal.NEUTRAL,
                        word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }

    /** SERVICE_STATUS_PROCESS, dwCurrentState. */
    private static String word(int state) {
        return switch (state) {
            case 1 -> "stopped";
            case 2 -> "starting";
            case 3 -> "stopping";
            case 4 -> "running";
            case 5, 6, 7 -> "paused";
            default -> "in an unknown state";
        };
    }
}
