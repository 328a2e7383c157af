package org.ipsecworkbench.policy.read;

/**
 * A line whose label no table knows.
 *
 * @param number from 1; 0 for one that only separates
 * @param label empty where there is none
 * @param value may be a key that is not redacted yet, so it stays in this package
 */
record LooseLine(int number, String label, String value) {
    /** A line that only separates. */
    static final LooseLine RULER = new LooseLine(0, "", "");

    boolean isRuler() {
        return number == 0;
    }
}
