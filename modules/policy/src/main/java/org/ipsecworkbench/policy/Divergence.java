package org.ipsecworkbench.policy;

/**
 * The first value in which two policies differ so that it matters.
 *
 * @param attribute in words, such as {@code main mode group}
 * @param ofSender value of the host that begins
 * @param ofReceiver value of the other one
 */
public record Divergence(String attribute, String ofSender, String ofReceiver) {
    /** The same with the sides exchanged. */
    public Divergence exchanged() {
        return new Divergence(attribute, ofReceiver, ofSender);
    }
}
