package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.Disclosure;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Negotiations for a tired engineer: how each ended, why, what to do, then its messages as a ladder; failures first. */
final class IkeText {
    private static final int MAX_NEGOTIATIONS = 20;
    private static final int MAX_STEPS = 16;
    private static final int MAX_SUMMARY = 160;
    private static final int MAX_PROPOSALS = 6;
    private static final int MAX_CHILDREN = 4;

    private static final List<Outcome> ORDER =
            List.of(Outcome.FAILED, Outcome.INCOMPLETE, Outcome.UNKNOWN, Outcome.ESTABLISHED);

    private static final int MAX_OUTSIDE = 10;

    private final Writer out;
    private final Ansi colours;
    private boolean isFirst = true;

    IkeText(Writer out, Ansi colours) {
        this.out = out;
        this.colours = colours;
    }

    /** Writes what the next file says; nothing for one that could not be read. */
    void write(IkeInput.Result result) throws IOException {
        IkeReport report = result.report();
        if (report == null) {
            return;
        }
        if (!isFirst) {
            line("");
        }
        isFirst = false;
        line(result.name());
        boolean isMerged = result.log() != null && report.negotiations().isEmpty() && report.messages() > 0;
        line("  " + (isMerged ? "What it says of negotiations is told above, with another source." : verdict(report)));
        List<Negotiation> sorted = new ArrayList<>(report.negotiations());
        sorted.sort(Comparator.comparingInt(one -> ORDER.indexOf(one.outcome())));
        for (Negotiation negotiation : sorted.stream().limit(MAX_NEGOTIATIONS).toList()) {
            line("");
            negotiation(negotiation, report.source());
        }
        if (sorted.size() > MAX_NEGOTIATIONS) {
            line("");
            line("  and " + (sorted.size() - MAX_NEGOTIATIONS) + " more negotiations (--format json lists them)");
        }
        outside(result.log());
        problems(report.problems());
    }

    /** Lines of a log that belong to no negotiation: service messages, and what is not understood. */
    private void outside(@Nullable OakleyReport log) throws IOException {
        if (log == null || log.outside().isEmpty()) {
            return;
        }
        line("");
        line("  Belongs to no negotiation:");
        for (OakleyReport.Line one : log.outside().stream().limit(MAX_OUTSIDE).toList()) {
            line("    " + shorten(one.text()) + "  [" + one.evidence().label() + "]");
        }
        long more = log.outside().size() + log.droppedOutside() - MAX_OUTSIDE;
        if (more > 0) {
            line("    and " + more + " more (--format json lists them)");
        }
    }

    /** How many negotiations ended how, a sentence. */
    static String verdict(IkeReport report) {
        if (report.negotiations().isEmpty()) {
            return report.source().kind() == Source.Kind.CAPTURE
                    ? "Nothing was negotiated: no messages of IKE."
                    : "Nothing of negotiations: " + amount(report) + ".";
        }
        List<Negotiation> all = report.negotiations();
        List<String> words = new ArrayList<>();
        long inClear = all.stream().filter(Negotiation::isInClear).count();
        words.add(inClear == 0 ? "" : negotiations(inClear) + "ended in clear: soft SA");
        ORDER.forEach(outcome -> words.add(count(all, outcome)));
        words.removeIf(String::isEmpty);
        return String.join(", ", words) + "; " + amount(report) + ".";
    }

    private static String amount(IkeReport report) {
        Source.Kind kind = report.source().kind();
        String noun = kind == Source.Kind.CAPTURE || kind == Source.Kind.OAKLEY ? "message" : kind.place();
        return String.format(Locale.ROOT, "%,d %s%s", report.messages(), noun, report.messages() == 1 ? "" : "s");
    }

    private static String negotiations(long count) {
        return count + (count == 1 ? " negotiation " : " negotiations ");
    }

