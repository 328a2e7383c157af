package org.ipsecworkbench.capture.format.etl;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.format.FormatFuzzing;
import org.junit.jupiter.params.provider.MethodSource;

class EtlFormatFuzzTest {
    static Stream<byte[]> files() {
        long time = EtlFile.BEGINNING;
        return Stream.of(
                new EtlFile(1024, 10_000_000, true)
                        .fragment(0, time, 4, 1, 1, EtlFile.WHOLE | EtlFile.ETHERNET, new byte[60])
                        .fragment(1, time, 4, 1, 2, EtlFile.START | EtlFile.ETHERNET, new byte[20])
                        .fragment(1, time, 4, 1, 2, EtlFile.END | EtlFile.ETHERNET, new byte[40])
                        .bytes(),
                new EtlFile(1024, 0, false)
                        .component(0, time, 5, "adapter")
                        .frame(0, time, 7, 1, 1, 1, 5, 1000, new byte[60])
                        .droppedFrame(0, time, 7, 5, 15, new byte[60])
                        .bytes(),
                new EtlFile(1024, 3_579_545, true)
                        .otherKinds(0)
                        .switchPacket(0, time, new byte[60])
                        .extended(0, time, new byte[60])
                        .bytes());
    }

    @MethodSource("files")
    @FuzzTest
    void noLogIsMoreThanAProblem(byte[] file) throws IOException {
        FormatFuzzing.read(new EtlFormat(), file);
    }
}
