package org.ipsecworkbench.ike.decrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.testing.Keys;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of keys of any content; the seeds are those of the lab. */
class KeyTableFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        return Stream.of(Keys.text(Keys.VERSION1), Keys.text(Keys.VERSION2))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reading never throws, is bounded, and gives the same again. */
    @MethodSource("seeds")
    @FuzzTest
    void everyTableIsRead(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        DecryptionKeys keys = DecryptionKeys.read("keys", text);
        long lines = text.lines().count();
        assertTrue(keys.version1().size() + keys.version2().size() <= lines, "at most a key per line");
        assertTrue(keys.problems().size() <= 51, "problems are bounded");
        assertEquals(keys, DecryptionKeys.read("keys", text));
    }
}
