package org.ipsecworkbench.capture.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class ErfFormatFuzzTest {
    static Stream<byte[]> files() {
        return Stream.of(OldFormats.erf(0), OldFormats.erf(2));
    }

    @MethodSource("files")
    @FuzzTest
    void noFileIsMoreThanAProblem(byte[] file) throws IOException {
        FormatFuzzing.read(new ErfFormat(), file);
    }
}
