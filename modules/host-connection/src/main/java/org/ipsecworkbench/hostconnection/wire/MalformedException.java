package org.ipsecworkbench.hostconnection.wire;

import java.io.IOException;

/** What the other side sent breaks the protocol, or a limit; the message says how, and quotes none of it. */
public final class MalformedException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong, for people. */
    public MalformedException(String message) {
        super(message);
    }
}
