package org.ipsecworkbench.hostconnection.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request or response of HTTP/1.1.
 *
 * @param start the request line or status line
 * @param headers in their order; names may come several times
 * @param body empty where there is none; not to be changed
 */
public record HttpMessage(String start, List<Header> headers, byte[] body) {
    private static final int STATUS_AT = 9;
    private static final int STATUS_END = 12;

    /**
     * A header line.
     *
     * @param name in any case
     * @param value without the blanks around it
     */
    public record Header(String name, String value) {
        /** Refuses what would end the line. */
        public Header {
            if (name.isEmpty() || hasBreak(name) || hasBreak(value)) {
                throw new IllegalArgumentException("a header that is no line");
            }
        }

        private static boolean hasBreak(String text) {
            return text.chars().anyMatch(c -> c < ' ' && c != '\t');
        }
    }

    /** Copies the list of headers; the body is not to be changed. */
    public HttpMessage {
        headers = List.copyOf(headers);
    }

    /** A message without headers and body. */
    public static HttpMessage of(String start) {
        return new HttpMessage(start, List.of(), new byte[0]);
    }

    /** A copy with one more header. */
    public HttpMessage with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpMessage(start, more, body);
    }

    /** A copy with this body and its type. */
    public HttpMessage withBody(String contentType, byte[] bytes) {
        HttpMessage typed = with("Content-Type", contentType);
        return new HttpMessage(start, typed.headers, bytes);
    }

    /** The code of a response, 0 where this is none. */
    public int status() {
        if (!start.startsWith("HTTP/1.") || start.length() < STATUS_END) {
            return 0;
        }
        String code = start.substring(STATUS_AT, STATUS_END);
        return code.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(code) : 0;
    }

    /** All values of the headers of a name, whatever its case. */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The first value of the headers of a name, whatever its case. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** Whether the sender closes the connection after this message. */
    public boolean isLast() {
        boolean asksToClose = values("Connection").stream().anyMatch(value -> value.equalsIgnoreCase("close"));
        boolean isOld = start.startsWith("HTTP/1.0");
        return asksToClose
                || isOld && values("Connection").stream().noneMatch(value -> value.equalsIgnoreCase("keep-alive"));
    }

    /** The message as it is sent; the length of its body is added to the headers. */
    public byte[] toBytes() {
        StringBuilder head = new StringBuilder(start).append("\r\n");
        for (Header header : headers) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + body.length);
        out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** The start line only: headers and body may hold secrets. */
    @Override
    public String toString() {
        return start;
    }
}
