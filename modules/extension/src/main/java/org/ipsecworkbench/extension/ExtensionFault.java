package org.ipsecworkbench.extension;

import java.io.Serial;

/** What a module contributed failed or did not come back. The message names the module and says what happened, for people. */
public final class ExtensionFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String message;

    ExtensionFault(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** One sentence without a full stop. */
    @Override
    public String getMessage() {
        return message;
    }
}
