package org.ipsecworkbench.hostconnection.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of sealed messages of any content. */
class SealedBodyFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                new SealedBody(SealedBody.SPNEGO, 3, new byte[16], new byte[] {1, 2, 3}).toBytes(),
                new SealedBody(SealedBody.KERBEROS, 0, new byte[60], new byte[0]).toBytes());
    }

    /** A body is read, and carries the same when written anew, or it is refused. */
    @MethodSource("seeds")
    @FuzzTest
    void everyBodyIsReadOrRefused(byte[] input) throws MalformedException {
        SealedBody body;
        try {
            body = SealedBody.read(input);
        } catch (MalformedException e) {
            assertTrue(e.getMessage().length() < 200, "a reason for people");
            return;
        }
        assertTrue(body.header().length + body.data().length <= input.length, "nothing is made up");
        SealedBody again =
                SealedBody.read(new SealedBody(SealedBody.SPNEGO, body.length(), body.header(), body.data()).toBytes());
        assertArrayEquals(body.header(), again.header());
        assertArrayEquals(body.data(), again.data());
    }
}
