package org.ipsecworkbench.policy.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Writes binary data of policies as [MS-GPIPSEC] 2.2.1 lays it out, number by number. */
public final class PolicyData {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Begins with an identifier, in the order in which it is stored, and a length that nobody should believe. */
    public static PolicyData of(String guid) {
        return new PolicyData().hex(guid).number(0xdeadbeefL);
    }

    /** Without anything yet. */
    public static PolicyData empty() {
        return new PolicyData();
    }

    private PolicyData() {}

    /** Bytes. */
    public PolicyData hex(String digits) {
        bytes.writeBytes(HexFormat.of().parseHex(digits.replaceAll("[\\s-]", "")));
        return this;
    }

    /** Numbers of four bytes, the least significant one first. */
    public PolicyData number(long... numbers) {
        for (long number : numbers) {
            for (int i = 0; i < 4; i++) {
                bytes.write((int) (number >> 8 * i));
            }
        }
        return this;
    }

    /** Numbers of two bytes. */
    public PolicyData word(int... words) {
        for (int word : words) {
            bytes.write(word);
            bytes.write(word >> 8);
        }
        return this;
    }

    /** Bytes of one value. */
    public PolicyData octets(int... octets) {
        for (int octet : octets) {
            bytes.write(octet);
        }
        return this;
    }

    /** So many bytes of zero. */
    public PolicyData zeros(int count) {
        bytes.writeBytes(new byte[count]);
        return this;
    }

    /** A text with its length; an empty one has none. */
    public PolicyData text(String text) {
        byte[] utf16 = text.isEmpty() ? new byte[0] : (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        number(utf16.length);
        bytes.writeBytes(utf16);
        return this;
    }

    /** The identifier of what later versions put behind a rule. */
    public PolicyData mark(int number) {
        byte[] mark = new byte[16];
        Arrays.fill(mark, (byte) 1);
        mark[15] = (byte) number;
        bytes.writeBytes(mark);
        return this;
    }

    /** One of the offers for main mode. */
    public PolicyData mainMode(int cipher, int hash, long group) {
        return zeros(4).number(cipher)
                .zeros(8)
                .number(hash)
                .zeros(16)
                .zeros(8)
                .number(group)
                .zeros(16);
    }

    /** An offer of one algorithm of ESP. */
    public PolicyData esp(int cipher, int hash, int seconds, int kilobytes) {
        return number(seconds, kilobytes, 0, 0, 1, cipher, hash, 2).zeros(8).zeros(40);
    }

    /** What was written. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
