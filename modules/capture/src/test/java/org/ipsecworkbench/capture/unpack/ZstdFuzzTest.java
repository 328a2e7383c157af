package org.ipsecworkbench.capture.unpack;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.params.provider.MethodSource;

class ZstdFuzzTest {
    private static final long ENOUGH = 1 << 22;

    static Stream<byte[]> files() throws IOException {
        return Stream.of(resource("words-1.zst"), resource("words-19.zst"), resource("words-stream.zst"));
    }

    @MethodSource("files")
    @FuzzTest(maxDuration = "30s")
    void damageIsToldInOneWayOnly(byte[] packed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(packed))) {
            int count = in.read(buffer);
            while (count >= 0 && total < ENOUGH) {
                total += count;
                count = in.read(buffer);
            }
        } catch (EOFException | ZipException e) {
            // which is what damage is told by
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ZstdFuzzTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
