package org.ipsecworkbench.hostconnection.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of any content. */
class HttpFuzzTest {
    private static final HttpLimits LIMITS = new HttpLimits(1000, 20, 2000);

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate AAAA\r\nContent-Length: 2\r\n\r\nab",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x\r\nab\r\n0\r\n\r\n",
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\n\r\nabc")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An answer is read within its limits, and the same when sent anew, or it is refused or cut. */
    @MethodSource("seeds")
    @FuzzTest
    void everyAnswerIsReadOrRefused(byte[] input) throws IOException {
        HttpMessage message;
        try {
            message = new HttpReader(new ByteArrayInputStream(input), LIMITS).response();
        } catch (MalformedException | EOFException e) {
            assertTrue(e.getMessage().length() < 200, "a reason for people");
            return;
        }
        assertTrue(message.body().length <= LIMITS.body() && message.headers().size() <= LIMITS.headers());
        byte[] again =
                HttpMessage.of("HTTP/1.1 200 OK").withBody("x", message.body()).toBytes();
        assertArrayEquals(
                message.body(),
                new HttpReader(new ByteArrayInputStream(again), LIMITS)
                        .response()
                        .body());
    }
}
