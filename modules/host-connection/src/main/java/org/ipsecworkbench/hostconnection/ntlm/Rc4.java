package org.ipsecworkbench.hostconnection.ntlm;

/**
 * One stream of the cipher RC4, which NTLM seals with. The JDK's may be switched off by policy. A stream goes on where
 * the last message ended, so one instance serves one direction of one connection; not safe for several threads.
 */
final class Rc4 {
    private final byte[] state = new byte[256];
    private int i;
    private int j;

    Rc4(byte[] key) {
        for (int n = 0; n < state.length; n++) {
            state[n] = (byte) n;
        }
        int swap = 0;
        for (int n = 0; n < state.length; n++) {
            swap = swap + state[n] + key[n % key.length] & 0xff;
            exchange(n, swap);
        }
    }

    /** Encrypts or decrypts, which is the same, into a new array. */
    byte[] apply(byte[] input) {
        byte[] output = new byte[input.length];
        for (int n = 0; n < input.length; n++) {
            i = i + 1 & 0xff;
            j = j + state[i] & 0xff;
            exchange(i, j);
            output[n] = (byte) (input[n] ^ state[state[i] + state[j] & 0xff]);
        }
        return output;
    }

    private void exchange(int a, int b) {
        byte kept = state[a];
        state[a] = state[b];
        state[b] = kept;
    }
}
