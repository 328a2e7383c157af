package org.ipsecworkbench.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of any content. */
class JsonFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of("{\"a\":[1,-2.5e3,true,null,\"x\\u00e9\"],\"a\":{}}", "[[\"", "1 2")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reading never throws, and what was read is the same once it was written. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyTextIsRead(byte[] input) {
        for (JsonValue root : JsonReader.read(input, JsonLimits.DEFAULT).roots()) {
            String once = JsonWriter.compact(root);
            JsonReader.Result again = JsonReader.read(once, JsonLimits.DEFAULT);
            assertEquals("", again.damage());
            assertEquals(once, JsonWriter.compact(again.roots().get(0)));
        }
    }
}
