package org.ipsecworkbench.extension.trust;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.netbeans.Events;
import org.netbeans.Module;
import org.netbeans.ModuleFactory;
import org.netbeans.ModuleManager;

/**
 * Creates modules for the module system, and none that the user does not let run, however it came: at the start, when it is
 * installed, and when it is loaded for a test. Modules of the installation itself are not asked.
 */
public final class ModuleGuard extends ModuleFactory {
    private static final Logger LOG = Logger.getLogger(ModuleGuard.class.getName());

    @Override
    public Module create(
            File jar,
            Object history,
            boolean reloadable,
            boolean autoload,
            boolean eager,
            ModuleManager manager,
            Events events)
            throws IOException {
        Path file = jar.toPath().toAbsolutePath().normalize();
        if (!isInstalled(file)) {
            String user = System.getProperty("netbeans.user", "memory");
            Judgement judgement = ModuleTrust.in(Path.of(user)).judge(file);
            if (judgement.warns()) {
                String name = file.getFileName().toString().replaceFirst("\\.jar$", "");
                // Whoever tells the user takes the parameters: the name, whether it runs, the remark.
                LOG.log(
                        Level.WARNING,
                        judgement.runs() ? "The module {0} runs with a warning: {2}" : "The module {0} is refused: {2}",
                        new Object[] {name, judgement.runs(), judgement.remark()});
            }
            if (!judgement.runs()) {
                throw new IOException(file + " is refused: " + judgement.remark());
            }
        }
        return super.create(jar, history, reloadable, autoload, eager, manager, events);
    }

    private static boolean isInstalled(Path file) {
        return Stream.concat(
                        Stream.of(System.getProperty("netbeans.home", "")),
                        Stream.of(System.getProperty("netbeans.dirs", "").split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder ->
                        file.startsWith(Path.of(folder).toAbsolutePath().normalize()));
    }
}
