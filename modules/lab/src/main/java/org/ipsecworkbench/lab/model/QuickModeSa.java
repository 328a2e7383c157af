package org.ipsecworkbench.lab.model;

import java.time.Instant;

/**
 * A pair of quick mode security associations of a host, one per direction, in transport mode.
 *
 * @param number its number on this host
 * @param mainMode the number of the main mode SA under which it was negotiated
 * @param created by the host's own clock
 */
public record QuickModeSa(
        long number,
        long mainMode,
        String local,
        String remote,
        QuickModeOffer offer,
        int inboundSpi,
        int outboundSpi,
        Instant created) {}
