package org.ipsecworkbench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures in Zstandard. */
class ZstandardTest {
    private static final int PACKETS = 204;

    @TempDir
    private Path folder;

    private final byte[] plain = sample();

    private static byte[] sample() {
        try (InputStream in = ZstandardTest.class.getResourceAsStream("lab/i01_partial_pairs.pcap")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsInsideIsReadAsIfItLayThere() throws IOException {
        Coverage coverage = read(Zstd.compress(plain));
        assertEquals(PACKETS, coverage.packets());
        assertEquals(List.of(), coverage.problems());
        assertEquals("pcap", coverage.format());
    }

    @Test
    void severalFramesAreOneFile() throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(Zstd.compress(Arrays.copyOf(plain, 40_000)));
        frames.writeBytes(Zstd.compress(Arrays.copyOfRange(plain, 40_000, plain.length)));
        assertEquals(PACKETS, read(frames.toByteArray()).packets());
    }

    @Test
    void aCutLeavesWhatPrecedesItAndIsTold() throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(Zstd.compress(Arrays.copyOf(plain, 40_000)));
        byte[] second = Zstd.compress(Arrays.copyOfRange(plain, 40_000, plain.length));
        frames.write(second, 0, second.length / 2);
        Coverage coverage = read(frames.toByteArray());
        assertTrue(coverage.packets() > 50 && coverage.packets() < PACKETS, () -> coverage.packets() + " packets");
        assertTrue(coverage.problems().get(0).what().contains("cut off"), coverage.problems()::toString);
    }

    @Test
    void damageIsAProblemOrNoCapture() throws IOException {
        byte[] packed = Zstd.compress(plain);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = packed.clone();
            damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) (1 + random.nextInt(255));
            try {
                read(damaged);
            } catch (CaptureFormatException e) {
                assertTrue(e.getMessage().contains("capture") || e.getMessage().contains("damaged"), e.getMessage());
            }
        }
    }

    private Coverage read(byte[] packed) throws IOException {
        Path file = Files.write(folder.resolve("packed"), packed);
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            return capture.coverage();
        }
    }
}
