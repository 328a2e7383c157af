package org.ipsecworkbench.hostconnection.ntlm;

import java.util.Arrays;

/**
 * The hash MD4 (RFC 1320), which NTLM makes its password hash of and the JDK does not offer. Broken for every other
 * purpose.
 */
final class Md4 {
    private static final int BLOCK = 64;
    private static final int LENGTH = 16;
    private static final int ROUND2 = 0x5a827999;
    private static final int ROUND3 = 0x6ed9eba1;
    private static final int[] ORDER2 = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
    private static final int[] ORDER3 = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};
    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};

    private Md4() {}

    /** The 16 bytes of the hash. The padded copy that is made of the input is zeroed. */
    static byte[] digest(byte[] input) {
        byte[] padded = new byte[(input.length + 8) / BLOCK * BLOCK + BLOCK];
        System.arraycopy(input, 0, padded, 0, input.length);
        padded[input.length] = (byte) 0x80;
        LittleEndian.putLong(padded, padded.length - 8, input.length * 8L);
        int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
        for (int at = 0; at < padded.length; at += BLOCK) {
            block(state, padded, at);
        }
        Arrays.fill(padded, (byte) 0);
        byte[] hash = new byte[LENGTH];
        for (int i = 0; i < state.length; i++) {
            LittleEndian.putInt(hash, 4 * i, state[i]);
        }
        return hash;
    }

    private static void block(int[] state, byte[] bytes, int at) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int step = 0; step < 48; step++) {
            int round = step / 16;
            int i = step % 16;
            int mixed = switch (round) {
                case 0 -> (b & c | ~b & d) + word(bytes, at, i);
                case 1 -> (b & c | b & d | c & d) + word(bytes, at, ORDER2[i]) + ROUND2;
                default -> (b ^ c ^ d) + word(bytes, at, ORDER3[i]) + ROUND3;
            };
            int turned = Integer.rotateLeft(a + mixed, SHIFTS[round][i % 4]);
            a = d;
            d = c;
            c = b;
            b = turned;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    private static int word(byte[] bytes, int at, int index) {
        return LittleEndian.getInt(bytes, at + 4 * index);
    }
}
