package org.ipsecworkbench.capture.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErfFormatTest {
    @ParameterizedTest
    @CsvSource({"2, 1", "11, 1", "16, 1", "20, 1", "1, 50", "5, 50", "22, 101", "23, 101", "3, -1", "27, -1"})
    void typesGetLinkLayers(int type, int linkType) throws IOException {
        byte[] file = OldFormats.erf(0);
        file[8] = (byte) type;
        assertEquals(linkType, read(file).all().get(0).linkType());
    }

    @Test
    void ciscosHdlcIsToldFromPppByItsFirstBytes() throws IOException {
        byte[] file = OldFormats.erf(0);
        file[8] = 1;
        file[16] = 0x0f;
        assertEquals(104, read(file).all().get(0).linkType());
    }

    @Test
    void paddingIsNoPacket() throws IOException {
        byte[] file = OldFormats.erf(0);
        file[8] = 48;
        assertEquals(2, read(file).all().size());
    }

    @Test
    void fractionsOfASecondAreBinary() throws IOException {
        byte[] file = OldFormats.erf(0);
        file[3] = (byte) 0x80;
        assertEquals(
                OldFormats.TIME + OldFormats.SECOND / 2, read(file).all().get(0).time());
    }

    @Test
    void extensionsThatNeverEndAreBoundByTheirRecord() throws IOException {
        byte[] file = OldFormats.erf(2);
        Arrays.fill(file, 16, 16 + 16 + 2 + 60, (byte) 0xff);
        Records records = read(file);
        assertEquals(List.of(), records.problems());
        assertTrue(records.all().get(0).captured() < 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A text that somebody saved with the wrong name. It has some lines of words, and no record of a packet.",
                "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
            })
    void otherFilesAreNotRecognised(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        assertFalse(new ErfFormat().recognises(ByteBuffer.wrap(bytes)));
    }

    @Test
    void noiseIsNotRecognised() {
        Random random = new Random(11);
        byte[] noise = new byte[4096];
        int recognised = 0;
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(noise);
            recognised += new ErfFormat().recognises(ByteBuffer.wrap(noise)) ? 1 : 0;
        }
        assertTrue(recognised < 5, recognised + " of 10000");
    }

    private static Records read(byte[] file) throws IOException {
        return Records.read(new ErfFormat(), file);
    }
}
