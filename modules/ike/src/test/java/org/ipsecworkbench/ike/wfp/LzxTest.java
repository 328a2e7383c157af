package org.ipsecworkbench.ike.wfp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ipsecworkbench.ike.testing.SyntheticLzx;
import org.ipsecworkbench.ike.testing.SyntheticWfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LzxTest {
    private static final int FRAME = 32_768;

    @TempDir
    private Path folder;

    /** Words again and again, near and far, with some bytes that do not repeat and some calls of x86. */
    private static byte[] data(int size) {
        Random random = new Random(size);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < size) {
            switch (random.nextInt(5)) {
                case 0 ->
                    all.writeBytes(new byte[] {(byte) 0xe8, (byte) random.nextInt(), (byte) random.nextInt(4), 0, 0});
                case 1 -> all.writeBytes(new byte[] {(byte) 0xe8, (byte) random.nextInt(), -1, -1, -1});
                case 2 -> all.write(random.nextInt());
                case 3 -> all.writeBytes(new byte[random.nextInt(600)]);
                default -> all.writeBytes(("<item" + random.nextInt(20) + ">").getBytes(StandardCharsets.US_ASCII));
            }
        }
        return Arrays.copyOf(all.toByteArray(), size);
    }

    private static byte[] unpacked(List<byte[]> blocks, int size) throws DamagedException {
        Lzx lzx = new Lzx(SyntheticLzx.WINDOW_BITS);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] block : blocks) {
            all.writeBytes(lzx.unpack(block, Math.min(FRAME, size - all.size())));
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPackedComesOut(SyntheticLzx.Kind kind) throws DamagedException {
        for (int size : new int[] {1, 2, 11, 4096, FRAME - 1, FRAME, FRAME + 1, 200_001}) {
            byte[] data = data(size);
            List<byte[]> blocks = new SyntheticLzx(data).pack(kind);
            assertArrayEquals(data, unpacked(blocks, size), size + " bytes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void cabextractUnpacksTheSame(SyntheticLzx.Kind kind) throws Exception {
        assumeTrue(isThere("cabextract"), "no cabextract, so nothing that the packer of these tests is held against");
        byte[] data = data(200_001);
        Path cabinet = folder.resolve("wfpdiag.cab");
        Files.write(cabinet, SyntheticWfp.lzxCabinet(kind, "wfpdiag.xml", data));
        Process process = new ProcessBuilder("cabextract", "-q", "-d", folder.toString(), cabinet.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends");
        assertEquals(0, process.exitValue(), said);
        assertArrayEquals(data, Files.readAllBytes(folder.resolve("wfpdiag.xml")));
    }

    private static boolean isThere(String program) {
        try {
            new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start()
                    .getInputStream()
                    .readAllBytes();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatIsDamagedIsTold() throws DamagedException {
        assertThrows(DamagedException.class, () -> new Lzx(14));
        assertThrows(DamagedException.class, () -> new Lzx(22));
        byte[] block =
                new SyntheticLzx(data(FRAME)).pack(SyntheticLzx.Kind.VERBATIM).get(0);
        for (int length = 0; length < block.length; length += 97) {
            byte[] cut = Arrays.copyOf(block, length);
            assertThrows(DamagedException.class, () -> new Lzx(15).unpack(cut, FRAME));
        }
        byte[] unknown = block.clone();
        // The kind of its first block, behind the bit that tells of calls.
        unknown[1] |= 0x70;
        assertThrows(DamagedException.class, () -> new Lzx(15).unpack(unknown, FRAME));
        assertEquals(FRAME, new Lzx(15).unpack(block, FRAME).length);
    }

    @Test
    void whateverIsFlippedNothingElseIsThrown() {
        Random random = new Random(7);
        List<byte[]> blocks = new SyntheticLzx(data(100_000)).pack(SyntheticLzx.Kind.MIXED);
        int told = 0;
        for (int i = 0; i < 500; i++) {
            List<byte[]> damaged = blocks.stream().map(byte[]::clone).toList();
            byte[] block = damaged.get(random.nextInt(damaged.size()));
            block[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertEquals(100_000, unpacked(damaged, 100_000).length);
            } catch (DamagedException e) {
                told++;
            }
        }
        assertTrue(told > 50, "told: " + told);
    }
}
