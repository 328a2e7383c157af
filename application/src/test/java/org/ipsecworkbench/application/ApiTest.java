package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * Holds the API, which is what modules export, against the one on record: what others were built against does not go away by
 * accident. {@code -Dipsecwb.golden=write} writes the record anew, after the change is noted in {@code api-changes.md}.
 */
class ApiTest {
    private static final Path RECORD = Path.of(System.getProperty("ipsecwb.top"), "application/src/test/api");
    private static final Path MODULES = Path.of(System.getProperty("all.clusters"), "ipsecworkbench/modules");
    private static final String OURS = "org-ipsecworkbench-*.jar";
    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));
    private static final Pattern TYPE = Pattern.compile("(?:class|interface) (\\S+?)[<\\s{]");
    /** Others may implement what is abstract, so that it breaks them when there is more of it. */
    private static final Pattern ABSTRACT = Pattern.compile("\\babstract\\b");

    @Test
    void nothingThatOthersMayUseIsGone() throws IOException {
        List<String> broken = new ArrayList<>();
        List<String> unrecorded = new ArrayList<>();
        Set<Path> recorded = new TreeSet<>();
        for (Map.Entry<String, Map<String, List<String>>> module : api().entrySet()) {
            Path file = RECORD.resolve(module.getKey() + ".txt");
            recorded.add(file);
            List<String> now = lines(module.getValue());
            if (WRITE) {
                Files.createDirectories(RECORD);
                Files.write(file, now);
            }
            List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
            Set<String> typesBefore =
                    before.stream().map(line -> line.split(": ", 2)[0]).collect(Collectors.toSet());
            for (String line : before) {
                if (!now.contains(line)) {
                    broken.add("gone: " + line);
                }
            }
            for (String line : now) {
                if (!before.contains(line)) {
                    boolean breaks = ABSTRACT.matcher(line).find() && typesBefore.contains(line.split(": ", 2)[0]);
                    (breaks ? broken : unrecorded).add("new: " + line);
                }
            }
        }
        assertEquals(List.of(), broken, "modules of others that were built before would fail; " + advice());
        assertEquals(List.of(), unrecorded, "not on record; " + advice());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(RECORD)) {
            for (Path file : files) {
                assertTrue(recorded.contains(file), () -> "the record of a module that is gone: " + file);
            }
        }
    }

    private static String advice() {
        return "where that is meant, note it in application/src/main/docs/api-changes.md and run this test with"
                + " -Dipsecwb.golden=write";
    }

    /** By module, and by type: what stands in a line of its own in the record. */
    private static Map<String, Map<String, List<String>>> api() throws IOException {
        Map<String, Map<String, List<String>>> api = new TreeMap<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(MODULES, OURS)) {
            for (Path jar : jars) {
                List<String> types = exportedTypes(jar);
                if (!types.isEmpty()) {
                    String name = jar.getFileName().toString().replaceAll("org-ipsecworkbench-|\\.jar", "");
                    api.put(name, members(jar, types));
                }
            }
        }
        return api;
    }

    /** Of all modules. */
    static Set<String> exportedPackages() throws IOException {
        Set<String> packages = new TreeSet<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(MODULES, OURS)) {
            for (Path file : jars) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    packages.addAll(exportedPackages(jar));
                }
            }
        }
        return packages;
    }

    private static Set<String> exportedPackages(JarFile jar) throws IOException {
        String exported = jar.getManifest().getMainAttributes().getValue("OpenIDE-Module-Public-Packages");
        return Arrays.stream(String.valueOf(exported).split("[,\\s]+"))
                .map(name -> name.replaceFirst("\\.\\*+$", ""))
                .collect(Collectors.toSet());
    }

    private static List<String> exportedTypes(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Set<String> packages = exportedPackages(jar);
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .filter(name -> packages.contains(name.substring(0, name.lastIndexOf('.'))))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, List<String>> members(Path jar, List<String> types) {
        List<String> arguments = new ArrayList<>(List.of("-protected", "-cp", jar.toString()));
        arguments.addAll(types);
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(errors), arguments.toArray(String[]::new));
        assertEquals(0, code, errors::toString);
        Map<String, List<String>> members = new LinkedHashMap<>();
        String type = "";
        for (String line : out.toString().lines().toList()) {
            Matcher header = TYPE.matcher(line);
            if (!line.startsWith(" ") && header.find()) {
                type = header.group(1);
                if (isReachable(line, type, members)) {
                    members.put(type, new ArrayList<>(List.of(line.replaceFirst(" \\{$", ""))));
                }
            } else if (line.startsWith("  ") && !line.contains("static {}") && members.containsKey(type)) {
                members.get(type).add(line.strip());
            }
        }
        return members;
    }

    /** Whether others can name it. Types come sorted, so that what a type is in came before it. */
    private static boolean isReachable(String header, String type, Map<String, List<String>> members) {
        int nested = type.lastIndexOf('$');
        return (header.startsWith("public") || header.startsWith("protected"))
                && (nested < 0 || members.containsKey(type.substring(0, nested)));
    }

    private static List<String> lines(Map<String, List<String>> members) {
        return members.entrySet().stream()
                .flatMap(type -> type.getValue().stream().map(member -> type.getKey() + ": " + member))
                .sorted()
                .toList();
    }
}
