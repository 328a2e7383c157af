package org.ipsecworkbench.ikelogbrowser.detail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.FailureKey;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Repetitions;
import org.ipsecworkbench.ike.Repetitions.Renewal;
import org.ipsecworkbench.ike.Repetitions.Storm;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;

/** Negotiations in words, for every place that tells of them. */
public final class Words {
    private static final int MAX_CHILDREN = 6;

    private Words() {}

    /**
     * All negotiations of a report: {@code 2 failed, 3 did not end; 12 messages}.
     *
     * @param kinds of the files that it is of
     */
    public static String summary(IkeReport report, List<Source.Kind> kinds) {
        Map<Ending, Long> counts = new EnumMap<>(Ending.class);
        report.negotiations().forEach(one -> counts.merge(Ending.of(one), 1L, Long::sum));
        String outcomes = counts.entrySet().stream()
                .map(one -> Formats.count(one.getValue()) + " " + one.getKey().counted())
                .collect(Collectors.joining(", "));
        boolean areMessages = kinds.stream().anyMatch(Words::hasMessages);
        boolean areEvents = !kinds.stream().allMatch(Words::hasMessages);
        String things = areMessages && areEvents
                ? Formats.count(report.messages()) + " messages and events"
                : areEvents
                        ? Formats.count(report.messages(), "event", "events")
                        : Formats.count(report.messages(), "message", "messages");
        return outcomes + "; " + things;
    }

    private static boolean hasMessages(Source.Kind kind) {
        return kind == Source.Kind.CAPTURE || kind == Source.Kind.OAKLEY;
    }

    /** What repeats, one sentence each for the longest storm and the renewals; empty where nothing does. */
    public static String repetitions(Repetitions found) {
        List<String> sentences = new ArrayList<>();
        found.storms().stream()
                .max(Comparator.comparingInt(Storm::failures))
                .ifPresent(storm -> sentences.add("Retry storm: "
                        + storm.key().initiator() + " → " + storm.key().responder() + " "
                        + came(storm.key()) + " "
                        + Formats.count(storm.failures()) + " times in "
                        + Formats.duration(Duration.between(storm.first(), storm.last())) + ", every "
                        + Formats.duration(storm.interval())
                        + (found.storms().size() == 1
                                ? "."
                                : ", and " + Formats.count(found.storms().size() - 1, "other storm", "other storms")
                                        + ".")));
        renewals(found, false, "An IKE SA followed another ").ifPresent(sentences::add);
        renewals(found, true, "Inside an IKE SA, keys or SAs were negotiated again ")
                .ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private static Optional<String> renewals(Repetitions found, boolean areInside, String what) {
        List<Duration> sorted = found.renewals().stream()
                .filter(one -> one.isInside() == areInside)
                .map(Renewal::after)
                .sorted()
                .toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(what + Formats.count(sorted.size(), "time", "times") + ", "
                        + (sorted.size() == 1 ? "" : "typically ")
                        + Formats.duration(sorted.get(sorted.size() / 2)) + " later.");
    }

    private static String came(FailureKey key) {
        return key.inClear() ? "ended in clear" : key.outcome() == Outcome.FAILED ? "failed" : "came to nothing";
    }

    /** What was negotiated: {@code IKEv1 main mode}. */
    public static String exchange(Negotiation negotiation) {
        String module = negotiation.module().label();
        String mode = negotiation.mode().label();
        return mode.startsWith(module) ? mode : module + " " + mode;
    }

    /** The failure in a few words, {@code authentication}; empty where there is none. */
    public static String failure(Negotiation negotiation) {
        Failure failure = negotiation.failure();
        return failure == null ? "" : failure.failureClass().label();
    }

    /** The outcome for a headline: {@code Failed: authentication}, {@code In clear: soft SA}. */
    public static String headline(Negotiation negotiation) {
        String failure = negotiation.isInClear() ? "" : failure(negotiation);
        return failure.isEmpty() ? negotiation.verdict() : negotiation.verdict() + ": " + failure;
    }

    /** Why it ended so, what to do next, and what else is worth knowing: one entry per paragraph. */
    public static List<String> reasons(Negotiation negotiation) {
        List<String> reasons = new ArrayList<>();
        Failure failure = negotiation.failure();
        if (failure != null) {
            reasons.add("Why: " + failure.explanation() + code(failure.code()));
            reasons.add("Next: " + failure.nextStep());
        } else {
            reasons.add(
                    switch (negotiation.outcome()) {
                        case ESTABLISHED -> established(negotiation.children());
                        case FAILED -> "Why it failed was not seen.";
                        case INCOMPLETE ->
                            "It began, but neither an IPsec SA nor a refusal followed while this was recorded. Either it was"
                                    + " given up, or the recording ended too early.";
                        case UNKNOWN -> "Too little of it was seen to say how it ended.";
                    });
        }
        if (!negotiation.renewed().isEmpty()) {
            reasons.add(negotiation.renewed());
        }
        reasons.addAll(negotiation.notes());
        return reasons;
    }

    private static String established(List<ChildSa> children) {
        if (children.isEmpty()) {
            return "The hosts agreed on IPsec SAs; their SPIs were not seen.";
        }
        String spis = children.stream()
                .limit(MAX_CHILDREN)
                .map(child -> child.protocol().toUpperCase(Locale.ROOT) + " " + String.format("%08x", child.spi()))
                .collect(Collectors.joining(", "));
        int more = children.size() - MAX_CHILDREN;
        return "It led to " + Formats.count(children.size(), "IPsec SA", "IPsec SAs") + ": " + spis
                + (more > 0 ? " and " + Formats.count(more) + " more." : ".");
    }

    private static String code(Failure.@Nullable Code code) {
        if (code == null) {
            return "";
        }
        return " The code is " + code.value() + (code.name().isEmpty() ? "." : ", " + code.name() + ".");
    }
}
