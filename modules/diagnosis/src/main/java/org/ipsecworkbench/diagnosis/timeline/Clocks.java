package org.ipsecworkbench.diagnosis.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.TimelineClock;

/**
 * The clocks of a session and what is known of how far they are apart: a graph, of which the strongest links that join all of them
 * count. So a capture of no host is placed by the negotiation that it shares with a host's log.
 */
final class Clocks {
    /** That of the machine that took the answers. */
    static final String REFERENCE = "reference";

    /** No clock is off by a century; what says so says nothing, and would lead times beyond what can be counted. */
    private static final Duration MAX_OFFSET = Duration.ofDays(36_525);

    /** How well a link tells the offset, the best first. */
    enum Strength {
        /** A host told its time while it was asked. */
        ANSWERS,
        /** The host writes the file by its own clock. */
        SAME,
        MESSAGES,
        SAS,
        /** Nothing better is known. */
        ASSUMED
    }

    private record Link(String from, String to, Duration ahead, Strength strength, String basis) {}

    private record Node(String name, boolean isHost) {}

    private record Placed(Duration offset, boolean isKnown, String basis) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Link>> links = new HashMap<>();

    /** The clock of a host, by its lane. */
    String host(String lane) {
        String key = "host " + lane;
        nodes.putIfAbsent(key, new Node(lane, true));
        return key;
    }

    /** The clock of a piece of evidence. */
    String item(String id, String name) {
        String key = "item " + id;
        nodes.putIfAbsent(key, new Node(name, false));
        return key;
    }

    /**
     * The second clock is ahead of the first by so much.
     *
     * @param ofSecond what tells that, where the second one is told by the first
     * @param ofFirst what tells that, where the first one is told by the second
     */
    void link(String first, String second, Duration ahead, Strength strength, String ofSecond, String ofFirst) {
        if (!first.equals(second) && ahead.abs().compareTo(MAX_OFFSET) < 0) {
            add(new Link(first, second, ahead, strength, ofSecond));
            add(new Link(second, first, ahead.negated(), strength, ofFirst));
        }
    }

    private void add(Link link) {
        links.computeIfAbsent(link.from, any -> new ArrayList<>()).add(link);
    }

    /** Every clock with its offset. */
    Map<String, TimelineClock> solve() {
        Map<String, Placed> placed = new LinkedHashMap<>();
        spread(REFERENCE, new Placed(Duration.ZERO, true, ""), placed);
        boolean isAlone = placed.size() == 1;
        for (String key : nodes.keySet()) {
            if (!placed.containsKey(key)) {
                String basis = isAlone
                        ? "all times are told by this clock, since no host was asked for its own"
                        : "nothing tells its offset, so its times stand as they are";
                spread(key, new Placed(Duration.ZERO, isAlone, basis), placed);
                isAlone = false;
            }
        }
        placed.remove(REFERENCE);
        return placed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> clock(one.getKey(), one.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private TimelineClock clock(String key, Placed placed) {
        Node node = nodes.getOrDefault(key, new Node(key, false));
        return new TimelineClock(node.name, node.isHost, placed.offset, placed.isKnown, placed.basis);
    }

    private void spread(String from, Placed start, Map<String, Placed> placed) {
        PriorityQueue<Link> open = new PriorityQueue<>(Comparator.comparing(Link::strength));
        visit(from, start, placed, open);
        for (Link next = open.poll(); next != null; next = open.poll()) {
            Placed before = placed.get(next.from);
            if (before != null && !placed.containsKey(next.to)) {
                visit(
                        next.to,
                        new Placed(
                                before.offset.plus(next.ahead),
                                before.isKnown && next.strength != Strength.ASSUMED,
                                next.strength == Strength.SAME ? before.basis : next.basis),
                        placed,
                        open);
            }
        }
    }

    private void visit(String key, Placed how, Map<String, Placed> placed, PriorityQueue<Link> open) {
        placed.put(key, how);
        open.addAll(links.getOrDefault(key, List.of()));
    }

    /** Those to show: of all hosts, and of files that have a clock of their own; hosts first, each by its name. */
    List<TimelineClock> shown(Map<String, TimelineClock> solved, Set<String> used) {
        return solved.entrySet().stream()
                .filter(one -> used.contains(one.getKey()))
                .filter(one -> one.getValue().isHost() || !isHosts(one.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing((TimelineClock clock) -> !clock.isHost())
                        .thenComparing(TimelineClock::name))
                .toList();
    }

    /** Whether a file's clock is that of a host, which is shown already. */
    private boolean isHosts(String key) {
        return links.getOrDefault(key, List.of()).stream().anyMatch(link -> link.strength == Strength.SAME);
    }
}
