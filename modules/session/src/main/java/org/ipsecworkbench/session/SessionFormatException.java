package org.ipsecworkbench.session;

import java.io.IOException;

/** A file, or an entry in it, that is nothing of a session, or that a limit refuses; the message says which, for people. */
public final class SessionFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong, for people. */
    public SessionFormatException(String message) {
        super(message);
    }

    /** Says what is wrong, for people, with what was thrown. */
    public SessionFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
