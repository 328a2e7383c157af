package org.ipsecworkbench.lab.model;

import java.time.Instant;

/**
 * A main mode security association of a host.
 *
 * @param number its number on this host
 * @param initiatorCookie 16 hexadecimal digits, as is the responder's
 * @param module the keying module's number in events: IKEv1 or AuthIP
 * @param created by the host's own clock
 */
public record MainModeSa(
        long number,
        String local,
        String remote,
        String localId,
        String remoteId,
        Authentication.Kind authentication,
        MainModeOffer offer,
        String initiatorCookie,
        String responderCookie,
        KeyModule module,
        boolean isInitiator,
        Instant created) {}
