package org.ipsecworkbench.ike.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Disclosure;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/** Makes one negotiation of two. */
final class Merger {
    private static final List<Outcome> SEEN =
            List.of(Outcome.ESTABLISHED, Outcome.FAILED, Outcome.INCOMPLETE, Outcome.UNKNOWN);

    private Merger() {}

    /** @param source of the second one */
    static Negotiation merge(Negotiation first, Negotiation second, Source source) {
        Map<Integer, Integer> pairs = ClockOffset.pairs(first.steps(), second.steps());
        ClockOffset offset = ClockOffset.of(first, second, pairs);
        List<String> notes = new ArrayList<>(first.notes());
        second.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        notes.add(told(offset, source));
        Outcome outcome =
                SEEN.indexOf(second.outcome()) < SEEN.indexOf(first.outcome()) ? second.outcome() : first.outcome();
        Failure failure = failure(first.failure(), second.failure());
        if (failure != null && outcome == Outcome.ESTABLISHED) {
            notes.add("One of the sources sees a failure: " + failure.explanation());
            failure = null;
        }
        Cookies cookies = first.cookies().isAnswered() ? first.cookies() : second.cookies();
        return new Negotiation(
                cookies,
                either(first.initiator(), second.initiator()),
                either(first.responder(), second.responder()),
                first.module() == KeyModule.UNKNOWN ? second.module() : first.module(),
                first.mode() == Mode.UNKNOWN ? second.mode() : first.mode(),
                either(first.authentication(), second.authentication()),
                outcome,
                failure,
                first.softSa() || second.softSa(),
                first.offered().isEmpty() ? second.offered() : first.offered(),
                first.chosen().isEmpty() ? second.chosen() : first.chosen(),
                children(first.children(), second.children()),
                notes,
                steps(first.steps(), second.steps(), pairs, offset.offset()),
                first.droppedSteps() + second.droppedSteps(),
                first.disclosure().equals(Disclosure.NONE) ? second.disclosure() : first.disclosure(),
                first.renewals().isEmpty() ? shifted(second.renewals(), offset.offset()) : first.renewals());
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String told(ClockOffset offset, Source source) {
        Duration by = offset.offset();
        String begin = source.name() + " tells of this negotiation, too; ";
        if (by == null) {
            return begin + "no message and no SA is common, so that its times stand as they are.";
        }
        String noun = offset.basis().label() + (offset.common() == 1 ? "" : "s");
        String rests = " (" + offset.common() + " common " + noun + ").";
        if (by.abs().compareTo(offset.basis().agreement()) < 0) {
            return begin + "its clock agrees" + rests;
        }
        return String.format(
                Locale.ROOT,
                "%sits clock is %.2f s %s, which is taken off its times%s",
                begin,
                by.abs().toMillis() / 1e3,
                by.isNegative() ? "behind" : "ahead",
                rests);
    }

    private static @Nullable Failure failure(@Nullable Failure first, @Nullable Failure second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return second.outranks(first) ? second : first;
    }

    private static List<ChildSa> children(List<ChildSa> first, List<ChildSa> second) {
        List<ChildSa> all = new ArrayList<>(first);
        for (ChildSa child : second) {
            if (first.stream().noneMatch(known -> known.spi() == child.spi())) {
                all.add(child);
            }
        }
        return all;
    }

    private static List<Step> steps(
            List<Step> first, List<Step> second, Map<Integer, Integer> pairs, @Nullable Duration offset) {
        List<Step> all = new ArrayList<>(first);
        for (int i = 0; i < second.size(); i++) {
            Integer same = pairs.get(i);
            if (same == null) {
                all.add(shifted(second.get(i), offset));
            } else {
                all.set(same, joined(first.get(same), second.get(i)));
            }
        }
        // What has no time comes last, in its order: the sort is stable.
        Comparator<Instant> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
        all.sort(Comparator.comparing(Step::time, nullsLast));
        return all;
    }

    private static Step shifted(Step step, @Nullable Duration offset) {
        return new Step(
                shifted(step.time(), offset),
                step.direction(),
                step.summary(),
                step.message(),
                step.repeats(),
                shifted(step.lastTime(), offset),
                step.evidence());
    }

    private static List<Instant> shifted(List<Instant> times, @Nullable Duration offset) {
        return offset == null
                ? times
                : times.stream().map(time -> time.minus(offset)).toList();
    }

    private static @Nullable Instant shifted(@Nullable Instant time, @Nullable Duration offset) {
        return time == null || offset == null ? time : time.minus(offset);
    }

    /** A log knows what was inside an encrypted message, a capture what it was to the byte. */
    private static Step joined(Step first, Step second) {
        List<Evidence> evidence = new ArrayList<>(first.evidence());
        evidence.addAll(second.evidence());
        IkeMessage message = first.message();
        boolean knowsMore = message != null
                && message.encrypted()
                && second.summary().length() > first.summary().length();
        return new Step(
                first.time(),
                first.direction(),
                knowsMore ? second.summary() : first.summary(),
                message,
                Math.max(first.repeats(), second.repeats()),
                first.lastTime(),
                evidence);
    }
}
