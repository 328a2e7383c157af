package org.ipsecworkbench.hostconnection.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The framing of sealed messages. */
class SealedBodyTest {
    private static final byte[] HEADER = {1, 0, 0, 0, 5};

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void isWrittenByteByByteAsWindowsDoes() {
        assertEquals(
                "--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
                        + "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=3\r\n"
                        + "--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n"
                        + "\5\0\0\0\1\0\0\0\5abc--Encrypted Boundary--\r\n",
                new String(
                        new SealedBody(SealedBody.SPNEGO, 3, HEADER, ascii("abc")).toBytes(),
                        StandardCharsets.ISO_8859_1));
    }

    @Test
    void isReadWhateverTheCiphertextIs() throws MalformedException {
        for (String data : new String[] {"", "a\r\nb", "--Encrypted Boundary", "--Encrypted Boundary--\r\n"}) {
            SealedBody read = SealedBody.read(new SealedBody(SealedBody.KERBEROS, 7, HEADER, ascii(data)).toBytes());
            assertEquals(SealedBody.KERBEROS, read.protocol());
            assertEquals(7, read.length());
            assertArrayEquals(HEADER, read.header());
            assertArrayEquals(ascii(data), read.data());
        }
    }

    @Test
    void isReadWithoutTabsAndInOtherCase() throws MalformedException {
        SealedBody read = SealedBody.read(ascii("--Encrypted Boundary\r\nContent-type: x\r\n"
                + "OriginalContent: type=application/soap+xml;charset=UTF-8;length=2\r\n--Encrypted Boundary\r\n"
                + "content-type: application/octet-stream\r\n\0\0\0\0ab--Encrypted Boundary--"));
        assertEquals(2, read.length());
        assertArrayEquals(ascii("ab"), read.data());
    }

    @Test
    void everyCutIsRefused() {
        byte[] whole = new SealedBody(SealedBody.SPNEGO, 3, HEADER, ascii("abc")).toBytes();
        for (int end = 0; end < whole.length - 2; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            assertThrows(MalformedException.class, () -> SealedBody.read(cut), "cut at " + end);
        }
    }

    @Test
    void wrongLengthsAreRefused() {
        byte[] whole = new SealedBody(SealedBody.SPNEGO, 3, HEADER, ascii("abc")).toBytes();
        int lengthAt = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\5\0\0\0\1");
        for (byte wrong : new byte[] {9, 127, -1}) {
            byte[] changed = whole.clone();
            changed[lengthAt] = wrong;
            assertThrows(MalformedException.class, () -> SealedBody.read(changed));
            changed[lengthAt + 3] = wrong;
            assertThrows(MalformedException.class, () -> SealedBody.read(changed));
        }
    }

    @Test
    void typesOfSealedMessages() {
        assertTrue(SealedBody.isSealed("multipart/encrypted;protocol=\"x\""));
        assertEquals(
                "multipart/encrypted;protocol=\"application/HTTP-Kerberos-session-encrypted\";boundary=\"Encrypted Boundary\"",
                new SealedBody(SealedBody.KERBEROS, 0, HEADER, HEADER).contentType());
    }
}
