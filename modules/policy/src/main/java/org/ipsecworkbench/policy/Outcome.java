package org.ipsecworkbench.policy;

/** What happens to traffic, from the best to the worst. */
public enum Outcome {
    ENCRYPTED("Encrypted"),
    INTEGRITY_ONLY("Protected against change only: everyone can read it"),
    AUTHENTICATED_ONLY("Authenticated at its beginning only: then as it was"),
    CLEAR_BY_DESIGN("In clear, as the policies ask"),
    CLEAR_BY_FALLBACK("In clear, since no peer answered the request for IPsec"),
    BLOCKED("Blocked"),
    FAILS("Fails: IPsec is needed and does not come about"),
    UNKNOWN("Not known");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** For people, in words. */
    public String label() {
        return label;
    }
}
