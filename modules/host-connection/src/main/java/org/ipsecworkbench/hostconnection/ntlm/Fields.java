package org.ipsecworkbench.hostconnection.ntlm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * A message of NTLM as it lies in bytes: a head of fixed length, in which each field says where in the rest its value is
 * (MS-NLMP 2.2.1).
 */
final class Fields {
    /** Longer messages are refused; Windows' own stay far below. */
    static final int MAX_MESSAGE = 65536;

    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TYPE = 8;

    private byte[] bytes;

    private Fields(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A message to be written, of its head alone. */
    static Fields of(int type, int head) {
        Fields fields = new Fields(Arrays.copyOf(SIGNATURE, head));
        fields.putInt(TYPE, type);
        return fields;
    }

    /** A message to be read, which is of this type and has at least such a head. */
    static Fields read(byte[] message, int type, int head) throws MalformedException {
        if (message.length < head || message.length > MAX_MESSAGE) {
            throw new MalformedException("An NTLM message has " + message.length + " bytes.");
        }
        if (!Arrays.equals(message, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new MalformedException("A message that should be NTLM does not begin like one.");
        }
        Fields fields = new Fields(message);
        int found = fields.getInt(TYPE);
        if (found != type) {
            throw new MalformedException("An NTLM message is of type " + found + ", expected was " + type + ".");
        }
        return fields;
    }

    int length() {
        return bytes.length;
    }

    int getInt(int at) {
        return LittleEndian.getInt(bytes, at);
    }

    byte[] getBytes(int at, int length) {
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    /** The value of the field whose length and offset stand there. */
    byte[] value(int at) throws MalformedException {
        int length = LittleEndian.getShort(bytes, at);
        int offset = getInt(at + 4);
        if (length == 0) {
            return new byte[0];
        }
        if (offset < 0 || offset > bytes.length - length) {
            throw new MalformedException("A field of an NTLM message lies outside of it.");
        }
        return getBytes(offset, length);
    }

    String text(int at) throws MalformedException {
        return new String(value(at), StandardCharsets.UTF_16LE);
    }

    void putInt(int at, int value) {
        LittleEndian.putInt(bytes, at, value);
    }

    void putBytes(int at, byte[] value) {
        System.arraycopy(value, 0, bytes, at, value.length);
    }

    /** Appends the value and writes its length and offset there. */
    void append(int at, byte[] value) {
        int offset = bytes.length;
        if (offset + value.length > MAX_MESSAGE) {
            throw new IllegalArgumentException("an NTLM message of more than " + MAX_MESSAGE + " bytes");
        }
        bytes = Arrays.copyOf(bytes, offset + value.length);
        putBytes(offset, value);
        LittleEndian.putShort(bytes, at, value.length);
        LittleEndian.putShort(bytes, at + 2, value.length);
        LittleEndian.putInt(bytes, at + 4, offset);
    }

    void append(int at, String value) {
        append(at, value.getBytes(StandardCharsets.UTF_16LE));
    }

    byte[] toBytes() {
        return bytes.clone();
    }
}
