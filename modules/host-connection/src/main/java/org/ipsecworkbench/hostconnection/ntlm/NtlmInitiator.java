package org.ipsecworkbench.hostconnection.ntlm;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one authentication by NTLMv2: two messages, then a sealed conversation. It refuses a host that
 * agrees to less than 128 bits, sealing and NTLMv2. Used once, by one thread.
 */
public final class NtlmInitiator {
    private final RandomGenerator random;
    private final Clock clock;
    private byte[] negotiate = new byte[0];
    private @Nullable ChallengeMessage challenge;
    private @Nullable NtlmSeal seal;

    /** For one authentication, with random numbers of its own. */
    public NtlmInitiator() {
        this(new SecureRandom(), Clock.systemUTC());
    }

    NtlmInitiator(RandomGenerator random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** The first message, which says what this side wants. */
    public byte[] negotiate() {
        negotiate = new NegotiateMessage(NtlmFlags.CLIENT).toBytes();
        return negotiate.clone();
    }

    /**
     * The last message, which answers the host's.
     *
     * @param passwordHash of {@link PasswordHash}
     * @param service the name of what is talked to, such as {@code HTTP/host.example}
     * @param binding of {@link ChannelBinding}
     */
    public byte[] authenticate(
            byte[] challengeMessage, byte[] passwordHash, String user, String domain, String service, byte[] binding)
            throws MalformedException {
        ChallengeMessage host = ChallengeMessage.read(challengeMessage);
        List<String> missing = NtlmFlags.missing(host.flags());
        if (!missing.isEmpty()) {
            throw new MalformedException("The host's NTLM lacks " + String.join(", ", missing) + ".");
        }
        OptionalLong hostTime = host.info().timestamp();
        AvPairs info = host.info()
                .withFlags(AvPairs.FLAG_MIC)
                .with(AvPairs.CHANNEL_BINDINGS, binding)
                .with(AvPairs.TARGET_NAME, service);
        NtlmV2Response response =
                new NtlmV2Response(hostTime.orElseGet(() -> WindowsTime.of(clock.instant())), randomBytes(8), info);
        byte[] nt = response.toBytes(passwordHash, host.challenge());
        byte[] lm = hostTime.isPresent() ? new byte[24] : response.lm(passwordHash, host.challenge());
        byte[] exchangeKey = NtlmV2Response.sessionBaseKey(nt, passwordHash);
        byte[] key = randomBytes(16);
        byte[] message = new AuthenticateMessage(
                        host.flags() & NtlmFlags.CLIENT, lm, nt, domain, user, "", new Rc4(exchangeKey).apply(key))
                .toBytes();
        byte[] mic = Hashes.hmacMd5(key, negotiate, challengeMessage, message);
        System.arraycopy(mic, 0, message, AuthenticateMessage.MIC, mic.length);
        challenge = host;
        seal = new NtlmSeal(key, NtlmSeal.Side.CLIENT);
        Arrays.fill(exchangeKey, (byte) 0);
        Arrays.fill(key, (byte) 0);
        return message;
    }

    /** What the host said about itself. */
    public AvPairs hostInfo() {
        return challenge == null ? AvPairs.NONE : challenge.info();
    }

    /** The conversation after {@link #authenticate}. */
    public NtlmSeal seal() {
        if (seal == null) {
            throw new IllegalStateException("not authenticated yet");
        }
        return seal;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
