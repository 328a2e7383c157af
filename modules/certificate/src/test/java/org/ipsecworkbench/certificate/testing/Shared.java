package org.ipsecworkbench.certificate.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Material that lies beside the project and never enters it. */
public final class Shared {
    private Shared() {}

    /** A folder beside the project; without it the test is skipped. */
    public static Path folder(String name) {
        Path found = Path.of("shared", name);
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve(name))) {
                found = at.resolve("shared").resolve(name);
                break;
            }
        }
        Path folder = found;
        assumeTrue(Files.isDirectory(folder), () -> "no shared material: " + folder + " is not there");
        return folder;
    }
}
