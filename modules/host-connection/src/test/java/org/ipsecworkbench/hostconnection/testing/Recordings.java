package org.ipsecworkbench.hostconnection.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Exchanges recorded from real Windows hosts, which lie beside the project in {@code shared/wsman-recordings} and are not
 * part of it.
 */
public final class Recordings {
    private static final Pattern ANSWER = Pattern.compile("(?ms)^  response: (<.*?)(?=^- |^  [a-z_]+:|\\z)");
    private static final Pattern XML_ANSWER = Pattern.compile("(?s)<response>\\s*(<.*?)\\s*</response>");

    private Recordings() {}

    /** The answers of all exchanges of a file, in their order. */
    public record Recording(String name, List<String> answers) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All recordings; where they are absent the test is skipped and says so. */
    public static List<Recording> all() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/wsman-recordings"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "no recordings of real hosts: shared/wsman-recordings is not there");
        List<Recording> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("shared/wsman-recordings"))) {
            for (Path file : files.filter(Recordings::isRecording).sorted().toList()) {
                Pattern pattern = file.toString().endsWith(".xml") ? XML_ANSWER : ANSWER;
                Matcher matcher = pattern.matcher(Files.readString(file));
                List<String> answers =
                        matcher.results().map(result -> result.group(1).strip()).toList();
                all.add(new Recording(String.valueOf(file.getFileName()), answers));
            }
        }
        return all;
    }

    private static boolean isRecording(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith("_") && (name.endsWith(".yml") || name.endsWith(".xml"));
    }
}
