package org.ipsecworkbench.ikelogbrowser.event;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Failure;

/**
 * Which events to list, in which order.
 *
 * @param words each has to occur in the event's number, provider, log, host, meaning, values or text, or in why something
 *     failed and what to do, in large or small letters; blank asks nothing
 * @param which what else is asked
 * @param column what to order by; equal ones stay in the order of time
 * @param descending whether the greatest comes first
 */
record EventFilter(String words, Which which, EventColumn column, boolean descending) {
    /** Lists all, failures first. */
    static final EventFilter ALL = new EventFilter("", Which.ALL, EventColumn.KIND, false);

    /** Which events to list. */
    enum Which {
        /** All. */
        ALL("All events"),
        /** Those that tell of failures. */
        FAILURES("Failures"),
        /** Those that tell of failures, and warnings. */
        ATTENTION("Failures and warnings"),
        /** Those that are no step of a negotiation, and so are told of nowhere else. */
        WITHOUT_NEGOTIATION("Without a negotiation");

        private final String label;

        Which(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }

        private boolean accepts(SeenEvent row) {
            return switch (this) {
                case ALL -> true;
                case FAILURES -> EventKind.of(row.event()) == EventKind.FAILURE;
                case ATTENTION -> EventKind.of(row.event()) != EventKind.INFORMATION;
                case WITHOUT_NEGOTIATION -> !row.ofNegotiation();
            };
        }
    }

    /** Whether it lists all events. */
    boolean listsAll() {
        return words.isBlank() && which == Which.ALL;
    }

    /** What is listed. Costs a moment for many; not for the event thread. */
    List<SeenEvent> apply(List<SeenEvent> all) {
        List<String> wanted = words.isBlank()
                ? List.of()
                : List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        Comparator<SeenEvent> order = descending ? column.order().reversed() : column.order();
        return all.stream()
                .filter(which::accepts)
                .filter(row -> wanted.isEmpty() || has(row, wanted))
                .sorted(order)
                .toList();
    }

    private static boolean has(SeenEvent row, List<String> wanted) {
        EventRecord event = row.event().event();
        Failure failure = row.event().failure();
        StringBuilder all = new StringBuilder();
        Stream.of(
                        String.valueOf(event.id()),
                        event.provider(),
                        event.channel(),
                        event.computer(),
                        row.event().meaning(),
                        event.text(),
                        EventKind.of(row.event()).label())
                .forEach(one -> all.append(one).append('\n'));
        if (failure != null) {
            all.append(failure.failureClass().label()).append('\n');
            all.append(failure.explanation()).append('\n').append(failure.nextStep());
        }
        for (EventRecord.Field field : event.fields()) {
            all.append('\n').append(field.name()).append('\n').append(field.raw());
            all.append('\n').append(field.meaning());
        }
        String text = all.toString().toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(text::contains);
    }
}
