package org.ipsecworkbench.ike.negotiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Evidence;
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
    /** The first message of a negotiation, which any responder may answer. */
    private record Opening(long initiator, String one, String other) {
        static Opening of(SeenMessage seen) {
            boolean isOrdered = seen.source().compareTo(seen.destination()) <= 0;
            return new Opening(
                    seen.message().cookies().initiator(),
                    isOrdered ? seen.source() : seen.destination(),
                    isOrdered ? seen.destination() : seen.source());
        }
    }

    private final Source source;
    private final IkeLimits limits;
    private final Budget budget;
    private final Map<Cookies, Building> answered = new HashMap<>();
    private final Map<Opening, Building> openings = new HashMap<>();
    private final Set<Building> all = new LinkedHashSet<>();
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
        Opening opening = Opening.of(seen);
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
        List<Evidence> evidence = incomplete.packets().stream()
                .map(packet -> Evidence.of(source, packet))
                .toList();
        building.local(text, evidence);
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
        List<Negotiation> negotiations = new ArrayList<>();
        for (Building building : all) {
            negotiations.add(judge.negotiation(building));
        }
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
