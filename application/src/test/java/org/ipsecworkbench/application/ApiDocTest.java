package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that modules export says what it is; every package has an example that compiles, and the mark of the guide. */
class ApiDocTest {
    private static final Path TOP = Path.of(System.getProperty("ipsecwb.top"));
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\n(.*?)\n \\* \\}</pre>");
    private static final Pattern MARK = Pattern.compile("(?s)<p>(Stable|In motion)\\.");
    private static final Pattern GUIDE =
            Pattern.compile("(?m)^\\| `(org\\.ipsecworkbench[a-z.]*)` \\|.*\\| ([a-z ]+) \\|$");

    /** What examples leave to their readers. */
    private static final String AROUND = "static char[] password = {}; static byte[] document = {};"
            + " static byte[] ask(byte[] message) { return message; }"
            + " static org.ipsecworkbench.policy.HostPolicy read(String file, Object digests) { return null; }";

    private static final List<String> IMPORTS = List.of(
            "java.io.*",
            "java.nio.*",
            "java.nio.charset.*",
            "java.nio.file.*",
            "java.time.*",
            "java.util.*",
            "javax.swing.*",
            "org.openide.util.*",
            "org.openide.util.lookup.*");

    /** Folders of sources by the packages that are exported. */
    private static final Map<String, Path> PACKAGES = new TreeMap<>();

    @BeforeAll
    static void findPackages() throws IOException {
        Set<String> exported = ApiTest.exportedPackages();
        try (Stream<Path> files = Files.walk(TOP.resolve("modules"))) {
            for (Path file : files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList()) {
                String name = file.getParent()
                        .toString()
                        .replaceFirst("^.*/src/main/java/", "")
                        .replace('/', '.');
                if (exported.contains(name)) {
                    PACKAGES.put(name, file.getParent());
                }
            }
        }
    }

    @Test
    void everythingThatIsExportedSaysWhatItIs() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> missing = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            for (Path folder : PACKAGES.values()) {
                try (Stream<Path> sources = Files.list(folder)) {
                    JavacTask task = (JavacTask) compiler.getTask(
                            null,
                            files,
                            diagnostic -> {},
                            List.of("-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(
                                    sources.filter(file -> file.toString().endsWith(".java"))
                                            .toList()));
                    missing.addAll(UndocumentedScanner.scan(task));
                }
            }
        }
        assertEquals(List.of(), missing, "has no Javadoc");
    }

    @Test
    void everyPackageHasTheMarkThatTheGuideGivesIt() throws IOException {
        Map<String, String> guide = new TreeMap<>();
        Matcher rows = GUIDE.matcher(Files.readString(TOP.resolve("application/src/main/docs/developer-guide.md")));
        while (rows.find()) {
            guide.put(rows.group(1), rows.group(2));
        }
        Map<String, String> marks = new TreeMap<>();
        for (Map.Entry<String, Path> one : PACKAGES.entrySet()) {
            Matcher mark = MARK.matcher(text(one.getValue()));
            marks.put(one.getKey(), mark.find() ? mark.group(1).toLowerCase(Locale.ROOT) : "none");
        }
        assertEquals(guide, marks);
    }

    @Test
    void theExampleOfEveryPackageCompiles() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, Path> one : PACKAGES.entrySet()) {
            Matcher example = EXAMPLE.matcher(text(one.getValue()));
            if (example.find()) {
                sources.add(source(one.getKey(), example.group(1).replaceAll("(?m)^ \\* ?", "")));
            } else {
                without.add(one.getKey());
            }
        }
        assertEquals(List.of(), without, "has no example");

        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, ModuleMaker.classPath());
            ((JavacTask) compiler.getTask(null, files, found, List.of("-proc:none"), null, sources)).analyze();
        }
        assertEquals(
                List.of(),
                found.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .toList());
    }

    private static String text(Path folder) throws IOException {
        return Files.readString(folder.resolve("package-info.java"));
    }

    /** A class that does what the example does; types of the example's own package come before those of others. */
    private static JavaFileObject source(String packageName, String example) {
        StringBuilder text = new StringBuilder();
        String root = packageName.replaceFirst("\\.spi$", "");
        IMPORTS.forEach(name -> text.append("import ").append(name).append(";\n"));
        Set<String> packages = new TreeSet<>(List.of(packageName, root, "org.ipsecworkbench.capture.spi"));
        for (String name : packages) {
            text.append("import ").append(name).append(".*;\n");
        }
        text.append("import org.ipsecworkbench.capture.ScanMonitor;\n");
        String type = "Example" + packageName.replaceAll("\\W", "");
        text.append("class ").append(type).append(" { ").append(AROUND);
        text.append(" void example() throws Exception {\n").append(example).append("\n} }\n");
        return new SimpleJavaFileObject(URI.create("string:///" + type + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
