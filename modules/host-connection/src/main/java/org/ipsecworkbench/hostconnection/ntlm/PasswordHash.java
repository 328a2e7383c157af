package org.ipsecworkbench.hostconnection.ntlm;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What NTLMv2 knows a user by (NTOWFv2, MS-NLMP 3.3.2): as good as the password, so to be zeroed after use. */
public final class PasswordHash {
    private PasswordHash() {}

    /**
     * The 16 bytes for this user of this domain. All copies of the password that are made here are zeroed.
     *
     * @param password not changed; whoever gives it zeroes it
     */
    public static byte[] of(char[] password, String user, String domain) {
        byte[] text =
                StandardCharsets.UTF_16LE.encode(CharBuffer.wrap(password)).array();
        byte[] exact = Arrays.copyOf(text, 2 * password.length);
        byte[] hash = Md4.digest(exact);
        Arrays.fill(text, (byte) 0);
        Arrays.fill(exact, (byte) 0);
        byte[] key = Hashes.hmacMd5(hash, (upper(user) + domain).getBytes(StandardCharsets.UTF_16LE));
        Arrays.fill(hash, (byte) 0);
        return key;
    }

    /** Windows turns each unit of UTF-16 by itself, so that a sharp s stays one. */
    private static String upper(String user) {
        StringBuilder text = new StringBuilder(user.length());
        for (int i = 0; i < user.length(); i++) {
            text.append(Character.toUpperCase(user.charAt(i)));
        }
        return text.toString();
    }
}