    private static String count(List<Negotiation> all, Outcome outcome) {
        long count = all.stream()
                .filter(one -> one.outcome() == outcome && !one.isInClear())
                .count();
        if (count == 0) {
            return "";
        }
        return negotiations(count)
                + switch (outcome) {
                    case ESTABLISHED -> "succeeded";
                    case FAILED -> "failed";
                    case INCOMPLETE -> "did not end";
                    case UNKNOWN -> "of which too little was seen";
                };
    }

    private void negotiation(Negotiation negotiation, Source own) throws IOException {
        String authentication = negotiation.authentication();
        line("  " + styled(negotiation) + "  " + host(negotiation.initiator(), own) + " -> "
                + host(negotiation.responder(), own)
                + "  " + exchange(negotiation)
                + (authentication.isEmpty() ? "" : ", " + authentication));
        Failure failure = negotiation.failure();
        if (failure != null) {
            line("    Why: " + failure.explanation() + code(failure.code()));
            line("    Next: " + failure.nextStep());
        }
        if (!negotiation.renewed().isEmpty()) {
            line("    " + negotiation.renewed());
        }
        for (String note : negotiation.notes()) {
            line("    " + note);
        }
        proposals(negotiation);
        disclosure(negotiation.disclosure());
        if (!negotiation.children().isEmpty()) {
            line("    SAs: "
                    + negotiation.children().stream()
                            .limit(8)
                            .map(child -> child.protocol() + " " + Integer.toHexString(child.spi()))
                            .collect(Collectors.joining(", "))
                    + (negotiation.children().size() > 8
                            ? " and " + (negotiation.children().size() - 8) + " more"
                            : ""));
        }
        // Events of success do not hold them.
        if (negotiation.cookies().initiator() != 0) {
            line("    cookies " + negotiation.cookies().initiatorHex() + " "
                    + negotiation.cookies().responderHex());
        }
        ladder(negotiation, own);
    }

    /** A log does not always say the address of the host that wrote it, nor an event those of both. */
    static String host(String address, Source source) {
        String unknown = source.kind() == Source.Kind.OAKLEY ? "(this host)" : "unknown host";
        return address.isEmpty() ? unknown : address;
    }

    /** The protocol and how it began. */
    static String exchange(Negotiation negotiation) {
        String module = negotiation.module().label();
        String mode = negotiation.mode().label();
        return mode.startsWith(module) ? mode : module + " " + mode;
    }

    /** What was chosen; where nothing was, what there was to choose from. */
    private void proposals(Negotiation negotiation) throws IOException {
        boolean isChosen = !negotiation.chosen().isEmpty();
        List<String> labels = (isChosen ? negotiation.chosen() : negotiation.offered())
                .stream().flatMap(proposal -> proposal.labels().stream()).toList();
        for (String label : labels.stream().limit(MAX_PROPOSALS).toList()) {
            line("    " + (isChosen ? "Chosen: " : "Offered: ") + label);
        }
        if (labels.size() > MAX_PROPOSALS) {
            line("    and " + (labels.size() - MAX_PROPOSALS) + " more (--format json lists them)");
        }
    }

    private void disclosure(Disclosure disclosure) throws IOException {
        if (!disclosure.initiatorId().isEmpty() || !disclosure.responderId().isEmpty()) {
            line("    Decrypted: " + known(disclosure.initiatorId()) + " -> " + known(disclosure.responderId()));
        }
        for (Disclosure.ChildExchange child :
                disclosure.children().stream().limit(MAX_CHILDREN).toList()) {
            boolean isChosen = !child.chosen().isEmpty();
            for (Proposal proposal : isChosen ? child.chosen() : child.offered()) {
                line("    Decrypted: " + (isChosen ? "chosen " : "offered ") + proposal.protocol() + " "
                        + String.join(" or ", proposal.labels()));
            }
            if (!child.initiatorTraffic().isEmpty()) {
                line("      for " + String.join("; ", child.initiatorTraffic()) + " <-> "
                        + String.join("; ", child.responderTraffic()));
            }
        }
        if (disclosure.children().size() > MAX_CHILDREN) {
            line("    and " + (disclosure.children().size() - MAX_CHILDREN)
                    + " more SAs of ESP and AH (--format json lists them)");
        }
    }

