package org.ipsecworkbench.diagnosis;

import org.ipsecworkbench.ike.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation that a host tells of.
 *
 * @param peer address of the other host; empty where it is not told
 * @param isInitiator whether this host began
 * @param failure why it failed; null where it did not
 * @param evidence the record that tells it
 */
public record SeenNegotiation(
        String peer, boolean isInitiator, @Nullable Failure failure, Evidence evidence) {}
