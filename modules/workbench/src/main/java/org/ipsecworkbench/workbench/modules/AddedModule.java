package org.ipsecworkbench.workbench.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A module that a user added, as its file in the user directory says. It is known by files alone: while the module system is
 * stuck in such a module, asking the module system would get stuck too.
 *
 * @param file the JAR
 * @param codeName by which the module system knows it
 */
record AddedModule(Path file, String codeName) {
    /** How the setting begins that has the module system start a module. */
    static final String ENABLED = "<param name=\"enabled\">";

    /** All of a user directory; files that are no module are left out. */
    static List<AddedModule> in(Path userDirectory) throws IOException {
        List<AddedModule> modules = new ArrayList<>();
        Path folder = userDirectory.resolve("modules");
        if (!Files.isDirectory(folder)) {
            return modules;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path file : files) {
                of(file).ifPresent(modules::add);
            }
        }
        return modules;
    }

    private static Optional<AddedModule> of(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String codeName = main.getValue("OpenIDE-Module");
            return codeName == null
                    ? Optional.empty()
                    : Optional.of(new AddedModule(file, codeName.replaceFirst("/\\d+$", "")));
        } catch (IOException e) {
            // The module system tells of a file that it cannot read, and goes on.
            return Optional.empty();
        }
    }

    /** The first of the modules whose code a stack is in, from the top down. */
    static Optional<AddedModule> onStack(StackTraceElement[] stack, List<AddedModule> modules) {
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            if (name.startsWith("java.") || name.startsWith("org.ipsecworkbench.")) {
                continue;
            }
            for (AddedModule module : modules) {
                if (module.holds(name)) {
                    return Optional.of(module);
                }
            }
        }
        return Optional.empty();
    }

    private boolean holds(String className) {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getEntry(className.replace('.', '/') + ".class") != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes that the module system is not to load it at the next start; the plugin manager enables it again. */
    void disable(Path userDirectory) throws IOException {
        disable(userDirectory, codeName);
    }

    /** The same for a module whose file may be none. */
    static void disable(Path userDirectory, String codeName) throws IOException {
        write(userDirectory, codeName, "true", "false");
    }

    /** Writes that the module system is to load it at the next start. */
    void enable(Path userDirectory) throws IOException {
        write(userDirectory, codeName, "false", "true");
    }

    /**
     * Takes away a module that the module system does not know, since it was refused: its JAR and what is written of it. Files
     * that it brought beside are left, since others may use them.
     */
    void remove(Path userDirectory) throws IOException {
        String name = codeName.replace('.', '-') + ".xml";
        Files.deleteIfExists(userDirectory.resolve("config/Modules").resolve(name));
        Files.deleteIfExists(userDirectory.resolve("update_tracking").resolve(name));
        Files.deleteIfExists(file);
    }

    private static void write(Path userDirectory, String codeName, String before, String after) throws IOException {
        Path configuration = userDirectory.resolve("config/Modules/" + codeName.replace('.', '-') + ".xml");
        if (!Files.exists(configuration)) {
            return;
        }
        String text = Files.readString(configuration);
        Files.writeString(configuration, text.replace(ENABLED + before, ENABLED + after));
        // What the module system remembers of the files is older than this.
        Files.writeString(userDirectory.resolve(".lastModified"), "", StandardCharsets.US_ASCII);
    }
}
