package org.ipsecworkbench.capture;

/**
 * What one host sent to the other, judged.
 *
 * @param encrypted packets in ESP whose encryption the capture shows
 * @param readable packets protected against change only: ESP-NULL, AH
 * @param unproven packets in ESP whose encryption cannot be told
 * @param clear packets that should have been protected and are not
 * @param exempt packets in clear that are not held against the hosts: exemptions and the grace before the first
 *     protected packet
 * @param undecidable packets whose class cannot be told
 */
public record Direction(Count encrypted, Count readable, Count unproven, Count clear, Count exempt, Count undecidable) {
    /** Packets that count for the verdict. */
    public long eligible() {
        return encrypted.packets() + readable.packets() + unproven.packets() + clear.packets();
    }

    /** Share of the eligible packets that is protected at least against change, 0 to 1; 0 where none is eligible. */
    public double protectedShare() {
        long eligible = eligible();
        return eligible == 0 ? 0 : (eligible - clear.packets()) / (double) eligible;
    }

    /** Share of the eligible packets that is shown to be encrypted, 0 to 1; 0 where none is eligible. */
    public double confidentialShare() {
        long eligible = eligible();
        return eligible == 0 ? 0 : encrypted.packets() / (double) eligible;
    }

    /** The sum of both directions. */
    public Direction plus(Direction other) {
        return new Direction(
                encrypted.plus(other.encrypted),
                readable.plus(other.readable),
                unproven.plus(other.unproven),
                clear.plus(other.clear),
                exempt.plus(other.exempt),
                undecidable.plus(other.undecidable));
    }
}
