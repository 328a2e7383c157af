package org.ipsecworkbench.policyexplorer;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.workbench.Mark;
import org.jspecify.annotations.Nullable;

/**
 * One line of the tree.
 *
 * @param text its words, which say all that its icon says
 * @param mark its icon, or null
 * @param details its values
 * @param children the lines below it
 */
record Entry(String text, @Nullable Mark mark, List<Detail> details, List<Entry> children) {
    Entry {
        details = List.copyOf(details);
        children = List.copyOf(children);
    }

    /** A line without an icon that only holds others. */
    static Entry group(String text, List<Entry> children) {
        return new Entry(text, null, List.of(), children);
    }

    /** Whether its words or values have a text, in lower case. */
    boolean has(String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted)
                || details.stream()
                        .anyMatch(one -> (one.name() + "\n" + one.value())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted));
    }

    @Override
    public String toString() {
        return text;
    }
}
