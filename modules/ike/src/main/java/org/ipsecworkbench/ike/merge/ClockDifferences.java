package org.ipsecworkbench.ike.merge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.ClockDifference;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.jspecify.annotations.Nullable;

/** Compares the clocks of sources: each negotiation with the first source that has it, so that the cost is linear. */
public final class ClockDifferences {
    private record Place(int report, Negotiation negotiation) {}

    private record Pair(int first, int second) {}

    private final Map<Long, Place> byCookie = new HashMap<>();
    private final Map<Integer, Place> bySpi = new HashMap<>();
    private final Map<Pair, List<ClockOffset>> offsets = new LinkedHashMap<>();

    private ClockDifferences() {}

    /** As {@link ClockDifference#of} says. */
    public static List<ClockDifference> of(List<IkeReport> reports) {
        ClockDifferences differences = new ClockDifferences();
        for (int i = 0; i < reports.size(); i++) {
            for (Negotiation negotiation : reports.get(i).negotiations()) {
                differences.add(new Place(i, negotiation));
            }
        }
        List<ClockDifference> found = new ArrayList<>();
        differences.offsets.forEach((pair, all) -> found.add(joined(pair, all)));
        return found;
    }

    private void add(Place place) {
        Negotiation negotiation = place.negotiation;
        Place same = null;
        long cookie = negotiation.cookies().initiator();
        if (cookie != 0) {
            same = byCookie.putIfAbsent(cookie, place);
        }
        for (ChildSa child : negotiation.children()) {
            Place other = bySpi.putIfAbsent(child.spi(), place);
            same = same == null && isUnsaid(cookie, other) ? other : same;
        }
        if (same != null && same.report != place.report) {
            ClockOffset offset = ClockOffset.of(
                    same.negotiation, negotiation, ClockOffset.pairs(same.negotiation.steps(), negotiation.steps()));
            if (offset.offset() != null) {
                offsets.computeIfAbsent(new Pair(same.report, place.report), any -> new ArrayList<>())
                        .add(offset);
            }
        }
    }

    /** Two that both say their cookies are told apart by them, whatever their SPIs are. */
    private static boolean isUnsaid(long cookie, @Nullable Place other) {
        return other != null && (cookie == 0 || other.negotiation.cookies().initiator() == 0);
    }

    /** Messages tell it better, so that SAs count only where there are none. */
    private static ClockDifference joined(Pair pair, List<ClockOffset> all) {
        boolean isByMessages = all.stream().anyMatch(one -> one.basis() == ClockOffset.Basis.MESSAGES);
        List<Duration> counted = new ArrayList<>();
        int common = 0;
        for (ClockOffset one : all) {
            Duration offset = one.offset();
            if (offset != null && (one.basis() == ClockOffset.Basis.MESSAGES) == isByMessages) {
                counted.add(offset);
                common += one.common();
            }
        }
        counted.sort(null);
        return new ClockDifference(pair.first, pair.second, counted.get(counted.size() / 2), common, isByMessages);
    }
}
