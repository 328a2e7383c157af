package org.ipsecworkbench.capture.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.testing.PcapFile;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, beginning from a small capture in every compression. */
class UnpackerFuzzTest {
    /** A few kilobytes of Zstandard may stand for hundreds of megabytes, and each of them for a packet. */
    private static final CaptureLimits LIMITS = new CaptureLimits(1 << 16, 1000, 100, 1 << 16, 100, 1 << 20, 100);

    static Stream<byte[]> seeds() throws IOException {
        byte[] plain = PcapFile.of(PcapFile.ETHERNET)
                .packet(0, new byte[60])
                .packet(1, new byte[60])
                .bytes();
        return Stream.of(gzip(plain), Zstd.compress(plain));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyFileIsUnpackedOrRefused(byte[] file) {
        Fuzzed.capture(file, LIMITS);
    }
}
