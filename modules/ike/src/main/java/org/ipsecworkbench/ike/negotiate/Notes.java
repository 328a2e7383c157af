package org.ipsecworkbench.ike.negotiate;

import java.util.List;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Step;

/** What else is worth knowing of a negotiation. */
final class Notes {
    /** Hosts repeat a message now and then; more than this is a line that loses packets, or nobody there. */
    private static final int MANY_REPEATS = 3;

    private Notes() {}

    static void add(Building building, Outcome outcome) {
        int repeats = building.steps().stream().mapToInt(Step::repeats).sum();
        if (repeats >= MANY_REPEATS) {
            building.notes.add("Messages were repeated " + repeats + " times.");
        }
        List<String> translations = building.nat.notes();
        building.notes.addAll(translations);
        if (building.usesNatTraversal) {
            building.notes.add(
                    building.nat.isNone()
                            ? "It uses UDP 4500 although there is no NAT: a host prefers that port."
                            : translations.isEmpty()
                                    ? "It uses UDP 4500: a NAT is on the path, or a host prefers that port."
                                    : "It uses UDP 4500.");
        }
        if (building.quote != null && outcome == Outcome.ESTABLISHED) {
            building.notes.add("An ICMP error of " + building.quote.reporter() + " quotes one of its messages.");
        }
        if (building.missesFragments && outcome != Outcome.FAILED) {
            building.notes.add("Fragments of a message are missing from the capture.");
        }
        if (building.droppedSteps > 0) {
            building.notes.add(building.droppedSteps + " further steps are not listed.");
        }
    }
}
