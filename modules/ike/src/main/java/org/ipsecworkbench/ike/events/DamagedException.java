package org.ipsecworkbench.ike.events;

/** A binary log is not as its format asks; the message says how, as a part of a sentence. */
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1;

    DamagedException(String message) {
        super(message, null, false, false);
    }
}
