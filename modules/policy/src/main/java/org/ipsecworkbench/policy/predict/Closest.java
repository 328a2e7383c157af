package org.ipsecworkbench.policy.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Offer;
import org.ipsecworkbench.policy.table.Algorithms;

/**
 * The two offers that come closest to each other where none agrees.
 *
 * @param ofSender one
 * @param ofReceiver the other
 * @param attributes names of what differs, in the order in which it is compared
 */
record Closest(Offer ofSender, Offer ofReceiver, List<String> attributes) {
    static Closest of(List<? extends Offer> sender, List<? extends Offer> receiver) {
        Closest best = null;
        for (Offer one : sender) {
            for (Offer other : receiver) {
                List<String> differing = differing(one.values(), other.values());
                if (best == null || differing.size() < best.attributes.size()) {
                    best = new Closest(one, other, differing);
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("both sides have offers, read or assumed");
        }
        return best;
    }

    private static List<String> differing(Map<String, String> one, Map<String, String> other) {
        List<String> differing = new ArrayList<>();
        one.forEach((name, value) -> {
            if (!value.equals(other.get(name))) {
                differing.add(name);
            }
        });
        return differing;
    }

    /**
     * What helps: one offer more on one side, that of the receiver if it is strong, else the sender's.
     *
     * @param what the sort of offer in words
     */
    Cure cure(String what, Party sender, Party receiver) {
        boolean takesReceivers = isStrong(ofReceiver) || !isStrong(ofSender);
        Offer added = takesReceivers ? ofReceiver : ofSender;
        Party changed = takesReceivers ? sender : receiver;
        String sentence = "Add the " + what + " " + added.label() + " to " + changed.name() + "."
                + (isStrong(added) ? "" : " It is weak; a stronger one on both would be better.");
        Attribute attribute = added instanceof MainModeOffer ? Attribute.MAIN_MODE : Attribute.QUICK_MODE;
        return Cure.of(sentence, changed.side(), attribute, true, added.netsh());
    }

    private static boolean isStrong(Offer offer) {
        return offer.values().values().stream()
                .allMatch(value -> Algorithms.weakness(value).isEmpty());
    }
}
