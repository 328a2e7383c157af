package org.ipsecworkbench.extension.trust;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Finds the files beside the JAR of a module that the module system takes code of the module from. */
final class ModuleFiles {
    private ModuleFiles() {}

    /**
     * Libraries that its manifest names, patches, and variants for languages; those that are there.
     *
     * @throws IOException where the module itself cannot be read
     */
    static List<Path> beside(Path jar) throws IOException {
        Path folder = jar.toAbsolutePath().resolveSibling("");
        Set<Path> files = new TreeSet<>();
        String name = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "");
        Attributes attributes = attributes(jar);
        String libraries = attributes.getValue(Attributes.Name.CLASS_PATH);
        for (String library :
                libraries == null ? new String[0] : libraries.trim().split("\\s+")) {
            try {
                Path file = folder.resolve(library.replace("%20", " "));
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
            } catch (InvalidPathException e) {
                throw new IOException("The manifest names no library: " + library, e);
            }
        }
        String codeName = String.valueOf(attributes.getValue("OpenIDE-Module")).replaceFirst("/\\d+$", "");
        files.addAll(jars(folder.resolve("patches").resolve(codeName.replace('.', '-')), "*.jar"));
        files.addAll(jars(folder.resolve("locale"), name + "_*.jar"));
        files.addAll(jars(folder.resolve("ext/locale"), "*.jar"));
        return new ArrayList<>(files);
    }

    private static Attributes attributes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        }
    }

    private static List<Path> jars(Path folder, String pattern) throws IOException {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
                files.forEach(jars::add);
            }
        }
        return jars;
    }
}
