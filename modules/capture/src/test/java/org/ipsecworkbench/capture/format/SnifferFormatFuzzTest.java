package org.ipsecworkbench.capture.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class SnifferFormatFuzzTest {
    static Stream<byte[]> files() {
        return Stream.of(OldFormats.sniffer(), OldFormats.compressedSniffer());
    }

    @MethodSource("files")
    @FuzzTest
    void noFileIsMoreThanAProblem(byte[] file) throws IOException {
        FormatFuzzing.read(new SnifferFormat(), file);
    }
}
