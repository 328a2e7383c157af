package org.ipsecworkbench.capture.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The captures with ground truth that lie beside the project in {@code shared/captures}, and are not part of it.
 *
 * <p>Looked for from the module's folder upwards, or where the system property {@code ipsecwb.captures} says.
 */
public final class SharedCaptures {
    /** The file of the one row where the captures are not there, which counts as skipped. */
    public static final String NONE = "no captures";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SharedCaptures() {}

    /** A line of the index. */
    public record Row(Path folder, Map<String, String> fields) {
        /** The capture. */
        public Path path() {
            assumeTrue(
                    Files.isDirectory(folder.resolve("truth")),
                    () -> "no captures with ground truth: " + folder + " is not there");
            return folder.resolve(file());
        }

        /** The capture's name relative to the folder, such as {@code lab/a01_clear_office.pcap}. */
        public String file() {
            return fields.get("file");
        }

        /** The format by the names of Wireshark's capinfos. */
        public String format() {
            return fields.get("format");
        }

        /** What sort of capture it is. */
        public String kind() {
            return fields.get("kind");
        }

        /** The expected verdict, as a code. */
        public String verdictCode() {
            return fields.getOrDefault("verdict_code", "");
        }

        /** What tshark says of the capture. */
        public JsonNode truth() {
            path();
            try {
                return JSON.readTree(
                        folder.resolve("truth").resolve(file() + ".json").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return file();
        }
    }

    /**
     * Every line of the index. Where the captures are not there, one that ends whatever test asks for its capture as
     * skipped.
     */
    public static List<Row> index() throws IOException {
        Path folder = folder();
        if (!Files.isRegularFile(folder.resolve("index.tsv"))) {
            return List.of(new Row(folder, Map.of("file", NONE, "format", "pcap", "kind", "")));
        }
        List<String> lines = Files.readAllLines(folder.resolve("index.tsv"));
        String[] names = lines.get(0).split("\t", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split("\t", -1);
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < Math.min(names.length, values.length); i++) {
                fields.put(names[i], values[i]);
            }
            rows.add(new Row(folder, fields));
        }
        return rows;
    }

    private static Path folder() {
        String told = System.getProperty("ipsecwb.captures", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        Path nowhere = Path.of("shared", "captures");
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve(nowhere);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return nowhere;
    }
}
