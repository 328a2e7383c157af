package org.ipsecworkbench.ike.wfp;

/** A part of a cabinet is not there, or is not as its format asks. Its message is a sentence for people. */
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1;

    DamagedException(String message) {
        super(message, null, false, false);
    }
}
