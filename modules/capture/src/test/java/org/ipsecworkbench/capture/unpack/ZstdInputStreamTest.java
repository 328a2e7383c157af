package org.ipsecworkbench.capture.unpack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZstdInputStreamTest {
    private static final byte[] WORDS = Words.bytes();

    @ParameterizedTest
    @ValueSource(strings = {"words-1.zst", "words-19.zst", "words-stream.zst"})
    void unpacksWhatZstdPacked(String file) throws IOException {
        assertArrayEquals(WORDS, unpack(resource(file)));
    }

    @Test
    void unpacksFramesOneAfterTheOther() throws IOException {
        byte[] twice = Arrays.copyOf(WORDS, 2 * WORDS.length);
        System.arraycopy(WORDS, 0, twice, WORDS.length, WORDS.length);
        assertArrayEquals(twice, unpack(resource("words-frames.zst")));
    }

    @Test
    void stepsOverFramesThatHoldNoData() throws IOException {
        byte[] skipped = {0x5f, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};
        assertArrayEquals(WORDS, unpack(join(skipped, resource("words-1.zst"), skipped)));
    }

    @Test
    void givesOutWhatPrecedesACut() throws IOException {
        byte[] packed = resource("words-1.zst");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(EOFException.class, () -> copy(Arrays.copyOf(packed, packed.length / 2), out));
        assertTrue(out.size() > 0);
        assertArrayEquals(Arrays.copyOf(WORDS, out.size()), out.toByteArray());
    }

    @Test
    void noticesAWrongChecksum() throws IOException {
        byte[] packed = resource("words-1.zst");
        packed[packed.length - 1] ^= 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipException e = assertThrows(ZipException.class, () -> copy(packed, out));
        assertEquals("a wrong checksum", e.getMessage());
    }

    @Test
    void refusesADictionary() {
        byte[] packed = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x21, 7, 0, 1, 0, 0};
        assertThrows(ZipException.class, () -> unpack(packed));
    }

    @Test
    void refusesAWindowThatWouldTakeTooMuchMemory() {
        byte[] packed = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xf8, 1, 0, 0};
        ZipException e = assertThrows(ZipException.class, () -> unpack(packed));
        assertTrue(e.getMessage().contains("memory"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"words-1.zst", "words-19.zst", "words-frames.zst"})
    void failsInOneWayOnlyWhateverTheDamage(String file) throws IOException {
        byte[] packed = resource(file);
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = packed.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                int at = random.nextInt(random.nextBoolean() ? 64 : damaged.length);
                damaged[at] = (byte) random.nextInt();
            }
            try {
                copy(damaged, new ByteArrayOutputStream());
            } catch (EOFException | ZipException e) {
                // which is what damage is told by
            }
        }
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(packed, out);
        return out.toByteArray();
    }

    private static void copy(byte[] packed, ByteArrayOutputStream out) throws IOException {
        byte[] buffer = new byte[1000];
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(packed))) {
            int count = in.read(buffer);
            while (count >= 0 && out.size() < 10_000_000) {
                out.write(buffer, 0, count);
                count = in.read(buffer);
            }
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ZstdInputStreamTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
