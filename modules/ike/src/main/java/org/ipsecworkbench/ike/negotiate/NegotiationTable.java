package org.ipsecworkbench.ike.negotiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.isakmp.Fragments;
import org.ipsecworkbench.ike.isakmp.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the messages of a capture into negotiations: by both cookies, and before there is an answer by the initiator's cookie
 * and the two addresses. One thread.
 */
public final class NegotiationTable {
    /** The first message of a negotiation, which any responder may answer; the two addresses without an order. */
    private record Opening(long initiator, String one, String other) {
        @Override
        public boolean equals(@Nullable Object another) {
            return another instanceof Opening opening
                    && initiator == opening.initiator
                    && (one.equals(opening.one) && other.equals(opening.other)
                            || one.equals(opening.other) && other.equals(opening.one));
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(initiator) + one.hashCode() + other.hashCode();
        }
    }

    private final Source source;
    private final IkeLimits limits;
    private final Budget budget;
    private final Map<Cookies, Building> answered = new HashMap<>();
    private final Map<Opening, Building> openings = new HashMap<>();
    private final List<Building> all = new ArrayList<>();
    private final List<Fragments.Incomplete> missing = new ArrayList<>();
    private long messages;
    private long left;

    /** For one capture. */
    public NegotiationTable(Source source, IkeLimits limits) {
        this.source = source;
        this.limits = limits;
        budget = new Budget(limits);
    }

    /** Takes the next message. */
    public void add(SeenMessage seen) {
        messages += seen.extent() == SeenMessage.Extent.FRAGMENTS_MISSING ? 0 : 1;
        Building building = find(seen);
        if (building == null) {
            left++;
        } else {
            building.add(seen);
        }
    }

    private @Nullable Building find(SeenMessage seen) {
        Cookies cookies = seen.message().cookies();
        Building known = answered.get(cookies);
        if (known != null) {
            return known;
        }
        Opening opening = new Opening(cookies.initiator(), seen.source(), seen.destination());
        Building open = openings.get(opening);
        if (open != null && (!cookies.isAnswered() || !open.cookies().isAnswered() || open.isBeginning())) {
            if (cookies.isAnswered()) {
                answered.put(cookies, open);
            }
            return open;
        }
        if (all.size() >= limits.maxNegotiations() || seen.quote() != null && cookies.isAnswered()) {
            return null;
        }
        Building made = new Building(source, budget, seen);
        all.add(made);
        if (cookies.isAnswered()) {
            answered.put(cookies, made);
        }
        openings.put(opening, made);
        return made;
    }

    /** Notes a message some of whose IKE fragments were never seen. */
    public void missing(Fragments.Incomplete incomplete) {
        Building building = answered.get(incomplete.cookies());
        if (building == null) {
            missing.add(incomplete);
            return;
        }
        String what = incomplete.total() > 0
                ? incomplete.seen() + " of " + incomplete.total() + " IKE fragments"
                : incomplete.seen() + " IKE fragments, and not the last one,";
        String text = Numbers.EXCHANGES.name(incomplete.exchange(), "exchange") + " from " + incomplete.source()
                + ": only " + what + " were seen.";
        building.missesFragments = true;
        building.notes.add(text);
        building.local(text, incomplete.packets());
    }

    /**
     * Judges what was collected.
     *
     * @param coverage of the same capture: the ESP and AH that followed
     * @param problems of the messages
     */
    public IkeReport report(Coverage coverage, List<Problem> problems) {
        Children.assign(all, coverage.flows(), source);
        Judge judge = new Judge(all, coverage.end());
        List<Negotiation> negotiations =
                all.parallelStream().map(judge::negotiation).toList();
        List<Problem> found = new ArrayList<>(problems);
        for (Fragments.Incomplete incomplete : missing) {
            found.add(new Problem(
                    "packet " + incomplete.packets().get(0),
                    "IKE fragments from " + incomplete.source()
                            + " are not complete, and their negotiation was not seen."));
        }
        if (left > 0) {
            found.add(new Problem(
                    "file",
                    left + " messages belong to no negotiation: there are more than " + limits.maxNegotiations()
                            + ", or an ICMP error quotes them alone."));
        }
        found.addAll(coverage.problems());
        return new IkeReport(source, messages, negotiations, found);
    }
}
