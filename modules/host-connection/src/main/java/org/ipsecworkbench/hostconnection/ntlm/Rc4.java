package org.ipsecworkbench.hostconnection.ntlm;

/**
 * One stream of the cipher RC4, which NTLM seals with. The JDK's may be switched off by policy. A stream goes on where
 * the last message ended, so one instance serves one direction of one connection; not safe for several threads.
 */
final class Rc4 {
    private final int[] state = new int[256];
    private int i;
    private int j;

    Rc4(byte[] key) {
        for (int n = 0; n < state.length; n++) {
            state[n] = n;
        }
        int swap = 0;
        for (int n = 0; n < state.length; n++) {
            swap = swap + state[n] + key[n % key.length] & 0xff;
            int kept = state[n];
            state[n] = state[swap];
            state[swap] = kept;
        }
    }

    /** Encrypts or decrypts, which is the same, into a new array. */
    byte[] apply(byte[] input) {
        byte[] output = new byte[input.length];
        // Local, so that they stay in registers: all that a fleet says passes here.
        int[] s = state;
        int a = i;
        int b = j;
        for (int n = 0; n < input.length; n++) {
            a = a + 1 & 0xff;
            int first = s[a];
            b = b + first & 0xff;
            int second = s[b];
            s[a] = second;
            s[b] = first;
            output[n] = (byte) (input[n] ^ s[first + second & 0xff]);
        }
        i = a;
        j = b;
        return output;
    }
}
