package org.ipsecworkbench.ike.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            Place place = find(negotiation.cookies(), report.source());
            if (place != null) {
                Negotiation first = lists.get(place.report).get(place.index);
                lists.get(place.report).set(place.index, Merger.merge(first, negotiation, report.source()));
                continue;
            }
            kept.add(negotiation);
            if (negotiation.cookies().initiator() != 0) {
                byCookie.computeIfAbsent(negotiation.cookies().initiator(), any -> new ArrayList<>(1))
                        .add(new Place(number, kept.size() - 1));
            }
        }
    }

    private @Nullable Place find(Cookies cookies, Source source) {
        for (Place place : byCookie.getOrDefault(cookies.initiator(), List.of())) {
            Source other = sources.get(place.report);
            Cookies others = lists.get(place.report).get(place.index).cookies();
            boolean isApart =
                    other.equals(source) || other.kind() == Source.Kind.CAPTURE && source.kind() == Source.Kind.CAPTURE;
            boolean isSame = !others.isAnswered() || !cookies.isAnswered() || others.equals(cookies);
            if (!isApart && isSame) {
                return place;
            }
        }
        return null;
    }
}