    private static String known(String identity) {
        return identity.isEmpty() ? "(not read)" : identity;
    }

    private static String code(Failure.@Nullable Code code) {
        if (code == null) {
            return "";
        }
        return " (" + (code.name().isEmpty() ? "code" : code.name()) + ", " + code.value() + ")";
    }

    /** The first and the last steps: how it began, and what it came to. */
    private void ladder(Negotiation negotiation, Source own) throws IOException {
        Instant start = negotiation.start();
        List<Step> steps = negotiation.steps();
        int head = steps.size() <= MAX_STEPS ? steps.size() : MAX_STEPS / 2;
        int tail = Math.max(head, steps.size() - MAX_STEPS / 2);
        for (Step step : steps.subList(0, head)) {
            step(step, start, own);
        }
        if (tail > head) {
            line("               " + (tail - head) + " more steps (--format json lists them)");
        }
        for (Step step : steps.subList(tail, steps.size())) {
            step(step, start, own);
        }
        if (negotiation.droppedSteps() > 0) {
            line("               and " + negotiation.droppedSteps() + " more steps, which were not kept");
        }
    }

    private void step(Step step, @Nullable Instant start, Source own) throws IOException {
        line(String.format(
                Locale.ROOT,
                "    %9s  %s  %s%s  [%s]",
                since(start, step.time()),
                switch (step.direction()) {
                    case TO_RESPONDER -> "->";
                    case TO_INITIATOR -> "<-";
                    case LOCAL -> "  ";
                },
                shorten(step.summary()),
                step.repeats() == 0 ? "" : ", sent " + (step.repeats() + 1) + " times",
                places(step.evidence(), own)));
    }

    private static String places(List<Evidence> evidence, Source own) {
        Map<Source, List<Evidence>> bySource = new LinkedHashMap<>();
        evidence.forEach(one ->
                bySource.computeIfAbsent(one.source(), any -> new ArrayList<>()).add(one));
        List<String> places = new ArrayList<>();
        bySource.forEach((source, all) -> {
            String first = all.get(0).label();
            String label = all.size() == 1
                    ? first
                    : first + " to " + all.get(all.size() - 1).last();
            if (source.kind() == Source.Kind.OAKLEY) {
                label = new Evidence(
                                source,
                                all.get(0).first(),
                                all.get(all.size() - 1).last())
                        .label();
            }
            places.add(source.equals(own) ? label : file(source.name()) + " " + label);
        });
        return String.join(", ", places);
    }

    /** The name without its folders, which the heading or a note has. */
    private static String file(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String shorten(String text) {
        return text.length() <= MAX_SUMMARY ? text : text.substring(0, MAX_SUMMARY) + "…";
    }

    private static String since(@Nullable Instant start, @Nullable Instant time) {
        return start == null || time == null
                ? ""
                : String.format(
                        Locale.ROOT, "%.3f s", Duration.between(start, time).toNanos() / 1e9);
    }

    private void problems(List<Problem> problems) throws IOException {
        if (!problems.isEmpty()) {
            line("");
        }
        for (String line : ProblemLines.of(problems)) {
            line(line);
        }
    }

    private String styled(Negotiation negotiation) {
        String text = negotiation.isInClear()
                ? "IN CLEAR: soft SA"
                : negotiation.verdict().toUpperCase(Locale.ROOT);
        String style = switch (negotiation.outcome()) {
            case ESTABLISHED -> "bold,cyan";
            case FAILED -> "bold,red";
            case INCOMPLETE -> "bold,yellow";
            case UNKNOWN -> "bold";
        };
        return colours.enabled() ? colours.string("@|" + style + " " + text + "|@") : text;
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }
}
