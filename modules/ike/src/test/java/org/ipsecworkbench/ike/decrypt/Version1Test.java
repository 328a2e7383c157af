package org.ipsecworkbench.ike.decrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Decrypted;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.junit.jupiter.api.Test;

/**
 * A vector from elsewhere: cookies, chosen transform, public values and an encrypted message of the capture ikev1-bug-12610 of
 * Wireshark's tests, with the key that those publish for it; opened with openssl, too, by the vector of RFC 2409 appendix B.
 */
class Version1Test {
    private static final String COOKIES = "ab3e0f1f8bc3be8e" + "3411e716366643fd";
    private static final String KEY = "928392441e00ece5e8af3bc545416e86afa1291e7c013271514738b70ef25d22";

    /** AES-CBC 256, SHA2-256, group 2. */
    private static final String CHOSEN = "00000001000000010000002c01010001000000240101000080010007800e0100"
            + "80020004800400028003fde9800b0001800c7080";

    private static final String INITIATOR = "3d27eb1acd7c562233c8889f2e539287b7b944b29ab6dd2ac8cf78ec1fb62f3b"
            + "da48caadbc8137ab03a5b398c74dba0f9fc19835339f5fa7bd2f6aed79fd82cc"
            + "71f4cb67e74df5d7f0d26d8f02d83dd56a224fcf123b372a19bddbc30d93b3d7"
            + "98476dd3604be43217d278081a34e7986a6aa718a3d50691d1752ffe07404323";
    private static final String RESPONDER = "8c2edf573c90a1d4549206ee36a851ca3bcb0402274ef534dd8ffc90c2a5be73"
            + "24f16e2cb4ae4fc33e1cf6c613d4ae56590e22b0267b7b63d61fdf13d2aadfd2"
            + "2acd0d297f72fcbe2234746c92181cf47eea67d361c6f9357c1effad4474c824"
            + "9cd943ffc27bb98ff74529360b41119ac805c2073022302e6e19cb4d1b6a50cb";
    private static final String FIFTH = "54ea37080731b5e78171c84dd44cea939429a463ca39cc7159a2f9caea554021"
            + "277dc77983f052ecef03c5e9eed98c521a55d235ba2ceed3f63dcca70aa0c7e5a3549a5f053616ea04a18cf119ea7956";
    private static final String HASH = "1101366621ad9c4507cae666deac7b1c1bc0dc4761a06a41a9168c4d9c8a0f83";

    private final ProblemLog problems = new ProblemLog(10);
    private final Decrypter decrypter =
            new Decrypter(DecryptionKeys.read("keys", "ab3e0f1f8bc3be8e," + KEY), IkeLimits.DEFAULT, problems);

    private IkeMessage message(String sender, int first, int flags, String body) {
        byte[] content = HexFormat.of().parseHex(body);
        byte[] bytes = ByteBuffer.allocate(28 + content.length)
                .put(HexFormat.of().parseHex(COOKIES))
                .put((byte) first)
                .put((byte) 0x10)
                .put((byte) 2)
                .put((byte) flags)
                .putInt(0)
                .putInt(28 + content.length)
                .put(content)
                .array();
        Bytes wrapped = Bytes.wrap(bytes);
        return decrypter.open(Dissector.read(wrapped, IkeLimits.DEFAULT), wrapped, sender, 1);
    }

    private static String payload(String body) {
        return "0000" + String.format("%04x", 4 + body.length() / 2) + body;
    }

    @Test
    void theFifthMessageHoldsTheIdAndTheHash() {
        message("192.168.0.1", 1, 0, payload(CHOSEN));
        message("192.168.0.100", 4, 0, payload(INITIATOR));
        message("192.168.0.1", 4, 0, payload(RESPONDER));
        Decrypted inside = message("192.168.0.100", 5, 1, FIFTH).decrypted();
        assertEquals(List.of(), problems.problems());
        assertNotNull(inside);
        assertEquals(2, inside.payloads().size());
        Payload.Identification id = (Payload.Identification) inside.payloads().get(0);
        assertEquals("192.168.0.100", id.text());
        assertEquals(500, id.port());
        assertEquals(HASH, ((Payload.Opaque) inside.payloads().get(1)).data().hex());
    }

    @Test
    void withoutThePublicValuesThereIsNoVector() {
        message("192.168.0.1", 1, 0, payload(CHOSEN));
        assertNull(message("192.168.0.100", 5, 1, FIFTH).decrypted());
        assertEquals(1, problems.problems().size());
    }
}
