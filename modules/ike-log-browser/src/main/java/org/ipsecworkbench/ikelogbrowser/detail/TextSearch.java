package org.ipsecworkbench.ikelogbrowser.detail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Where words occur in what some things say, such as the steps of a negotiation, in large or small letters.
 *
 * @param places in the order of the things, at most {@link #MAX_PLACES}
 * @param whole whether these are all
 */
record TextSearch(List<Place> places, boolean whole) {
    /** More than anybody goes through one by one. */
    static final int MAX_PLACES = 10_000;

    /** Nothing was looked for, or found. */
    static final TextSearch NONE = new TextSearch(List.of(), true);

    TextSearch {
        places = List.copyOf(places);
    }

    /**
     * An occurrence.
     *
     * @param item index of the thing
     * @param start of the words, in characters of its text
     */
    record Place(int item, int start) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return item == other.item ? Integer.compare(start, other.start) : Integer.compare(item, other.item);
        }
    }

    /**
     * Searches. Costs what the texts cost: not for the event thread.
     *
     * @param words not empty
     * @param text of a thing
     * @param ended asked between two; ends the search early
     */
    static <T> TextSearch of(List<T> items, String words, Function<T, String> text, BooleanSupplier ended) {
        List<Place> places = new ArrayList<>();
        String wanted = words.toLowerCase(Locale.ROOT);
        for (int i = 0; i < items.size() && !ended.getAsBoolean(); i++) {
            String said = text.apply(items.get(i)).toLowerCase(Locale.ROOT);
            for (int at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + wanted.length())) {
                if (places.size() == MAX_PLACES) {
                    return new TextSearch(places, false);
                }
                places.add(new Place(i, at));
            }
        }
        return new TextSearch(places, true);
    }

    /** The one after a place, or the one before it; behind the last the first follows. There is at least one. */
    Place next(Place from, boolean forward) {
        int at = Collections.binarySearch(places, from);
        int next = forward ? at < 0 ? -at - 1 : at + 1 : at < 0 ? -at - 2 : at - 1;
        return places.get(Math.floorMod(next, places.size()));
    }
}
