package org.ipsecworkbench.capture;

import java.io.IOException;

/** The file is not a capture that any installed format recognises. The message says so for people and names the file. */
public final class CaptureFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /** With a message for people. */
    public CaptureFormatException(String message) {
        super(message);
    }
}
