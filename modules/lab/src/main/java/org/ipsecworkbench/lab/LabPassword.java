package org.ipsecworkbench.lab;

import java.security.SecureRandom;

/** Makes up passwords for a lab, so that none is ever the same or known beforehand. */
public final class LabPassword {
    private static final int LENGTH = 20;
    /** No characters that are taken for one another, or that a shell or a URL would want escaped. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private LabPassword() {}

    /** A new password, which the caller zeroes. */
    public static char[] madeUp() {
        SecureRandom random = new SecureRandom();
        char[] password = new char[LENGTH];
        for (int i = 0; i < password.length; i++) {
            password[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return password;
    }
}
