package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the developer guide: its code is that of the archetype, which {@link ThirdPartyModuleTest} compiles and runs, and it tells
 * of every exported package.
 */
class DeveloperGuideTest {
    private static final Path TOP = Path.of(System.getProperty("ipsecwb.top"));
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PACKAGE =
            Pattern.compile("\\| `(org\\.ipsecworkbench\\.[a-z.]+)` \\|.*\\| (stable|in motion) \\|");

    private static String guide() throws IOException {
        return Files.readString(TOP.resolve("application/src/main/docs/developer-guide.md"));
    }

    @Test
    void itsCodeIsThatOfTheArchetype() throws IOException {
        List<String> sources = new ArrayList<>();
        Path archetype = TOP.resolve("modules/archetype/src/main/resources/archetype-resources/src");
        try (Stream<Path> files = Files.walk(archetype)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.add(Files.readString(file));
            }
        }
        List<String> blocks =
                BLOCK.matcher(guide()).results().map(block -> block.group(1)).toList();
        assertTrue(blocks.size() > 5, "the pattern finds the blocks");
        assertEquals(
                List.of(),
                blocks.stream()
                        .filter(block -> sources.stream().noneMatch(source -> source.contains(block)))
                        .toList());
    }

    @Test
    void itTellsOfEveryExportedPackage() throws IOException {
        Set<String> told = new TreeSet<>();
        Matcher row = PACKAGE.matcher(guide());
        while (row.find()) {
            told.add(row.group(1));
        }
        assertEquals(
                ApiTest.exportedPackages().stream()
                        .filter(name -> name.startsWith("org.ipsecworkbench."))
                        .collect(Collectors.toCollection(TreeSet::new)),
                told);
    }
}
