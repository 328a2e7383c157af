package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that a path stands for: itself, or those of a folder in the order of their names, without those in folders below. */
final class InputFiles {
    private static final int MAX_FILES = 1000;

    private InputFiles() {}

    /**
     * The files.
     *
     * @param errors takes a sentence where a folder has more than 1,000, of which the others are left out
     */
    static List<Path> of(Path path, List<String> errors) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
        }
        if (files.size() > MAX_FILES) {
            errors.add(path + " holds more than " + MAX_FILES + " files; the others were not read.");
            return files.subList(0, MAX_FILES);
        }
        return files;
    }
}
