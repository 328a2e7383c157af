package org.ipsecworkbench.capture.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class NetmonFormatFuzzTest {
    static Stream<byte[]> files() {
        return Stream.of(
                OldFormats.netmon(1, 0),
                OldFormats.netmon(2, 0),
                OldFormats.netmon(2, 1, 1, 6, 0xffff),
                OldFormats.netmon(2, 3));
    }

    @MethodSource("files")
    @FuzzTest
    void noFileIsMoreThanAProblem(byte[] file) throws IOException {
        FormatFuzzing.read(new NetmonFormat(), file);
    }
}
