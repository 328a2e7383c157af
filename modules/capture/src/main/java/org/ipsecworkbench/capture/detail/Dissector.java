package org.ipsecworkbench.capture.detail;

/** Shows one protocol. Has no state of its own. */
@FunctionalInterface
interface Dissector {
    /**
     * Appends the protocol's layer and, through {@link Dissection#next}, the layers inside it.
     *
     * @param packet where layers go, and what outer layers said
     * @param from first byte of the protocol
     * @param to behind its last byte by the lengths of the headers around it; may lie behind what was captured
     */
    void dissect(Dissection packet, int from, int to);
}
