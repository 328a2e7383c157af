package org.ipsecworkbench.hostconnection.ntlm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The worked example of NTLMv2 in MS-NLMP 4.2.1 and 4.2.4, byte by byte, and the vectors of RFC 1320 and RFC 6229. */
class NlmpVectorsTest {
    private static final byte[] HASH = PasswordHash.of("Password".toCharArray(), "User", "Domain");
    private static final byte[] HOST_CHALLENGE = hex("0123456789abcdef");
    private static final byte[] CLIENT_CHALLENGE = hex("aaaaaaaaaaaaaaaa");
    private static final byte[] SESSION_KEY = hex("55555555555555555555555555555555");
    private static final AvPairs INFO =
            AvPairs.NONE.with(AvPairs.DOMAIN_NAME, "Domain").with(AvPairs.COMPUTER_NAME, "Server");
    private static final NtlmV2Response RESPONSE = new NtlmV2Response(0, CLIENT_CHALLENGE, INFO);

    private static final String CHALLENGE_MESSAGE = "4e544c4d53535000020000000c000c003800000033828ae2"
            + "0123456789abcdef00000000000000002400240044000000060070170000000f"
            + "5300650072007600650072000200"
            + "0c0044006f006d00610069006e0001000c0053006500720076006500720000000000";

    @Test
    void md4IsThatOfRfc1320() {
        assertEquals("31d6cfe0d16ae931b73c59d7e0c089c0", text(Md4.digest(new byte[0])));
        assertEquals("a448017aaf21d8525fc10ae87aa6729d", text(Md4.digest(ascii("abc"))));
        assertEquals(
                "e33b4ddc9c38f2199c3e7b164fcc0536",
                text(Md4.digest(ascii(
                        "1234567890123456789012345678901234567890" + "1234567890123456789012345678901234567890"))));
    }

    @Test
    void rc4IsThatOfRfc6229() {
        assertEquals("b2396305f03dc027ccc3524a0a1118a8", text(new Rc4(hex("0102030405")).apply(new byte[16])));
        assertEquals(
                "9ac7cc9a609d1ef7b2932899cde41b97",
                text(new Rc4(hex("0102030405060708090a0b0c0d0e0f10")).apply(new byte[16])));
    }

    @Test
    void passwordHash() {
        assertEquals("0c868a403bfd7a93a3001ef22ef02e3f", text(HASH));
    }

    @Test
    void responses() {
        assertEquals("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa", text(RESPONSE.lm(HASH, HOST_CHALLENGE)));
        byte[] nt = RESPONSE.toBytes(HASH, HOST_CHALLENGE);
        assertEquals("68cd0ab851e51c96aabc927bebef6a1c", text(Arrays.copyOf(nt, 16)));
        assertEquals(
                "01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069006e00"
                        + "01000c005300650072007600650072000000000000000000",
                text(Arrays.copyOfRange(nt, 16, nt.length)));
    }

    @Test
    void keys() {
        byte[] base = NtlmV2Response.sessionBaseKey(RESPONSE.toBytes(HASH, HOST_CHALLENGE), HASH);
        assertEquals("8de40ccadbc14a82f15cb0ad0de95ca3", text(base));
        assertEquals("c5dad2544fc9799094ce1ce90bc9d03e", text(new Rc4(base).apply(SESSION_KEY)));
    }

    @Test
    void challengeMessage() throws IOException {
        byte[] bytes = hex(CHALLENGE_MESSAGE);
        ChallengeMessage message = ChallengeMessage.read(bytes);
        assertEquals(0xe28a8233, message.flags());
        assertEquals("Server", message.target());
        assertArrayEquals(HOST_CHALLENGE, message.challenge());
        assertEquals("Domain", message.info().text(AvPairs.DOMAIN_NAME));
        assertArrayEquals(INFO.toBytes(), message.info().toBytes());
        byte[] own = message.toBytes();
        int version = 48;
        System.arraycopy(bytes, version, own, version, 8);
        assertEquals(CHALLENGE_MESSAGE, text(own));
    }

    @Test
    void sealedMessage() throws IOException {
        NtlmSeal.Sealed sealed =
                new NtlmSeal(SESSION_KEY, NtlmSeal.Side.CLIENT).seal("Plaintext".getBytes(StandardCharsets.UTF_16LE));
        assertEquals("54e50165bf1936dc996020c1811b0f06fb5f", text(sealed.ciphertext()));
        assertEquals("010000007fb38ec5c55d497600000000", text(sealed.signature()));
        byte[] opened = new NtlmSeal(SESSION_KEY, NtlmSeal.Side.HOST).open(sealed);
        assertEquals("Plaintext", new String(opened, StandardCharsets.UTF_16LE));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
