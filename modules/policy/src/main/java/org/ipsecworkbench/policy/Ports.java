package org.ipsecworkbench.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Ports of a filter.
 *
 * @param ranges first and last port of each; none means every port
 */
public record Ports(List<Range> ranges) {
    /**
     * Ports from one to another, both included.
     *
     * @param first 0 to 65535
     * @param last 0 to 65535
     */
    public record Range(int first, int last) {}

    /** Every port. */
    public static final Ports ANY = new Ports(List.of());

    private static final int MAX = 65_535;

    /** Copies the list. */
    public Ports {
        ranges = List.copyOf(ranges);
    }

    /** {@code any}, {@code 0}, {@code 445}, {@code 80,443} or {@code 1000-2000}; what is no port is left out. */
    public static Ports parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().split("-");
            int first = number(ends[0]);
            int last = ends.length == 2 ? number(ends[1]) : first;
            if (first > 0 && last >= first) {
                ranges.add(new Range(first, last));
            }
        }
        return new Ports(ranges);
    }

    private static int number(String text) {
        String plain = text.strip();
        int value = plain.matches("\\d{1,5}") ? Integer.parseInt(plain) : -1;
        return value > MAX ? -1 : value;
    }

    /** Whether a port is meant. A port that is not known, -1, is only where every port is. */
    public boolean contains(int port) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.first <= port && port <= range.last);
    }

    /** Whether all ports of another one are meant here. */
    public boolean covers(Ports other) {
        return ranges.isEmpty()
                || !other.ranges.isEmpty()
                        && other.ranges.stream()
                                .allMatch(one -> ranges.stream()
                                        .anyMatch(range -> range.first <= one.first && one.last <= range.last));
    }

    /** For people. */
    public String text() {
        if (ranges.isEmpty()) {
            return "any";
        }
        List<String> parts = new ArrayList<>();
        ranges.forEach(
                range -> parts.add(range.first == range.last ? "" + range.first : range.first + "-" + range.last));
        return String.join(",", parts);
    }
}
