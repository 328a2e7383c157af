package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks for secrets finds them, wherever they may be. */
class SecretWalkTest {
    private static final String SECRET = "Geheim-\u00e4\u00f6-4711";

    @TempDir
    private Path folder;

    private List<String> found(byte[] bytes) throws Exception {
        Files.write(folder.resolve("file"), bytes);
        return new SecretWalk().with(SECRET).through(folder).found();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void theTextIsFoundInAnyEncoding(String charset) throws Exception {
        assertFalse(
                found(("x" + SECRET + "y").getBytes(Charset.forName(charset))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:"})
    void itIsFoundInBase64WhereverItBegins(String before) throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            String text = Base64.getEncoder().encodeToString((before + SECRET + "!").getBytes(charset));
            assertFalse(found(("x=" + text).getBytes(StandardCharsets.UTF_8)).isEmpty(), text);
            assertFalse(found(("x=" + text).getBytes(StandardCharsets.UTF_16LE)).isEmpty(), text);
        }
    }

    @Test
    void itIsFoundInWhatIsPackedTwice() throws Exception {
        Path inner = folder.resolve("inner.zip");
        pack(inner, SECRET.getBytes(StandardCharsets.UTF_16LE));
        byte[] packed = Files.readAllBytes(inner);
        Files.delete(inner);
        pack(folder.resolve("outer.zip"), packed);
        List<String> found = new SecretWalk().with(SECRET).through(folder).found();
        assertEquals(1, found.size(), found.toString());
    }

    private static void pack(Path file, byte[] content) throws Exception {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("entry"));
            zip.write(content);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertEquals(List.of(), found("Geheim-4711".getBytes(StandardCharsets.UTF_8)));
    }
}
