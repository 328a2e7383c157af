package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ipsecworkbench.extension.trust.Judgement;
import org.ipsecworkbench.extension.trust.ModuleTrust;

/** The modules that the user added to the workbench, of which the command line has what the workbench has. */
final class AddedModules {
    private AddedModules() {}

    /**
     * Has lookups find the services of all that may run, from now on; what may not is told. Nothing happens where no modules
     * were added.
     *
     * @param userDirectory where the plugin manager puts modules
     */
    static void load(Path userDirectory, PrintStream told) throws IOException {
        Path folder = userDirectory.resolve("modules");
        if (!Files.isDirectory(folder)) {
            return;
        }
        ModuleTrust trust = ModuleTrust.in(userDirectory);
        List<URL> run = new ArrayList<>();
        for (Path jar : jars(folder)) {
            Judgement judgement = trust.judge(jar);
            if (judgement.runs()) {
                run.add(jar.toUri().toURL());
            } else {
                told.println("ipsecwb: the module " + jar.getFileName() + " is refused: " + judgement.remark());
            }
        }
        if (!run.isEmpty()) {
            // Open as long as the process: services are loaded whenever they are looked for.
            Thread.currentThread()
                    .setContextClassLoader(
                            new URLClassLoader(run.toArray(URL[]::new), AddedModules.class.getClassLoader()));
        }
    }

    private static Set<Path> jars(Path folder) throws IOException {
        Set<Path> jars = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        }
        return jars;
    }
}
