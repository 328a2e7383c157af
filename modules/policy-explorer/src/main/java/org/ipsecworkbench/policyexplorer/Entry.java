package org.ipsecworkbench.policyexplorer;

import java.util.List;
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

    @Override
    public String toString() {
        return text;
    }
}
