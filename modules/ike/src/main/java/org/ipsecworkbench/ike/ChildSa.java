package org.ipsecworkbench.ike;

import java.util.List;

/**
 * An SA of ESP or AH, in one direction, as a negotiation or the traffic after it shows it.
 *
 * @param protocol {@code esp} or {@code ah}
 * @param spi security parameters index, chosen by the receiver
 * @param source the sender's address in canonical text; empty where it is not known
 * @param destination the receiver's, likewise
 * @param evidence where the SPI was read
 */
public record ChildSa(String protocol, int spi, String source, String destination, List<Evidence> evidence) {
    /** Keeps a copy of the evidence. */
    public ChildSa {
        evidence = List.copyOf(evidence);
    }
}
