package org.ipsecworkbench.capture;

/**
 * Packets and their bytes on the wire.
 *
 * @param packets how many
 * @param bytes the sum of their original lengths, link header included
 */
public record Count(long packets, long bytes) {
    /** Nothing. */
    public static final Count ZERO = new Count(0, 0);

    /** The sum of both. */
    public Count plus(Count other) {
        return new Count(packets + other.packets, bytes + other.bytes);
    }
}
