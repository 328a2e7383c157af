package org.ipsecworkbench.ike.wfp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.testing.SyntheticLzx;
import org.junit.jupiter.params.provider.MethodSource;

/** Two blocks of any content; the seeds are synthetic. */
class LzxFuzzTest {
    private static final int SIZE = 32_768;

    static Stream<byte[]> seeds() {
        byte[] data = "<item>\u00e8 0123456789abcdef </item>".repeat(2000).getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(SyntheticLzx.Kind.values())
                .map(kind ->
                        new SyntheticLzx(Arrays.copyOf(data, SIZE)).pack(kind).get(0));
    }

    /** Unpacking gives what was asked for, or says what is wrong. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyBlockIsUnpackedOrTold(byte[] input) {
        int half = input.length / 2;
        try {
            Lzx lzx = new Lzx(15 + input.length % 7);
            assertEquals(SIZE, lzx.unpack(input, SIZE).length);
            assertEquals(SIZE, lzx.unpack(Arrays.copyOfRange(input, half, input.length), SIZE).length);
        } catch (DamagedException e) {
            assertTrue(String.valueOf(e.getMessage()).endsWith("."), "a sentence");
        }
    }
}
