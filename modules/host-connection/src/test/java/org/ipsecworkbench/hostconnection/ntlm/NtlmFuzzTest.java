package org.ipsecworkbench.hostconnection.ntlm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of NTLM of any content, to both sides; the seeds are those of one authentication. */
class NtlmFuzzTest {
    private static final AvPairs NAMES = AvPairs.NONE.with(AvPairs.COMPUTER_NAME, "HOST");
    private static final byte[] HASH = PasswordHash.of(new char[] {'x'}, "u", "D");

    static Stream<byte[]> seeds() throws MalformedException {
        NtlmInitiator client = new NtlmInitiator();
        byte[] negotiate = client.negotiate();
        byte[] challenge = new NtlmAcceptor().challenge(negotiate, NAMES, Instant.EPOCH);
        byte[] authenticate = client.authenticate(challenge, HASH, "u", "D", "HTTP/h", ChannelBinding.none());
        return Stream.of(negotiate, challenge, authenticate);
    }

    /** Either a message is read and says the same when written anew, or it is refused; nothing else is thrown. */
    @MethodSource("seeds")
    @FuzzTest
    void everyMessageIsReadOrRefused(byte[] input) {
        try {
            NtlmInitiator client = new NtlmInitiator();
            client.negotiate();
            client.authenticate(input, HASH, "u", "D", "HTTP/h", ChannelBinding.none());
            ChallengeMessage message = ChallengeMessage.read(input);
            assertEquals(
                    message.target(), ChallengeMessage.read(message.toBytes()).target());
        } catch (MalformedException e) {
            assertEquals(MalformedException.class, e.getClass());
        }
        try {
            NtlmAcceptor host = new NtlmAcceptor();
            host.challenge(new NegotiateMessage(NtlmFlags.CLIENT).toBytes(), NAMES, Instant.EPOCH);
            NtlmAcceptor.Outcome outcome = host.accept(input, (user, domain) -> HASH.clone(), ChannelBinding.none());
            assertEquals(null, outcome.seal(), "a proof without the challenge");
        } catch (MalformedException e) {
            assertEquals(MalformedException.class, e.getClass());
        }
    }
}
