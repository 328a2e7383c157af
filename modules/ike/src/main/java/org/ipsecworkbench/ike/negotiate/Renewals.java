package org.ipsecworkbench.ike.negotiate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When SAs of ESP and AH were negotiated again inside one IKE SA. */
public final class Renewals {
    /** Those of one IKE SA that are told apart; with new keys every hour it would last for weeks. */
    private static final int MAX_RENEWALS = 1000;

    /** ESP and AH for the same packets, and both directions, are told of one after the other. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    private Renewals() {}

    /** By its exchanges, as far as they were answered. In IKEv2 the first SAs come with IKE_AUTH. */
    static List<Instant> of(Building building) {
        List<Instant> renewals = new ArrayList<>();
        boolean isFirst = building.of(Exchange.IKE_AUTH).isEmpty();
        for (Exchange exchange : building.exchanges.all()) {
            boolean isForChild = exchange.type == Exchange.QUICK
                    || exchange.type == Exchange.CREATE_CHILD_SA
                    || exchange.type == Exchange.AUTHIP_QUICK;
            if (isForChild && exchange.isAnswered()) {
                Instant time = exchange.asked.first;
                if (!isFirst && time != null && renewals.size() < MAX_RENEWALS) {
                    renewals.add(time);
                }
                isFirst = false;
            }
        }
        return renewals;
    }

    /** By the times at which SAs are said to be set up, in order: those that are no part of the first ones. */
    public static List<Instant> after(List<Instant> established) {
        List<Instant> renewals = new ArrayList<>();
        Instant last = null;
        for (Instant time : established) {
            if (last != null
                    && Duration.between(last, time).compareTo(SAME_MOMENT) > 0
                    && renewals.size() < MAX_RENEWALS) {
                renewals.add(time);
            }
            last = time;
        }
        return renewals;
    }
}
