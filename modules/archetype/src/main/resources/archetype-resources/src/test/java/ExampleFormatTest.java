package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.ScanMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleFormatTest {
    /** An IPv4 header behind an Ethernet header: ESP from 192.0.2.1 to 192.0.2.2. */
    private static final byte[] ESP = {
        0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 8, 0, 0x45, 0, 0, 28, 0, 0, 0, 0, 64, 50, 0, 0, (byte) 192, 0, 2, 1,
        (byte) 192, 0, 2, 2, 0, 0, 16, 0, 0, 0, 0, 1
    };

    @TempDir
    private Path folder;

    private static byte[] file(int packets) {
        ByteBuffer file = ByteBuffer.allocate(8 + packets * (12 + ESP.length)).putLong(ExampleFormat.MAGIC);
        for (int i = 0; i < packets; i++) {
            file.putLong(1_767_225_600_000_000_000L + i).putInt(ESP.length).put(ESP);
        }
        return file.array();
    }

    private Coverage read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("any.name"), bytes);
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            return capture.coverage();
        }
    }

    @Test
    void readsEveryPacket() throws IOException {
        Coverage coverage = read(file(3));
        assertEquals("example", coverage.format());
        assertEquals(3, coverage.packets());
        assertEquals("192.0.2.1", PairsWindow.byBytes(coverage).get(0).a());
    }

    @Test
    void keepsWhatCameBeforeDamage() throws IOException {
        byte[] damaged = file(3);
        Arrays.fill(damaged, 8 + 12 + ESP.length + 8, 8 + 12 + ESP.length + 12, (byte) 0xff);
        Coverage coverage = read(damaged);
        assertEquals(1, coverage.packets());
        assertTrue(coverage.problems().get(0).what().contains("claims"));
    }

    @Test
    void tellsWhereAFileWasCutOff() throws IOException {
        Coverage coverage = read(Arrays.copyOf(file(2), 8 + 12 + ESP.length + 20));
        assertEquals(1, coverage.packets());
        assertEquals(1, coverage.problems().size());
    }
}
