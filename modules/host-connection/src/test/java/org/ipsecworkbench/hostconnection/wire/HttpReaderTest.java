package org.ipsecworkbench.hostconnection.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of HTTP/1.1 as hosts send them, and as they should not. */
class HttpReaderTest {
    private static final HttpLimits LIMITS = new HttpLimits(200, 10, 1000);

    private static HttpMessage response(String text) throws IOException {
        return new HttpReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), LIMITS).response();
    }

    private static void assertMalformed(String text) {
        assertThrows(MalformedException.class, () -> response(text));
    }

    private static String body(HttpMessage message) {
        return new String(message.body(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void bodyOfALength() throws IOException {
        HttpMessage message = response("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\n"
                + "www-authenticate: Kerberos\r\nContent-Length: 3\r\n\r\nabcdef");
        assertEquals(401, message.status());
        assertEquals(List.of("Negotiate", "Kerberos"), message.values("WWW-Authenticate"));
        assertEquals("abc", body(message));
    }

    @Test
    void bodyInChunks() throws IOException {
        assertEquals(
                "abcde",
                body(response(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")));
    }

    @Test
    void bodyToTheEnd() throws IOException {
        HttpMessage message = response("HTTP/1.0 200 OK\r\n\r\nabc");
        assertEquals("abc", body(message));
        assertTrue(message.isLast());
    }

    @Test
    void interimAnswersAreSkipped() throws IOException {
        assertEquals(
                200,
                response("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                        .status());
    }

    @Test
    void wrongLengthsAreRefused() {
        assertMalformed("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        assertMalformed("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\n\r\n" + "a".repeat(1001));
    }

    @Test
    void whatIsNotHttpIsRefused() {
        assertMalformed("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\nno header\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\n: empty\r\n\r\n");
        assertMalformed("HTTP/1.1 200 OK\r\n : blank\r\n\r\n");
        assertMalformed("a".repeat(201));
        assertMalformed("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(11) + "\r\n");
        assertMalformed("HTTP/1.1 100 Continue\r\n\r\n".repeat(11));
    }

    @Test
    void everyCutIsNoticed() {
        String whole = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
        for (int end = 0; end < whole.length(); end++) {
            String cut = whole.substring(0, end);
            assertThrows(EOFException.class, () -> response(cut));
        }
    }

    @Test
    void headersCannotBreakTheirLine() {
        assertThrows(IllegalArgumentException.class, () -> HttpMessage.of("x").with("a", "b\r\nc: d"));
    }
}
