package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a person reads, kept as files. {@code -Dipsecwb.golden=write} writes them anew. */
final class Goldens {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/org/ipsecworkbench/commandline");
    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));

    private Goldens() {}

    static void check(String name, String out) throws IOException {
        String text = out.replace(Run.LAB + "/", "lab/")
                .replace(Run.LAB + "\\", "lab/")
                .replace("\r\n", "\n");
        Path file = FOLDER.resolve(name + ".txt");
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return;
        }
        String expected = Files.readString(file);
        if (!expected.equals(text)) {
            fail(file.getFileName() + " differs; -Dipsecwb.golden=write where the change is meant. Expected:\n"
                    + expected + "\nbut now:\n" + text);
        }
    }
}
