package org.ipsecworkbench.ikelogbrowser;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.IkeMerge;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.detail.EventBook;
import org.ipsecworkbench.ikelogbrowser.detail.Origins;
import org.ipsecworkbench.ikelogbrowser.detail.Words;
import org.ipsecworkbench.ikelogbrowser.event.SeenEvent;
import org.openide.util.NbBundle.Messages;

/**
 * What all files of a window say together.
 *
 * @param report the negotiations, each once, by the time of their first step; its source is that of the first file
 * @param summary of them, in words
 * @param packets of all captures
 * @param kinds of the files, in order
 * @param origins where the steps were read
 * @param events those that tables explain, by time
 * @param lostEvents how many more there were than are kept
 * @param problems lines for people
 */
@Messages({
    "# {0} - place",
    "# {1} - problem",
    "LBL_Problem={0}: {1}",
    "# {0} - file",
    "# {1} - place",
    "# {2} - problem",
    "LBL_ProblemOf={0}, {1}: {2}"
})
record Gathered(
        IkeReport report,
        String summary,
        long packets,
        List<Source.Kind> kinds,
        Origins origins,
        List<SeenEvent> events,
        long lostEvents,
        List<String> problems) {
    /** Keeps copies of the lists. */
    Gathered {
        events = List.copyOf(events);
        kinds = List.copyOf(kinds);
        problems = List.copyOf(problems);
    }

    private static final Set<Source.Kind> HAVE_EVENTS = EnumSet.of(Source.Kind.EVENTS, Source.Kind.WFP);

    /** A file and what it says. */
    record Part(Path file, FileContents said) {
        Source source() {
            return said.contents().report().source();
        }
    }

    /** Puts together what at least one file says. Costs about what it is long: not for the event thread. */
    static Gathered of(List<Part> parts) {
        List<Part> ordered = new ArrayList<>(parts);
        // What a log says of a negotiation that a capture shows is told there.
        ordered.sort(Comparator.comparing(part -> part.source().kind() != Source.Kind.CAPTURE));
        List<IkeReport> merged = IkeMerge.merge(
                ordered.stream().map(part -> part.said().contents().report()).toList());
        List<Negotiation> negotiations = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<Source, Path> files = new HashMap<>();
        List<EventBook> events = new ArrayList<>();
        long messages = 0;
        long packets = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Part part = ordered.get(i);
            IkeReport report = merged.get(i);
            negotiations.addAll(report.negotiations());
            messages += report.messages();
            packets += part.said().contents().packets();
            files.put(part.source(), part.file());
            events.add(part.said().events());
            report.problems()
                    .forEach(one -> problems.add(
                            parts.size() == 1
                                    ? Bundle.LBL_Problem(one.where(), one.what())
                                    : Bundle.LBL_ProblemOf(report.source().name(), one.where(), one.what())));
        }
        Comparator<Instant> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
        negotiations.sort(Comparator.comparing(Negotiation::start, nullsLast));
        IkeReport all = new IkeReport(parts.get(0).source(), messages, negotiations, List.of());
        List<Source.Kind> kinds =
                parts.stream().map(part -> part.source().kind()).toList();
        long lost = events.stream().mapToLong(EventBook::lost).sum();
        return new Gathered(
                all,
                Words.summary(all, kinds),
                packets,
                kinds,
                new Origins(files, events),
                seen(events, negotiations),
                lost,
                problems);
    }

    private static List<SeenEvent> seen(List<EventBook> books, List<Negotiation> negotiations) {
        if (books.stream().allMatch(book -> book.explained().isEmpty())) {
            return List.of();
        }
        Set<Evidence> steps = new HashSet<>();
        for (Negotiation negotiation : negotiations) {
            for (Step step : negotiation.steps()) {
                step.evidence().stream()
                        .filter(place -> HAVE_EVENTS.contains(place.source().kind()))
                        .forEach(steps::add);
            }
        }
        Comparator<Instant> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
        return books.stream()
                .flatMap(book -> book.explained().stream())
                .map(event -> new SeenEvent(event, steps.contains(event.event().evidence())))
                .sorted(Comparator.comparing(seen -> seen.event().event().time(), nullsLast))
                .toList();
    }
}
