package org.ipsecworkbench.commandline;

import java.security.SecureRandom;

/** Passwords that the lab makes up at each start. */
final class LabPassword {
    private static final int LENGTH = 20;
    /** No characters that are taken for one another, or that a shell or a URL would want escaped. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private LabPassword() {}

    /** One more; whoever takes it zeroes it. */
    static char[] madeUp() {
        SecureRandom random = new SecureRandom();
        char[] password = new char[LENGTH];
        for (int i = 0; i < password.length; i++) {
            password[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return password;
    }
}
