package org.ipsecworkbench.ike.decrypt;

import java.security.MessageDigest;
import java.util.Arrays;

/** A key, immutable. Its text never shows it, so that no record, log or exception that holds one gives it away. */
public final class Secret {
    /** Where an algorithm needs no key. */
    public static final Secret NONE = new Secret(new byte[0]);

    private final byte[] bytes;

    /** Keeps a copy. */
    public Secret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** How many bytes. */
    public int length() {
        return bytes.length;
    }

    /** A copy of some of them. */
    byte[] bytes(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    /** Of the length alone: a hash of a short key would help to guess it. */
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "(" + bytes.length + " bytes, not shown)";
    }
}
