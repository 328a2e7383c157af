package org.ipsecworkbench.capture.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.decode.LinkTypes;

/** The link layers of a capture, with the first packet of each. Safe for use by several threads. */
final class SeenLinkTypes {
    private final SortedMap<Integer, Long> first = new TreeMap<>();
    private final Set<Integer> reported = new HashSet<>();

    synchronized void add(int linkType, long packet) {
        first.merge(linkType, packet, Math::min);
    }

    synchronized List<String> names() {
        return first.keySet().stream().map(LinkTypes::name).distinct().toList();
    }

    /** Tells of those that are not known. When no thread reads: the first packet may be found after later ones. */
    synchronized void report(ProblemLog problems) {
        first.entrySet().stream()
                .filter(entry -> !LinkTypes.isDecoded(entry.getKey()) && reported.add(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> problems.add(
                        "packet " + (entry.getValue() + 1),
                        "The link layer with number " + entry.getKey()
                                + " is not known; its packets count as not IP."));
    }
}
