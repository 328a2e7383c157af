package org.ipsecworkbench.ike;

/** How a negotiation ended. */
public enum Outcome {
    /** It led to an IPsec SA, or there is good evidence that it did. */
    ESTABLISHED("established", "Established"),
    /** It was refused, given up, or ended before it led to an IPsec SA. */
    FAILED("failed", "Failed"),
    /** Neither its success nor its failure was seen. */
    INCOMPLETE("incomplete", "Incomplete"),
    /** Too little was seen to say. */
    UNKNOWN("unknown", "Unknown");

    private final String key;
    private final String label;

    Outcome(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in the JSON schema {@code ipsecwb/ike/1}; never changes. */
    public String key() {
        return key;
    }

    /** The name for people. */
    public String label() {
        return label;
    }
}
