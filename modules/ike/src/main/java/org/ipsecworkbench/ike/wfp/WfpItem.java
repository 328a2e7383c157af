package org.ipsecworkbench.ike.wfp;

import java.util.List;
import java.util.Locale;

/**
 * One entry of a WFP list.
 *
 * @param list the element that the list is in, such as {@code netEvents}
 * @param entries its elements without children, in order
 */
record WfpItem(String list, List<Entry> entries) {
    /**
     * A value.
     *
     * @param path names from the entry down to the element, with slashes between
     */
    record Entry(String path, String value) {
        boolean isNamed(String name) {
            return path.length() == name.length()
                    ? path.equalsIgnoreCase(name)
                    : path.length() > name.length()
                            && path.charAt(path.length() - name.length() - 1) == '/'
                            && path.regionMatches(true, path.length() - name.length(), name, 0, name.length());
        }
    }

    WfpItem {
        entries = List.copyOf(entries);
    }

    /** Whether it is a group of counters. */
    boolean isCounters() {
        return list.endsWith("Statistics");
    }

    /** The same without the counters that are zero. */
    WfpItem counted() {
        return new WfpItem(
                list,
                entries.stream()
                        .filter(entry ->
                                !entry.value().isEmpty() && !entry.value().equals("0"))
                        .toList());
    }

    /** The first value, not empty, that has one of the names, wherever it stands; else empty. */
    String value(String... names) {
        for (String name : names) {
            for (Entry entry : entries) {
                if (!entry.value().isEmpty() && entry.isNamed(name)) {
                    return entry.value();
                }
            }
        }
        return "";
    }

    /** All values of a name below an element whose name contains a word. */
    List<String> values(String name, String below) {
        return entries.stream()
                .filter(entry -> entry.isNamed(name)
                        && entry.path().toLowerCase(Locale.ROOT).contains(below))
                .map(Entry::value)
                .toList();
    }
}
