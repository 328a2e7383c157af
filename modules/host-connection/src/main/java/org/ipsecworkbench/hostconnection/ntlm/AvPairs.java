package org.ipsecworkbench.hostconnection.ntlm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * What a host says about itself and a client adds, as attributes with a number (MS-NLMP 2.2.2.1). Immutable; the order is
 * kept, since a client proves that it saw these very bytes.
 */
public final class AvPairs {
    /** The NetBIOS name of the host. */
    public static final int COMPUTER_NAME = 1;
    /** The NetBIOS name of its domain. */
    public static final int DOMAIN_NAME = 2;
    /** The full DNS name of the host. */
    public static final int DNS_COMPUTER_NAME = 3;
    /** The DNS name of its domain. */
    public static final int DNS_DOMAIN_NAME = 4;
    /** Bits, of which {@link #FLAG_MIC} is one. */
    public static final int FLAGS = 6;
    /** The time of the host, as {@link WindowsTime} has it. */
    public static final int TIMESTAMP = 7;
    /** What the client wants to talk to, such as {@code HTTP/host.example}. */
    public static final int TARGET_NAME = 9;
    /** The hash of {@link ChannelBinding}, 16 bytes. */
    public static final int CHANNEL_BINDINGS = 10;

    /** In {@link #FLAGS}: the last message carries an integrity code. */
    public static final int FLAG_MIC = 2;

    /** No attributes. */
    public static final AvPairs NONE = new AvPairs(Map.of());

    private static final int END = 0;
    private static final int HEADER = 4;
    private static final int MAX_LENGTH = 0xffff;

    private final Map<Integer, byte[]> values;

    private AvPairs(Map<Integer, byte[]> values) {
        this.values = values;
    }

    /** Reads the attributes up to their end mark; what follows it is not looked at. */
    public static AvPairs read(byte[] bytes) throws MalformedException {
        Map<Integer, byte[]> values = new LinkedHashMap<>();
        int at = 0;
        while (true) {
            if (bytes.length - at < HEADER) {
                throw new MalformedException("NTLM attributes end without their end mark.");
            }
            int id = LittleEndian.getShort(bytes, at);
            int length = LittleEndian.getShort(bytes, at + 2);
            at += HEADER;
            if (id == END) {
                return new AvPairs(values);
            }
            if (bytes.length - at < length) {
                throw new MalformedException("An NTLM attribute is longer than its message.");
            }
            byte[] value = new byte[length];
            System.arraycopy(bytes, at, value, 0, length);
            if (values.put(id, value) != null) {
                throw new MalformedException("An NTLM attribute comes twice.");
            }
            at += length;
        }
    }

    /** A copy in which this attribute is set to these bytes, 65,535 at most. */
    public AvPairs with(int id, byte[] value) {
        if (value.length > MAX_LENGTH) {
            throw new IllegalArgumentException("attribute of " + value.length + " bytes");
        }
        Map<Integer, byte[]> copy = new LinkedHashMap<>(values);
        copy.put(id, value.clone());
        return new AvPairs(copy);
    }

    /** A copy in which this attribute is set to a text. */
    public AvPairs with(int id, String value) {
        return with(id, value.getBytes(StandardCharsets.UTF_16LE));
    }

    /** The bytes of an attribute; empty where it is not there. */
    public Optional<byte[]> value(int id) {
        return Optional.ofNullable(values.get(id)).map(byte[]::clone);
    }

    /** An attribute that is a text, such as a name; empty where there is none. */
    public String text(int id) {
        byte[] value = values.get(id);
        return value == null ? "" : new String(value, StandardCharsets.UTF_16LE);
    }

    /** The host's clock as Windows counts time: units of 100 ns since 1601. */
    public OptionalLong timestamp() throws MalformedException {
        byte[] value = values.get(TIMESTAMP);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.length != Long.BYTES) {
            throw new MalformedException("The NTLM time stamp has " + value.length + " bytes, not 8.");
        }
        return OptionalLong.of(LittleEndian.getLong(value, 0));
    }

    /** The bits of {@link #FLAGS}, 0 where that is absent or of another length. */
    public int flags() {
        byte[] value = values.get(FLAGS);
        return value == null || value.length != Integer.BYTES ? 0 : LittleEndian.getInt(value, 0);
    }

    /** A copy in which {@link #FLAGS} has these bits too. */
    public AvPairs withFlags(int bits) {
        byte[] value = new byte[Integer.BYTES];
        LittleEndian.putInt(value, 0, flags() | bits);
        return with(FLAGS, value);
    }

    /** The attributes with their end mark. */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        values.forEach((id, value) -> {
            header(out, id, value.length);
            out.writeBytes(value);
        });
        header(out, END, 0);
        return out.toByteArray();
    }

    private static void header(ByteArrayOutputStream out, int id, int length) {
        byte[] header = new byte[HEADER];
        LittleEndian.putShort(header, 0, id);
        LittleEndian.putShort(header, 2, length);
        out.writeBytes(header);
    }
}
