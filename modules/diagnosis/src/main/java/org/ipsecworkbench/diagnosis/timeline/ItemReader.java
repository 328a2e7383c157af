package org.ipsecworkbench.diagnosis.timeline;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.diagnosis.TimelineLimits;
import org.ipsecworkbench.diagnosis.timeline.Clocks.Strength;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.IkeWfp;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.session.SessionContents;
import org.jspecify.annotations.Nullable;

/** Reads single pieces of evidence, each by what it is. */
final class ItemReader {
    /** Steps without their payloads: a timeline shows none, and their times alone compare clocks. */
    static final IkeLimits IKE_LIMITS = new IkeLimits(4096, 50, 20_000, 100, 50_000, 0, 255, 16L << 20);

    /** Bytes by whose beginning the form of an answer is told. */
    private static final int HEAD = 1 << 16;

    /** Bytes of an audit trail that are read: its most lines, at their usual length. */
    private static final int MAX_AUDIT = 32 << 20;

    private final SessionContents contents;
    private final TimelineLimits limits;
    private final ProblemLog problems;
    private final Drafts drafts;
    private final Clocks clocks;
    private final Names names;
    private final HostClocks hosts;
    private final SharedNegotiations shared;
    private final LogDrafts logs;
    private final AnswerDrafts answers;
    private final PolicyDrafts policies;
    private final CaptureDrafts captures;

    ItemReader(
            SessionContents contents,
            TimelineLimits limits,
            ProblemLog problems,
            Drafts drafts,
            Clocks clocks,
            Names names) {
        this.contents = contents;
        this.limits = limits;
        this.problems = problems;
        this.drafts = drafts;
        this.clocks = clocks;
        this.names = names;
        hosts = new HostClocks(contents.session());
        shared = new SharedNegotiations(limits.maxCompared());
        logs = new LogDrafts(drafts, clocks, names);
        answers = new AnswerDrafts(drafts);
        policies = new PolicyDrafts(drafts, contents.session());
        captures = new CaptureDrafts(drafts, limits, problems);
    }

    void read(EvidenceItem item, ScanMonitor monitor) throws IOException {
        Evidence evidence = contents.evidence(item);
        if (item.kind().isTranscript()) {
            answer(item, evidence.transcript());
        } else if (item.kind().equals(EvidenceKind.CAPTURE)) {
            String clock = ownClock(item, Strength.SAME);
            shared.add(clock, item.name(), captures.read(evidence.file(), item, lane(item), clock, monitor));
        } else if (item.kind().equals(EvidenceKind.OAKLEY_LOG)) {
            try (InputStream in = new BufferedInputStream(evidence.open())) {
                oakley(in, item, item.takenAt(), monitor);
            }
        } else if (item.kind().equals(EvidenceKind.EVENTS) || item.kind().equals(EvidenceKind.WFP)) {
            events(evidence.file(), item, monitor);
        } else if (item.kind().equals(EvidenceKind.AUDIT_TRAIL)) {
            try (InputStream in = evidence.open()) {
                new AuditDrafts(drafts, names, item).read(new String(in.readNBytes(MAX_AUDIT), StandardCharsets.UTF_8));
            }
        } else {
            file(item, evidence);
        }
    }

    /** Tells what is known of the clocks, when all was read. */
    void link() {
        hosts.link(clocks);
        shared.link(clocks);
    }

    private static String lane(EvidenceItem item) {
        return item.host().isEmpty() ? item.name() : item.host();
    }

    /** A clock of its own, which is that of its host where that is known. */
    private String ownClock(EvidenceItem item, Strength strength) {
        String clock = clocks.item(item.id(), item.name());
        if (!item.host().isEmpty()) {
            String basis = "taken for that of " + item.host();
            clocks.link(clocks.host(item.host()), clock, Duration.ZERO, strength, basis, basis);
        }
        return clock;
    }

    private String clock(EvidenceItem item) {
        return item.host().isEmpty() ? clocks.item(item.id(), item.name()) : clocks.host(item.host());
    }

