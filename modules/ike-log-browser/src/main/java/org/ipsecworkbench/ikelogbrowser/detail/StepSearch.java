package org.ipsecworkbench.ikelogbrowser.detail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Step;

/**
 * Where words occur in what the steps of a negotiation say, in large or small letters.
 *
 * @param places in the order of the steps, at most {@link #MAX_PLACES}
 * @param whole whether these are all
 */
record StepSearch(List<Place> places, boolean whole) {
    /** More than anybody goes through one by one. */
    static final int MAX_PLACES = 10_000;

    /** Nothing was looked for, or found. */
    static final StepSearch NONE = new StepSearch(List.of(), true);

    StepSearch {
        places = List.copyOf(places);
    }

    /**
     * An occurrence.
     *
     * @param step its index among the steps
     * @param start of the words, in characters of the step's text
     */
    record Place(int step, int start) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return step == other.step ? Integer.compare(start, other.start) : Integer.compare(step, other.step);
        }
    }

    /**
     * Searches. Costs what the texts cost: not for the event thread.
     *
     * @param words not empty
     * @param text of a step
     * @param ended asked between steps; ends the search early
     */
    static StepSearch of(Negotiation negotiation, String words, Function<Step, String> text, BooleanSupplier ended) {
        List<Place> places = new ArrayList<>();
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Step> steps = negotiation.steps();
        for (int i = 0; i < steps.size() && !ended.getAsBoolean(); i++) {
            String said = text.apply(steps.get(i)).toLowerCase(Locale.ROOT);
            for (int at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + wanted.length())) {
                if (places.size() == MAX_PLACES) {
                    return new StepSearch(places, false);
                }
                places.add(new Place(i, at));
            }
        }
        return new StepSearch(places, true);
    }

    /** The one after a place, or the one before it; behind the last the first follows. There is at least one. */
    Place next(Place from, boolean forward) {
        int at = Collections.binarySearch(places, from);
        int next = forward ? at < 0 ? -at - 1 : at + 1 : at < 0 ? -at - 2 : at - 1;
        return places.get(Math.floorMod(next, places.size()));
    }
}
