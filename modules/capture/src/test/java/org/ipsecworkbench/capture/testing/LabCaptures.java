package org.ipsecworkbench.capture.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The lab captures among the test resources; see the README beside them. */
public final class LabCaptures {
    /** Where they lie. */
    public static final Path FOLDER = Path.of(
            System.getProperty("basedir", ""), "src", "test", "resources", "org", "ipsecworkbench", "capture", "lab");

    private LabCaptures() {}

    /** All of them. */
    public static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".pcap"))
                    .sorted()
                    .toList();
        }
    }

    /** One of them. */
    public static Path get(String name) {
        return FOLDER.resolve(name + ".pcap");
    }
}
