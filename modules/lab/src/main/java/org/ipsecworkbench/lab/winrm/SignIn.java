package org.ipsecworkbench.lab.winrm;

import org.jspecify.annotations.Nullable;

/**
 * What a host answers to a token.
 *
 * @param token to be sent back, empty for none
 * @param user without domain, empty unless somebody is in
 * @param seal of the messages that follow, null unless somebody is in
 */
record SignIn(byte[] token, String user, @Nullable Seal seal) {
    static final SignIn REFUSED = new SignIn(new byte[0], "", null);

    /** Another token is waited for. */
    static SignIn going(byte[] token) {
        return new SignIn(token, "", null);
    }

    boolean isDone() {
        return seal != null;
    }
}
