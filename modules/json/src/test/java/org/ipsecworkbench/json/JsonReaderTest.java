package org.ipsecworkbench.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    private static JsonReader.Result read(String text) {
        return JsonReader.read(text, JsonLimits.DEFAULT);
    }

    private static String written(JsonReader.Result result) {
        return JsonWriter.compact(result.roots().get(0));
    }

    @Test
    void whatIsReadIsWrittenAlike() {
        String text = "{\"a\":[1,-2.50e3,true,null,\"x\\n\\u00e9\"],\"a\":{},\"b\":\"\"}";
        assertEquals(text.replace("\\u00e9", "é"), written(read(text)));
        assertEquals("", read(text).damage());
    }

    @Test
    void valuesKnowTheirLines() {
        JsonValue.Members root =
                (JsonValue.Members) read("{\n\"a\":\n\n[ 7 ]}").roots().get(0);
        assertEquals(4, root.get("a").orElseThrow().line());
    }

    @Test
    void whatStandsBeforeTheEndIsKept() {
        JsonReader.Result cut = read("{\"a\":1,\n\"b\":[{\"c\":2},{\"d\":3,\"e\"");
        assertEquals("{\"a\":1,\"b\":[{\"c\":2},{\"d\":3}]}", written(cut));
        assertEquals(2, cut.damagedLine());
        assertFalse(cut.damage().isEmpty());
    }

    @Test
    void aConsoleMayBreakStringsAndPrintSeveralDocuments() {
        JsonReader.Result two = read("{\"a\":\"x\r\ny\"}\n[1]");
        assertEquals(2, two.roots().size());
        assertEquals("", two.damage());
    }

    @Test
    void everyEncodingOfJsonIsRead() {
        byte[] wide = "[\"é\"]".getBytes(StandardCharsets.UTF_16LE);
        assertEquals("[\"é\"]", written(JsonReader.read(wide, JsonLimits.DEFAULT)));
    }

    @Test
    void whatIsTooDeepTooLongOrTooMuchIsDamage() {
        assertTrue(
                read("[".repeat(101)).damage().contains("depth"),
                read("[".repeat(101)).damage());
        JsonLimits small = new JsonLimits(20, 100, 3, 5);
        assertTrue(JsonReader.read("[1,2,3]", small).damage().contains("3 values"));
        assertEquals("[1,2]", written(JsonReader.read("[1,2,3]", small)));
        assertTrue(JsonReader.read("[]" + " ".repeat(20), small).damage().contains("20 bytes"));
        assertFalse(JsonReader.read("[\"123456\"]", small).damage().isEmpty());
    }

    @Test
    void damageIsNamedWithoutTheText() {
        String damage = read("[secret]").damage();
        assertFalse(damage.contains("Source"), damage);
    }
}
