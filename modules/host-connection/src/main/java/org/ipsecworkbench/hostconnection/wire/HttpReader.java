package org.ipsecworkbench.hostconnection.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.wire.HttpMessage.Header;

/**
 * Reads messages of HTTP/1.1 (RFC 9112) from a stream, with bodies of a length or in chunks. What is ambiguous there, such
 * as two lengths, is refused. One thread.
 */
public final class HttpReader {
    private static final int MAX_CHUNK_SIZE_DIGITS = 8;
    private static final int PIECE = 8192;

    private final InputStream in;
    private final HttpLimits limits;

    /** Reads from a stream that should be buffered, since bytes are taken one by one. */
    public HttpReader(InputStream in, HttpLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** The next request; its body is empty where no length is given. */
    public HttpMessage request() throws IOException {
        return read(false);
    }

    /** The next response that is no interim one; its body goes on to the end of the stream where no length is given. */
    public HttpMessage response() throws IOException {
        for (int interim = 0; interim < limits.headers(); interim++) {
            HttpMessage message = read(true);
            if (message.status() == 0) {
                throw new MalformedException("The answer is not HTTP.");
            }
            if (message.status() >= 200) {
                return message;
            }
        }
        throw new MalformedException("There are more than " + limits.headers() + " interim answers.");
    }

    private HttpMessage read(boolean isResponse) throws IOException {
        String start = line();
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (headers.size() == limits.headers()) {
                throw new MalformedException("There are more than " + limits.headers() + " HTTP headers.");
            }
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(colon, 0)).strip();
            if (name.isEmpty() || line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                throw new MalformedException("A line among the HTTP headers is no header.");
            }
            headers.add(new Header(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
        HttpMessage head = new HttpMessage(start, headers, new byte[0]);
        return new HttpMessage(start, headers, body(head, isResponse));
    }

    private byte[] body(HttpMessage head, boolean isResponse) throws IOException {
        List<String> lengths = head.values("Content-Length").stream().distinct().toList();
        List<String> encodings = head.values("Transfer-Encoding");
        int status = head.status();
        if (status == 204 || status == 304 || isResponse && status < 200) {
            return new byte[0];
        }
        if (!encodings.isEmpty()) {
            if (!lengths.isEmpty() || !isChunked(encodings)) {
                throw new MalformedException("The body of an HTTP message is encoded in a way not known here.");
            }
            return chunks();
        }
        if (lengths.size() > 1) {
            throw new MalformedException("An HTTP message gives two lengths of its body.");
        }
        if (lengths.isEmpty()) {
            return isResponse ? rest() : new byte[0];
        }
        return exactly(number(lengths.get(0), 10));
    }

    private static boolean isChunked(List<String> encodings) {
        return encodings.size() == 1
                && encodings.get(0).toLowerCase(Locale.ROOT).equals("chunked");
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = line();
            int end = line.indexOf(';');
            int size = number((end < 0 ? line : line.substring(0, end)).strip(), 16);
            if (size == 0) {
                break;
            }
            if (size > limits.body() - body.size()) {
                throw tooLarge();
            }
            body.writeBytes(exactly(size));
            if (!line().isEmpty()) {
                throw new MalformedException("A chunk of an HTTP message does not end where it says.");
            }
        }
        for (int trailers = 0; !line().isEmpty(); trailers++) {
            if (trailers == limits.headers()) {
                throw new MalformedException("There are more than " + limits.headers() + " HTTP trailers.");
            }
        }
        return body.toByteArray();
    }

    private int number(String text, int radix) throws MalformedException {
        boolean isNumber = !text.isEmpty()
                && text.length() <= MAX_CHUNK_SIZE_DIGITS
                && text.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
        if (!isNumber) {
            throw new MalformedException("The length of an HTTP body is not a number that is possible here.");
        }
        long number = Long.parseLong(text, radix);
        if (number > limits.body()) {
            throw tooLarge();
        }
        return (int) number;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw cut();
        }
        return bytes;
    }

    private byte[] rest() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            if (n > limits.body() - body.size()) {
                throw tooLarge();
            }
            body.write(piece, 0, n);
        }
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw cut();
            }
            if (line.size() == limits.line()) {
                throw new MalformedException("An HTTP line has more than " + limits.line() + " bytes.");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static EOFException cut() {
        return new EOFException("The connection ended in the middle of a message.");
    }

    private MalformedException tooLarge() {
        return new MalformedException("The body of an HTTP message has more than " + limits.body() + " bytes.");
    }
}
