package org.ipsecworkbench.ike.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.isakmp.Dissector;

/**
 * Builds a message payload by payload, with lengths as they should be. What is wrong on purpose is overwritten afterwards.
 *
 * <pre>{@code
 * IkeMessage message = Messages.version1(2).payload(1, sa).payload(13, vendorId).read();
 * }</pre>
 */
public final class Messages {
    private final int version;
    private final int exchange;
    private int flags;
    private int first;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int lastPayload = -1;

    private Messages(int version, int exchange) {
        this.version = version;
        this.exchange = exchange;
    }

    /** ISAKMP 1.0. */
    public static Messages version1(int exchange) {
        return new Messages(0x10, exchange);
    }

    /** IKEv2. */
    public static Messages version2(int exchange) {
        return new Messages(0x20, exchange);
    }

    /** The header's flags. */
    public Messages flags(int flags) {
        this.flags = flags;
        return this;
    }

    /** One more payload, its body in hex with spaces as one likes. */
    public Messages payload(int type, String hex) {
        return payload(type, bytes(hex));
    }

    /** One more payload. */
    public Messages payload(int type, byte[] content) {
        chain(type);
        body.writeBytes(
                ByteBuffer.allocate(4).putShort(2, (short) (4 + content.length)).array());
        body.writeBytes(content);
        return this;
    }

    private void chain(int type) {
        if (lastPayload < 0) {
            first = type;
        } else {
            byte[] so = body.toByteArray();
            so[lastPayload] = (byte) type;
            body.reset();
            body.writeBytes(so);
        }
        lastPayload = body.size();
    }

    /** The message. */
    public byte[] bytes() {
        byte[] content = body.toByteArray();
        return ByteBuffer.allocate(28 + content.length)
                .putLong(0x0123_4567_89ab_cdefL)
                .putLong(0x1122_3344_5566_7788L)
                .put((byte) first)
                .put((byte) version)
                .put((byte) exchange)
                .put((byte) flags)
                .putInt(0)
                .putInt(28 + content.length)
                .put(content)
                .array();
    }

    /** The message, taken apart. */
    public IkeMessage read() {
        return read(bytes());
    }

    /** Any bytes, taken apart. */
    public static IkeMessage read(byte[] bytes) {
        return Dissector.read(Bytes.wrap(bytes), IkeLimits.DEFAULT);
    }

    /** From hex with spaces. */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
