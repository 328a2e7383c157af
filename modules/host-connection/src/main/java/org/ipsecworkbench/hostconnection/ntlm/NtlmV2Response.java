package org.ipsecworkbench.hostconnection.ntlm;

import java.security.MessageDigest;
import java.util.Arrays;
import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * The proof of NTLMv2 that a client knows the password: 16 bytes of HMAC-MD5 over the host's challenge and a blob, then
 * that blob (MS-NLMP 2.2.2.7, 2.2.2.8, 3.3.2).
 *
 * @param time of the client or, better, the host's own: units of 100 ns since 1601
 * @param clientChallenge 8 random bytes
 * @param info names and time of the host, as it told them
 */
public record NtlmV2Response(long time, byte[] clientChallenge, AvPairs info) {
    private static final int PROOF = 16;
    private static final int TIME = 8;
    private static final int CHALLENGE = 16;
    private static final int CHALLENGE_LENGTH = 8;
    private static final int INFO = 28;
    private static final int PADDING = 4;

    /** Reads the blob of a response, not its proof. */
    public static NtlmV2Response read(byte[] nt) throws MalformedException {
        if (nt.length < PROOF + INFO || nt[PROOF] != 1) {
            throw new MalformedException("The proof of an NTLM message is none of NTLMv2.");
        }
        byte[] blob = blob(nt);
        return new NtlmV2Response(
                LittleEndian.getLong(blob, TIME),
                Arrays.copyOfRange(blob, CHALLENGE, CHALLENGE + CHALLENGE_LENGTH),
                AvPairs.read(Arrays.copyOfRange(blob, INFO, blob.length)));
    }

    /** Whether the proof of this response is that of the password hash. */
    public static boolean isProven(byte[] nt, byte[] passwordHash, byte[] hostChallenge) {
        return nt.length > PROOF
                && MessageDigest.isEqual(Arrays.copyOf(nt, PROOF), proof(passwordHash, hostChallenge, blob(nt)));
    }

    /** The key that is to be used for the exchange of the session key. */
    public static byte[] sessionBaseKey(byte[] nt, byte[] passwordHash) {
        return Hashes.hmacMd5(passwordHash, Arrays.copyOf(nt, PROOF));
    }

    /** Proof and blob. */
    public byte[] toBytes(byte[] passwordHash, byte[] hostChallenge) {
        byte[] pairs = info.toBytes();
        byte[] blob = new byte[INFO + pairs.length + PADDING];
        blob[0] = 1;
        blob[1] = 1;
        LittleEndian.putLong(blob, TIME, time);
        System.arraycopy(clientChallenge, 0, blob, CHALLENGE, CHALLENGE_LENGTH);
        System.arraycopy(pairs, 0, blob, INFO, pairs.length);
        byte[] proof = proof(passwordHash, hostChallenge, blob);
        byte[] whole = Arrays.copyOf(proof, PROOF + blob.length);
        System.arraycopy(blob, 0, whole, PROOF, blob.length);
        return whole;
    }

    /** The older LMv2 proof, which hosts want that do not tell their time. */
    public byte[] lm(byte[] passwordHash, byte[] hostChallenge) {
        byte[] proof = Hashes.hmacMd5(passwordHash, hostChallenge, clientChallenge);
        byte[] whole = Arrays.copyOf(proof, PROOF + CHALLENGE_LENGTH);
        System.arraycopy(clientChallenge, 0, whole, PROOF, CHALLENGE_LENGTH);
        return whole;
    }

    private static byte[] proof(byte[] passwordHash, byte[] hostChallenge, byte[] blob) {
        return Hashes.hmacMd5(passwordHash, hostChallenge, blob);
    }

    private static byte[] blob(byte[] nt) {
        return Arrays.copyOfRange(nt, PROOF, nt.length);
    }
}