    private void answer(EvidenceItem item, Transcript answer) throws IOException {
        hosts.hear(item.host(), answer);
        answers.read(answer, item);
        byte[] output = answer.output();
        if (policies.isRepeated(item)) {
            policies.read(answer, item);
        }
        if (OakleyLogs.isOakley(Arrays.copyOf(output, Math.min(output.length, OakleyLogs.HEAD)))) {
            oakley(new ByteArrayInputStream(output), item, answer.started(), ScanMonitor.NONE);
            return;
        }
        byte[] text = answer.outputText().getBytes(StandardCharsets.UTF_8);
        byte[] head = Arrays.copyOf(text, Math.min(text.length, HEAD));
        boolean isWfp = IkeWfp.recognises(head);
        if (isWfp || IkeEvents.recognises(head)) {
            LogDrafts.Reading reading = logs.begin(item.id(), lane(item), clock(item), limits.maxItemEntries());
            Source source = new Source(item.name(), isWfp ? Source.Kind.WFP : Source.Kind.EVENTS);
            InputStream in = new ByteArrayInputStream(text);
            end(
                    reading,
                    item,
                    isWfp
                            ? IkeWfp.read(in, source, EventLimits.DEFAULT, IKE_LIMITS, reading::event)
                            : IkeEvents.read(in, source, EventLimits.DEFAULT, IKE_LIMITS, reading::event));
        }
    }

    private void events(Path file, EvidenceItem item, ScanMonitor monitor) throws IOException {
        LogDrafts.Reading reading = logs.begin(item.id(), lane(item), clock(item), limits.maxItemEntries());
        boolean isWfp = item.kind().equals(EvidenceKind.WFP);
        Source source = new Source(item.name(), isWfp ? Source.Kind.WFP : Source.Kind.EVENTS);
        end(
                reading,
                item,
                isWfp
                        ? IkeWfp.read(file, source, EventLimits.DEFAULT, IKE_LIMITS, monitor, reading::event)
                        : IkeEvents.read(file, source, EventLimits.DEFAULT, IKE_LIMITS, monitor, reading::event));
    }

    private void end(LogDrafts.Reading reading, EvidenceItem item, IkeReport report) {
        tell(item, report);
        reading.end(report);
        shared.add(reading.clock(), lane(item), report);
    }

    /**
     * Its stamps have neither year nor zone: it was written before it was taken, in what is taken for UTC. What it has in common
     * with others tells its clock, and so its zone, before the clock of its host does.
     */
    private void oakley(InputStream in, EvidenceItem item, @Nullable Instant taken, ScanMonitor monitor)
            throws IOException {
        Instant before = taken == null ? contents.session().created() : taken;
        IkeReport report = OakleyLogs.read(
                        in,
                        Math.max(0, item.size()),
                        new Source(item.name(), Source.Kind.OAKLEY),
                        LocalDate.ofInstant(before, ZoneOffset.UTC).plusDays(1),
                        ZoneOffset.UTC,
                        OakleyLimits.DEFAULT,
                        IKE_LIMITS,
                        monitor)
                .report();
        String clock = ownClock(item, Strength.ASSUMED);
        LogDrafts.Reading reading = logs.begin(item.id(), lane(item), clock, limits.maxItemEntries());
        tell(item, report);
        reading.end(report);
        shared.add(clock, item.name(), report);
    }

    private void tell(EvidenceItem item, IkeReport report) {
        report.problems().forEach(problem -> problems.add(item.name() + ", " + problem.where(), problem.what()));
    }

    private void file(EvidenceItem item, Evidence evidence) throws IOException {
        Instant taken = item.takenAt();
        if (taken == null) {
            drafts.timeless();
            return;
        }
        String words = item.kind().label() + ": " + item.name();
        drafts.add(
                Draft.moment(Clocks.REFERENCE, taken, lane(item), TimelineKind.EVIDENCE, words, item.id(), Place.ALL));
        if (item.kind().equals(EvidenceKind.POLICY) && policies.isRepeated(item)) {
            try (InputStream in = evidence.open()) {
                policies.read(in.readNBytes(PolicyLimits.DEFAULT.maxBytes() + 1), taken, item);
            }
        }
    }
}
