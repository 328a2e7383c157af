package org.ipsecworkbench.hostconnection.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that was sealed, as the body of HTTP carries it: multipart/encrypted of two parts, of which the first tells
 * type and length of what was sealed (MS-WSMV 2.2.9.1). Written as Windows does, read more leniently.
 *
 * @param protocol what sealed it, {@link #SPNEGO} or {@link #KERBEROS}
 * @param length of the message before it was sealed, in bytes
 * @param header what the mechanism needs to open it, such as a signature
 * @param data the ciphertext
 */
public record SealedBody(String protocol, int length, byte[] header, byte[] data) {
    /** The content type where Negotiate or NTLM sealed it. */
    public static final String SPNEGO = "application/HTTP-SPNEGO-session-encrypted";
    /** The content type where Kerberos sealed it. */
    public static final String KERBEROS = "application/HTTP-Kerberos-session-encrypted";

    private static final String BOUNDARY = "--Encrypted Boundary";
    private static final Pattern LENGTH = Pattern.compile(";\\s*length\\s*=\\s*(\\d{1,9})\\s*(;|$)");
    private static final int MAX_HEADER = 64 << 10;
    private static final int MAX_LINES = 16;
    private static final String PART_TYPE = "content-type:";
    private static final String ORIGINAL = "originalcontent:";

    /** Whether a body of this type is sealed. */
    public static boolean isSealed(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/encrypted");
    }

    /** The type of the HTTP body that holds it, with its boundary. */
    public String contentType() {
        return "multipart/encrypted;protocol=\"" + protocol + "\";boundary=\"Encrypted Boundary\"";
    }

    /** The HTTP body, from the first boundary to the closing one. */
    public byte[] toBytes() {
        String head = BOUNDARY + "\r\n\tContent-Type: " + protocol
                + "\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=" + length + "\r\n" + BOUNDARY
                + "\r\n\tContent-Type: application/octet-stream\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + header.length + data.length + 32);
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(header.length)
                .array());
        out.writeBytes(header);
        out.writeBytes(data);
        out.writeBytes((BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** Reads the body of an HTTP message of such a type. */
    public static SealedBody read(byte[] body) throws MalformedException {
        Lines lines = new Lines(body);
        lines.expectBoundary();
        String protocol = "";
        int length = -1;
        for (String line = lines.next(); !isBoundary(line); line = lines.next()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PART_TYPE)) {
                protocol = line.substring(PART_TYPE.length()).strip();
            } else if (lower.startsWith(ORIGINAL)) {
                length = length(lower);
            }
        }
        if (length < 0 || protocol.isEmpty()) {
            throw new MalformedException("A sealed message does not say what it is, or how long.");
        }
        while (!lines.next().toLowerCase(Locale.ROOT).startsWith(PART_TYPE)) {
            // Other headers of the second part say nothing that is needed.
        }
        return sealed(protocol, length, body, lines.at);
    }

    private static SealedBody sealed(String protocol, int length, byte[] body, int from) throws MalformedException {
        int end = end(body, from);
        if (end - from < Integer.BYTES) {
            throw new MalformedException("A sealed message is cut.");
        }
        int headerLength = ByteBuffer.wrap(body, from, Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        int headerAt = from + Integer.BYTES;
        if (headerLength < 0 || headerLength > MAX_HEADER || headerLength > end - headerAt) {
            throw new MalformedException("The header of a sealed message is longer than the message.");
        }
        int dataAt = headerAt + headerLength;
        return new SealedBody(
                protocol, length, Arrays.copyOfRange(body, headerAt, dataAt), Arrays.copyOfRange(body, dataAt, end));
    }

    /** Where the closing boundary begins; it is the last one, since ciphertext may look like anything. */
    private static int end(byte[] body, int from) throws MalformedException {
        byte[] closing = (BOUNDARY + "--").getBytes(StandardCharsets.US_ASCII);
        for (int at = body.length - closing.length; at >= from; at--) {
            if (Arrays.equals(body, at, at + closing.length, closing, 0, closing.length)) {
                return at;
            }
        }
        throw new MalformedException("A sealed message has no end.");
    }

    private static boolean isBoundary(String line) {
        return line.startsWith(BOUNDARY) || line.equals("-- Encrypted Boundary");
    }

    private static int length(String line) throws MalformedException {
        Matcher matcher = LENGTH.matcher(line);
        if (!matcher.find()) {
            throw new MalformedException("A sealed message gives no length.");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** The lines before the ciphertext, without what surrounds their text. */
    private static final class Lines {
        private final byte[] body;
        private int at;
        private int count;

        Lines(byte[] body) {
            this.body = body;
        }

        void expectBoundary() throws MalformedException {
            String first = next();
            if (first.isEmpty()) {
                first = next();
            }
            if (!isBoundary(first)) {
                throw new MalformedException("A sealed message does not begin with its boundary.");
            }
        }

        String next() throws MalformedException {
            int from = at;
            while (at < body.length && body[at] != '\n') {
                at++;
            }
            if (at == body.length || ++count > MAX_LINES) {
                throw new MalformedException("The description of a sealed message does not end.");
            }
            at++;
            return new String(body, from, at - from, StandardCharsets.ISO_8859_1).strip();
        }
    }
}
