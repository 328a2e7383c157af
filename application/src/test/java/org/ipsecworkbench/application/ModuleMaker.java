package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Makes a small module from a source, and adds it to a user directory as the plugin manager would. */
final class ModuleMaker {
    /** Of keys that live as long as a test. */
    private static final String PASSWORD = "for-this-test";

    private final Path work;
    private final Path userDirectory;

    ModuleMaker(Path work, Path userDirectory) {
        this.work = work;
        this.userDirectory = userDirectory;
    }

    /**
     * Adds a module.
     *
     * @param name of its package and of itself
     * @param install the simple name of its {@code ModuleInstall}
     * @param dependencies what it needs, as in a manifest
     * @param body what its install class does at the start, in Java
     */
    void add(String name, String install, String dependencies, String body) throws IOException {
        Path sources = Files.createDirectories(work.resolve(name + "/src"));
        Path classes = Files.createDirectories(work.resolve(name + "/classes"));
        Path source = Files.writeString(
                sources.resolve(install + ".java"),
                "package " + name + ";\npublic class " + install + " extends org.openide.modules.ModuleInstall {\n"
                        + "  @Override public void restored() {\n" + body + "\n  }\n}\n");
        compile(source, classes);

        Attributes attributes = new Attributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("OpenIDE-Module", name);
        attributes.putValue("OpenIDE-Module-Name", name);
        attributes.putValue("OpenIDE-Module-Specification-Version", "1.0");
        attributes.putValue("OpenIDE-Module-Install", name + "/" + install + ".class");
        attributes.putValue("OpenIDE-Module-Module-Dependencies", dependencies);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putAll(attributes);
        Path jar = Files.createDirectories(userDirectory.resolve("modules")).resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        configure(name);
    }

    /** Makes a key of somebody, who signs with it. */
    void makeKey(String name) throws Exception {
        jdkTool(
                "keytool",
                "-genkeypair",
                "-alias",
                "signer",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-storepass",
                PASSWORD,
                "-keystore",
                key(name).toString());
    }

    /** The fingerprint of that key's certificate, as the setting of the user has it. */
    String fingerprint(String name) throws Exception {
        KeyStore store = KeyStore.getInstance(key(name).toFile(), PASSWORD.toCharArray());
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(store.getCertificate("signer").getEncoded()));
    }

    /** Signs the JAR of a module that was added. */
    void sign(String module, String name) throws Exception {
        jdkTool(
                "jarsigner",
                "-keystore",
                key(name).toString(),
                "-storepass",
                PASSWORD,
                userDirectory.resolve("modules/" + module + ".jar").toString(),
                "signer");
    }

    /** Puts a file into the JAR of a module that was added, as somebody who has no key would. */
    void change(String module) throws IOException {
        Path jar = userDirectory.resolve("modules/" + module + ".jar");
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.writeString(files.getPath(module + "/added.txt"), "after it was signed");
        }
    }

    private Path key(String name) {
        return work.resolve(name.replace(' ', '-') + ".p12");
    }

    private void jdkTool(String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        Run run = Run.of(work, Map.of(), command);
        assertEquals(0, run.exit(), run.out() + run.err());
    }

    /** Adds a file that is no module. */
    void addDamaged(String name) throws IOException {
        Files.writeString(
                Files.createDirectories(userDirectory.resolve("modules")).resolve(name + ".jar"), "no archive");
        configure(name);
    }

    private void configure(String name) throws IOException {
        Files.writeString(
                Files.createDirectories(userDirectory.resolve("config/Modules")).resolve(name + ".xml"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE module PUBLIC "-//NetBeans//DTD Module Status 1.0//EN"
                                        "http://www.netbeans.org/dtds/module-status-1_0.dtd">
                <module name="%1$s">
                    <param name="autoload">false</param>
                    <param name="eager">false</param>
                    <param name="enabled">true</param>
                    <param name="jar">modules/%1$s.jar</param>
                    <param name="reloadable">false</param>
                </module>
                """.formatted(name));
    }

    /** The JARs of the platform and of all modules. */
    static List<Path> classPath() throws IOException {
        Path clusters = Path.of(System.getProperty("all.clusters"));
        List<Path> jars = new ArrayList<>();
        for (String folder : List.of("platform/lib", "platform/core", "platform/modules", "ipsecworkbench/modules")) {
            try (Stream<Path> files = Files.list(clusters.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
            }
        }
        return jars;
    }

    private static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            boolean compiled = compiler.getTask(
                            errors, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source))
                    .call();
            assertEquals("", compiled ? "" : errors.toString());
        }
    }

    /** The names of the added modules that are enabled now, as the files say. */
    List<String> enabled() throws IOException {
        try (Stream<Path> files = Files.list(userDirectory.resolve("config/Modules"))) {
            return files.filter(file -> read(file).contains("\"enabled\">true"))
                    .map(file -> file.getFileName().toString().replaceFirst("\\.xml$", ""))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
