package org.ipsecworkbench.capture.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.testing.BytesSource;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.api.Test;

class SnifferFormatTest {
    private static final int FIRST = SnifferFormat.FIRST;
    private static final int FORMAT = SnifferFormat.VERSION_AT + 10;

    private final ProblemLog problems = new ProblemLog(10);

    @Test
    void whatIsNotCompressedIsReadInPlace() {
        assertFalse(new SnifferFormat().isPacked(BytesSource.of(OldFormats.sniffer())));
    }

    @Test
    void piecesThatAreNotCompressedAreCopied() throws IOException {
        byte[] plain = OldFormats.sniffer();
        ByteBuffer packed = OldFormats.little(plain.length + 4).put(plain, 0, FIRST);
        packed.put(FORMAT, (byte) 2);
        packed.putShort((short) -30).put(plain, FIRST, 30);
        packed.putShort((short) -(plain.length - FIRST - 30)).put(plain, FIRST + 30, plain.length - FIRST - 30);
        assertArrayEquals(plain, unpack(packed.array()));
        assertEquals(0, problems.problems().size());
    }

    /** Found by fuzzing. */
    @Test
    void aVersionRecordThatIsTooShortLeavesNothingToRead() throws IOException {
        byte[] file = head();
        file[SnifferFormat.MAGIC.length + 2] = 0;
        assertFalse(new SnifferFormat().isPacked(BytesSource.of(file)));
        Records records = Records.read(new SnifferFormat(), file);
        assertEquals(List.of(), records.all());
        assertTrue(records.problem().contains("does not begin with its version"), records.problem());
    }

    @Test
    void aCompressedFileIsTheSameFile() throws IOException {
        assertArrayEquals(OldFormats.sniffer(), unpack(OldFormats.compressedSniffer()));
        assertEquals(List.of(), problems.problems());
    }

    @Test
    void headerRecordsStayAsTheyAre() throws IOException {
        byte[] plain = OldFormats.sniffer();
        ByteBuffer packed = OldFormats.little(FIRST + 8 + 3).put(plain, 0, FIRST);
        packed.put(FORMAT, (byte) 2);
        packed.putShort((short) 7).putShort((short) 2).putShort((short) 0).putShort((short) 99);
        packed.putShort((short) -1).put((byte) 42);
        assertEquals(99, unpack(packed.array())[FIRST + 6]);
    }

    /** Each kind of code: plain bytes, a short and a long run, a short and a long repetition. */
    @Test
    void everyKindOfCodeIsUnpacked() throws IOException {
        // Behind one plain byte four codes, told by the bits of 0x7800 from the highest on.
        byte[] unpacked = unpack(piece("0078", "41", "0242", "100043", "3200", "2e0000", "44".repeat(7)));
        assertEquals(List.of(), problems.problems());
        assertEquals(
                "A" + "B".repeat(5) + "C".repeat(19 + 3 + 16) + "D".repeat(7),
                new String(unpacked, FIRST, unpacked.length - FIRST, StandardCharsets.US_ASCII));
    }

    @Test
    void aRepetitionOfWhatIsNotThereIsDamage() throws IOException {
        assertEquals(FIRST, unpack(piece("0040", "41", "3200")).length);
        assertTrue(problems.problems().get(0).what().contains("damaged"));
    }

    private static byte[] piece(String... hex) {
        byte[] piece = HexFormat.of().parseHex(String.join("", hex));
        byte[] file = Arrays.copyOf(head(), FIRST + 2 + piece.length);
        file[FIRST] = (byte) piece.length;
        System.arraycopy(piece, 0, file, FIRST + 2, piece.length);
        return file;
    }

    @Test
    void aPieceThatIsCutOffIsLeftOut() throws IOException {
        byte[] file = Arrays.copyOf(head(), FIRST + 4);
        file[FIRST] = 100;
        assertEquals(FIRST, unpack(file).length);
        assertTrue(problems.problems().get(0).where().endsWith("" + FIRST));
    }

    @Test
    void noDamageIsMoreThanAProblem() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            byte[] file = Arrays.copyOf(head(), FIRST + 2 + noise.length);
            file[FIRST] = (byte) noise.length;
            file[FIRST + 1] = (byte) (noise.length >> 8);
            System.arraycopy(noise, 0, file, FIRST + 2, noise.length);
            unpack(file);
        }
    }

    private static byte[] head() {
        byte[] head = Arrays.copyOf(OldFormats.sniffer(), FIRST);
        head[FORMAT] = 2;
        return head;
    }

    private byte[] unpack(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnifferFormat format = new SnifferFormat();
        assertTrue(format.isPacked(BytesSource.of(file)));
        format.unpack(BytesSource.of(file), out, CaptureLimits.DEFAULT, problems, ScanMonitor.NONE);
        return out.toByteArray();
    }
}
