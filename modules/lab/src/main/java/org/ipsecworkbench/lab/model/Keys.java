package org.ipsecworkbench.lab.model;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;

/** The key pairs of simulated certificates. Safe for several threads. */
final class Keys {
    /** Pairs of RSA keys that are made; further certificates take these in turn, since each takes up to a second. */
    private static final int MOST = 5;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<KeyPair> RSA = new ArrayList<>();
    private static int next;

    private Keys() {}

    /** A pair of 2048 bits, what certificates for IPsec commonly have, and the only kind that Windows Server 2003 knows. */
    static synchronized KeyPair rsa() {
        if (RSA.size() < MOST) {
            RSA.add(generate("RSA"));
            return RSA.get(RSA.size() - 1);
        }
        next = (next + 1) % MOST;
        return RSA.get(next);
    }

    /** A pair on P-256, which takes no time. */
    static KeyPair elliptic() {
        return generate("EC");
    }

    private static KeyPair generate(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("RSA")) {
                generator.initialize(2048, RANDOM);
            } else {
                generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA and P-256", e);
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
