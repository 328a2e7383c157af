package org.ipsecworkbench.capture.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class NetxrayFormatFuzzTest {
    static Stream<byte[]> files() {
        return Stream.of(OldFormats.netxray("001.100"), OldFormats.netxray("002.001"));
    }

    @MethodSource("files")
    @FuzzTest
    void noFileIsMoreThanAProblem(byte[] file) throws IOException {
        FormatFuzzing.read(new NetxrayFormat(), file);
    }
}
