package org.ipsecworkbench.policy.judge;

import java.util.List;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.QuickModeOffer;

/** Values without the places where they stand, so that what says the same is equal. */
public final class Unplaced {
    private Unplaced() {}

    /** How a rule negotiates. */
    public static Keying keying(Keying keying) {
        return new Keying(
                keying.modules(),
                auth(keying.firstAuth()),
                auth(keying.secondAuth()),
                mainMode(keying.mainMode()),
                quickMode(keying.quickMode()),
                keying.pfsGroup());
    }

    private static List<AuthMethod> auth(List<AuthMethod> methods) {
        return methods.stream().map(one -> one.at(Place.NONE)).toList();
    }

    /** A filter. */
    public static Filter filter(Filter filter) {
        return new Filter(
                filter.source(),
                filter.destination(),
                filter.protocol(),
                filter.sourcePorts(),
                filter.destinationPorts(),
                filter.isMirrored(),
                Place.NONE);
    }

    /** Offers for main mode. */
    public static List<MainModeOffer> mainMode(List<MainModeOffer> offers) {
        return offers.stream()
                .map(one ->
                        new MainModeOffer(one.encryption(), one.integrity(), one.group(), one.seconds(), Place.NONE))
                .toList();
    }

    private static List<QuickModeOffer> quickMode(List<QuickModeOffer> offers) {
        return offers.stream()
                .map(one -> new QuickModeOffer(
                        one.encapsulation(),
                        one.ahIntegrity(),
                        one.espIntegrity(),
                        one.encryption(),
                        one.seconds(),
                        one.kilobytes(),
                        Place.NONE))
                .toList();
    }
}
