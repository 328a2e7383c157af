package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Standard error of PowerShell, of any content. */
class ClixmlFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                        "plain",
                        "x#< CLIXML\r\n<Objs><S S=\"Error\">a &lt;b&gt; &amp;_x000D__x000A_</S><S S=\"Warning\">w</S></Objs>",
                        "#< CLIXML<S S=\"Error\">_x00",
                        "#< CLIXML#< CLIXML<S S=\"Error\">&amp;lt;</S>")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing is thrown, nothing grows, and what stands before the mark stays. */
    @MethodSource("seeds")
    @FuzzTest
    void everyTextIsStripped(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        String stripped = Clixml.strip(text);
        assertTrue(stripped.length() <= text.length());
        int mark = text.indexOf("#< CLIXML");
        if (mark < 0) {
            assertEquals(text, stripped);
        } else {
            assertTrue(stripped.startsWith(text.substring(0, mark)));
        }
    }
}
