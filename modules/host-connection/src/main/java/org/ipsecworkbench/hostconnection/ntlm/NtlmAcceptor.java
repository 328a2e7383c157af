package org.ipsecworkbench.hostconnection.ntlm;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of one authentication by NTLMv2: one message, a decision, then a sealed conversation. Used once, by one
 * thread.
 */
public final class NtlmAcceptor {
    /** The users that this host knows. */
    public interface Users {
        /** The {@link PasswordHash} of a user, null where there is none; zeroed after use. */
        byte @Nullable [] passwordHash(String user, String domain);
    }

    /**
     * How it ended.
     *
     * @param seal the conversation; null where the user was rejected
     * @param reason why the user was rejected, in words; empty where not
     * @param domain of the user, as the client names it
     * @param user who the client says it is
     */
    public record Outcome(
            String domain, String user, @Nullable NtlmSeal seal, String reason) {}

    private final RandomGenerator random = new SecureRandom();
    private byte[] negotiate = new byte[0];
    private byte[] challenge = new byte[0];
    private byte[] hostChallenge = new byte[0];

    /**
     * The host's message.
     *
     * @param names what the host says about itself; its time is added
     */
    public byte[] challenge(byte[] negotiateMessage, AvPairs names, Instant now) throws MalformedException {
        int flags = NegotiateMessage.read(negotiateMessage).flags() & NtlmFlags.CLIENT;
        byte[] time = new byte[Long.BYTES];
        LittleEndian.putLong(time, 0, WindowsTime.of(now));
        negotiate = negotiateMessage.clone();
        hostChallenge = new byte[8];
        random.nextBytes(hostChallenge);
        challenge = new ChallengeMessage(
                        flags | NtlmFlags.TARGET_INFO | NtlmFlags.TARGET_TYPE_SERVER,
                        names.text(AvPairs.COMPUTER_NAME),
                        hostChallenge,
                        names.with(AvPairs.TIMESTAMP, time))
                .toBytes();
        return challenge.clone();
    }

    /**
     * Decides about the client's last message.
     *
     * @param binding of {@link ChannelBinding}, what this end of the connection expects; a client that says none, by
     *     zeros, is let in, as hosts do by default
     */
    public Outcome accept(byte[] authenticateMessage, Users users, byte[] binding) throws MalformedException {
        AuthenticateMessage message = AuthenticateMessage.read(authenticateMessage);
        NtlmV2Response response = NtlmV2Response.read(message.nt());
        byte[] hash = users.passwordHash(message.user(), message.domain());
        if (hash == null) {
            return rejected(message, "no such user");
        }
        try {
            if (!NtlmV2Response.isProven(message.nt(), hash, hostChallenge)) {
                return rejected(message, "wrong password");
            }
            byte[] bound = response.info().value(AvPairs.CHANNEL_BINDINGS).orElse(ChannelBinding.none());
            if (!Arrays.equals(bound, ChannelBinding.none()) && !Arrays.equals(bound, binding)) {
                return rejected(message, "bound to another TLS connection");
            }
            byte[] key = key(message, hash);
            if ((response.info().flags() & AvPairs.FLAG_MIC) != 0 && !isWhole(authenticateMessage, key)) {
                return rejected(message, "changed on the way");
            }
            return new Outcome(message.domain(), message.user(), new NtlmSeal(key, NtlmSeal.Side.HOST), "");
        } finally {
            Arrays.fill(hash, (byte) 0);
        }
    }

    /** The key of the session: the client's own, or the one that follows from the password where it sends none (3.2.5.1.2). */
    private static byte[] key(AuthenticateMessage message, byte[] hash) throws MalformedException {
        byte[] base = NtlmV2Response.sessionBaseKey(message.nt(), hash);
        return switch (message.sessionKey().length) {
            case 0 -> base;
            case 16 -> new Rc4(base).apply(message.sessionKey());
            default -> throw new MalformedException("The session key of NTLM has no 16 bytes.");
        };
    }

    private static Outcome rejected(AuthenticateMessage message, String reason) {
        return new Outcome(message.domain(), message.user(), null, reason);
    }

    private boolean isWhole(byte[] message, byte[] key) {
        if (message.length < AuthenticateMessage.MIC + AuthenticateMessage.MIC_LENGTH) {
            return false;
        }
        byte[] blank = message.clone();
        int end = AuthenticateMessage.MIC + AuthenticateMessage.MIC_LENGTH;
        Arrays.fill(blank, AuthenticateMessage.MIC, end, (byte) 0);
        byte[] expected = Hashes.hmacMd5(key, negotiate, challenge, blank);
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(message, AuthenticateMessage.MIC, end));
    }
}
