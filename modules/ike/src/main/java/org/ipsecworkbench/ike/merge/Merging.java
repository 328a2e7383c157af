package org.ipsecworkbench.ike.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;

/** Finds the negotiations that several sources have. */
public final class Merging {
    /** Where a negotiation stands. */
    private record Place(int report, int index) {}

    private final List<List<Negotiation>> lists = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<Long, List<Place>> byCookie = new HashMap<>();
    private final Map<Integer, List<Place>> bySpi = new HashMap<>();

    private Merging() {}

    /** As {@link org.ipsecworkbench.ike.IkeMerge#merge} says. */
    public static List<IkeReport> merge(List<IkeReport> reports) {
        Merging merging = new Merging();
        reports.forEach(merging::add);
        List<IkeReport> merged = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            IkeReport report = reports.get(i);
            merged.add(new IkeReport(report.source(), report.messages(), merging.lists.get(i), report.problems()));
        }
        return merged;
    }

    private void add(IkeReport report) {
        int number = lists.size();
        List<Negotiation> kept = new ArrayList<>();
        lists.add(kept);
        sources.add(report.source());
        for (Negotiation negotiation : report.negotiations()) {
            Place place = find(negotiation, report.source());
            if (place != null) {
                Negotiation first = at(place);
                lists.get(place.report).set(place.index, Merger.merge(first, negotiation, report.source()));
            } else {
                kept.add(negotiation);
                place = new Place(number, kept.size() - 1);
            }
            remember(negotiation, place);
        }
    }

    private Negotiation at(Place place) {
        return lists.get(place.report).get(place.index);
    }

    private void remember(Negotiation negotiation, Place place) {
        if (negotiation.cookies().initiator() != 0) {
            places(byCookie, negotiation.cookies().initiator(), place);
        }
        negotiation.children().forEach(child -> places(bySpi, child.spi(), place));
    }

    private static <K> void places(Map<K, List<Place>> map, K key, Place place) {
        List<Place> places = map.computeIfAbsent(key, any -> new ArrayList<>(1));
        if (!places.contains(place)) {
            places.add(place);
        }
    }

    /** By the cookies; where one of the two does not say them, by the SPIs of its SAs. */
    private @Nullable Place find(Negotiation negotiation, Source source) {
        Cookies cookies = negotiation.cookies();
        for (Place place : byCookie.getOrDefault(cookies.initiator(), List.of())) {
            Cookies others = at(place).cookies();
            boolean isSame = !others.isAnswered() || !cookies.isAnswered() || others.equals(cookies);
            if (!isApart(place, source) && isSame) {
                return place;
            }
        }
        for (ChildSa child : negotiation.children()) {
            for (Place place : bySpi.getOrDefault(child.spi(), List.of())) {
                boolean isUnsaid =
                        cookies.initiator() == 0 || at(place).cookies().initiator() == 0;
                if (!isApart(place, source) && isUnsaid && isSame(child, negotiation, at(place))) {
                    return place;
                }
            }
        }
        return null;
    }

    private boolean isApart(Place place, Source source) {
        Source other = sources.get(place.report);
        return other.equals(source) || other.kind() == Source.Kind.CAPTURE && source.kind() == Source.Kind.CAPTURE;
    }

    /** An SPI is its receiver's choice, so that the receiver has to be the same; behind a NAT, where it is not, both SPIs. */
    private static boolean isSame(ChildSa child, Negotiation one, Negotiation other) {
        Set<Integer> shared = new HashSet<>();
        one.children().forEach(sa -> shared.add(sa.spi()));
        Set<Integer> others = new HashSet<>();
        boolean isReceiver = false;
        for (ChildSa sa : other.children()) {
            others.add(sa.spi());
            boolean isKnown =
                    !sa.destination().isEmpty() && !child.destination().isEmpty();
            isReceiver |=
                    sa.spi() == child.spi() && (!isKnown || sa.destination().equals(child.destination()));
        }
        shared.retainAll(others);
        return isReceiver || shared.size() > 1;
    }
}
