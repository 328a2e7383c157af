package org.ipsecworkbench.hostconnection.ntlm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.junit.jupiter.api.Test;

/** Both sides of NTLM against each other: what is agreed, what is refused, and what is sealed. */
class NtlmExchangeTest {
    private static final AvPairs NAMES =
            AvPairs.NONE.with(AvPairs.DOMAIN_NAME, "LAB").with(AvPairs.COMPUTER_NAME, "HOST");
    private static final Instant NOW = Instant.parse("2026-11-25T04:05:06.1234567Z");
    private static final byte[] BINDING = ChannelBinding.ofCertificateHash(new byte[32]);

    private final NtlmInitiator client = new NtlmInitiator();
    private final NtlmAcceptor host = new NtlmAcceptor();

    private static byte[] hash(String password) {
        return PasswordHash.of(password.toCharArray(), "alice", "LAB");
    }

    private byte[] lastMessage(String password, byte[] binding) throws MalformedException {
        byte[] challenge = host.challenge(client.negotiate(), NAMES, NOW);
        return client.authenticate(challenge, hash(password), "alice", "LAB", "HTTP/host", binding);
    }

    private NtlmAcceptor.Outcome accept(byte[] message, byte[] binding) throws MalformedException {
        return host.accept(message, (user, domain) -> user.equals("alice") ? hash("secret") : null, binding);
    }

    @Test
    void bothSidesSealAndOpen() throws IOException {
        NtlmAcceptor.Outcome outcome = accept(lastMessage("secret", ChannelBinding.none()), BINDING);
        assertEquals("alice", outcome.user());
        assertEquals("LAB", outcome.domain());
        NtlmSeal seal = sealOf(outcome);
        for (String word : List.of("one", "", "three äöü 語")) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(bytes, seal.open(client.seal().seal(bytes)));
            assertArrayEquals(bytes, client.seal().open(seal.seal(bytes)));
        }
    }

    private static NtlmSeal sealOf(NtlmAcceptor.Outcome outcome) {
        assertEquals("", outcome.reason());
        assertNotNull(outcome.seal());
        return outcome.seal();
    }

    @Test
    void theHostsTimeIsKnown() throws IOException {
        lastMessage("secret", ChannelBinding.none());
        assertEquals(NOW, WindowsTime.toInstant(client.hostInfo().timestamp().getAsLong()));
        assertEquals("HOST", client.hostInfo().text(AvPairs.COMPUTER_NAME));
    }

    @Test
    void wrongPasswordIsRejected() throws IOException {
        NtlmAcceptor.Outcome outcome = accept(lastMessage("guess", ChannelBinding.none()), BINDING);
        assertNull(outcome.seal());
        assertEquals("wrong password", outcome.reason());
    }

    @Test
    void bindingToTheSameConnectionIsAccepted() throws IOException {
        sealOf(accept(lastMessage("secret", BINDING), BINDING));
    }

    @Test
    void bindingToAnotherConnectionIsRejected() throws IOException {
        byte[] other = ChannelBinding.ofCertificateHash(new byte[48]);
        assertEquals(
                "bound to another TLS connection",
                accept(lastMessage("secret", other), BINDING).reason());
    }

    @Test
    void everyChangedBitOfTheLastMessageIsNoticed() throws IOException {
        byte[] message = lastMessage("secret", BINDING);
        int version = 64;
        for (int i = version; i < message.length; i++) {
            byte[] changed = message.clone();
            changed[i] ^= 1;
            assertTrue(isRefused(changed), "byte " + i);
        }
    }

    private boolean isRefused(byte[] message) {
        try {
            return accept(message, BINDING).seal() == null;
        } catch (MalformedException e) {
            return true;
        }
    }

    @Test
    void repeatedAndChangedMessagesAreNotOpened() throws IOException {
        NtlmSeal seal = sealOf(accept(lastMessage("secret", BINDING), BINDING));
        NtlmSeal.Sealed sealed = client.seal().seal(new byte[] {1, 2, 3});
        seal.open(sealed);
        assertThrows(MalformedException.class, () -> seal.open(sealed));
    }

    @Test
    void aHostThatAgreesToLessIsRefused() throws IOException {
        byte[] challenge =
                host.challenge(new NegotiateMessage(NtlmFlags.CLIENT & ~NtlmFlags.SEAL).toBytes(), NAMES, NOW);
        MalformedException refused = assertThrows(
                MalformedException.class,
                () -> client.authenticate(challenge, hash("secret"), "alice", "LAB", "HTTP/host", BINDING));
        assertEquals("The host's NTLM lacks sealing.", refused.getMessage());
    }
}
