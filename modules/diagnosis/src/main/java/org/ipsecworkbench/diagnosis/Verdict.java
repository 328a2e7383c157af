package org.ipsecworkbench.diagnosis;

/** How something came out, from the best to the worst. Nothing is OK because evidence is missing. */
public enum Verdict {
    NOT_APPLICABLE("not-applicable", "Does not apply"),
    OK("ok", "OK"),
    /** What is missing to tell is said. */
    INCONCLUSIVE("inconclusive", "Cannot be told"),
    /** Works, but not as it should, or not for long. */
    ATTENTION("attention", "Needs attention"),
    FAILED("failed", "Failed");

    private final String key;
    private final String label;

    Verdict(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in JSON; never changes. */
    public String key() {
        return key;
    }

    /** For people, in words. */
    public String label() {
        return label;
    }

    /** Whether somebody has to look. */
    public boolean isProblem() {
        return this == ATTENTION || this == FAILED;
    }
}
