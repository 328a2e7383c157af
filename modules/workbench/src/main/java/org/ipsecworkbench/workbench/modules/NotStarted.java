package org.ipsecworkbench.workbench.modules;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipsecworkbench.extension.trust.Judgement;
import org.ipsecworkbench.extension.trust.ModuleTrust;
import org.jspecify.annotations.Nullable;
import org.openide.modules.Dependency;
import org.openide.modules.ModuleInfo;
import org.openide.modules.SpecificationVersion;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;

/**
 * Finds the added modules that were to start and did not, disables them, and says why in words. The platform would ask before
 * there is a window, below the splash screen, and end the workbench unless told otherwise.
 */
@Messages({
    "# {0} - name of a module",
    "MSG_Hung={0}: kept the workbench from starting.",
    "# {0} - name of a module",
    "MSG_HungWindows={0}: kept windows from answering until the workbench was ended.",
    "# {0} - name of a module",
    "# {1} - names of modules",
    "MSG_Needs={0}: needs {1}, which is not there or is of another version.",
    "# {0} - name of a module",
    "MSG_Damaged={0}: its file is damaged, or is no module.",
    "# {0} - name of a module",
    "# {1} - why",
    "MSG_Refused={0}: {1}.",
    "# {0} - name of a module",
    "MSG_Unknown={0}: the module system refused it. The log says why."
})
final class NotStarted {
    /** What a module kept from going on. */
    enum Hang {
        START,
        WINDOWS
    }

    private static final String SUFFIX = ".xml";

    private final Path user;
    private final Set<String> wanted;

    /** Begins with the modules that are to start. Created before the module system writes which of them cannot. */
    NotStarted(Path user) throws IOException {
        this.user = user;
        this.wanted = wanted(user);
    }

    private static Set<String> wanted(Path user) throws IOException {
        Set<String> wanted = new TreeSet<>();
        Path folder = user.resolve("config/Modules");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path file : files) {
                    if (Files.readString(file).contains(AddedModule.ENABLED + "true")) {
                        wanted.add(file.getFileName()
                                .toString()
                                .replace(SUFFIX, "")
                                .replace('-', '.'));
                    }
                }
            }
        }
        return wanted;
    }

    private Path note() {
        return user.resolve("var/hung-module");
    }

    /** Notes for the next start that a module hung, and which ones were to start with it. */
    void note(Hang hang, AddedModule module) throws IOException {
        List<String> lines = new ArrayList<>(List.of(hang.name(), module.codeName()));
        lines.addAll(hang == Hang.START ? wanted : Set.of());
        Files.createDirectories(user.resolve("var"));
        Files.write(note(), lines);
    }

    /** Takes the note back: the module went on. */
    void forget() throws IOException {
        Files.deleteIfExists(note());
    }

    /** One sentence for each of them; they are disabled by then. Reads files: not for the event thread. */
    List<String> tell() throws IOException {
        List<String> told = new ArrayList<>();
        Set<String> names = new TreeSet<>(wanted);
        if (Files.exists(note())) {
            List<String> lines = Files.readAllLines(note());
            Files.delete(note());
            String hung = lines.get(1);
            told.add(lines.get(0).equals(Hang.WINDOWS.name()) ? Bundle.MSG_HungWindows(hung) : Bundle.MSG_Hung(hung));
            names.addAll(lines.subList(2, lines.size()));
            names.remove(hung);
        }
        Map<String, ModuleInfo> known = new TreeMap<>();
        Lookup.getDefault().lookupAll(ModuleInfo.class).forEach(module -> known.put(module.getCodeNameBase(), module));
        for (String codeName : names) {
            ModuleInfo module = known.get(codeName);
            if (module == null || !module.isEnabled()) {
                told.add(why(codeName, module, known));
                AddedModule.disable(user, codeName);
            }
        }
        return told;
    }

    private String why(String codeName, @Nullable ModuleInfo module, Map<String, ModuleInfo> known) throws IOException {
        if (module == null) {
            return whyNone(codeName);
        }
        List<String> missing = new ArrayList<>();
        for (Dependency dependency : module.getDependencies()) {
            String name = dependency.getName().replaceFirst("/.*$", "");
            if (dependency.getType() == Dependency.TYPE_MODULE && isMissing(dependency, known.get(name))) {
                missing.add(name + (dependency.getVersion() == null ? "" : " " + dependency.getVersion()));
            }
        }
        return missing.isEmpty()
                ? Bundle.MSG_Unknown(module.getDisplayName())
                : Bundle.MSG_Needs(module.getDisplayName(), String.join(", ", missing));
    }

    private String whyNone(String codeName) throws IOException {
        for (AddedModule module : AddedModule.in(user)) {
            Judgement judgement = ModuleTrust.in(user).judge(module.file());
            if (module.codeName().equals(codeName) && !judgement.runs()) {
                return Bundle.MSG_Refused(codeName, judgement.remark());
            }
        }
        return Bundle.MSG_Damaged(codeName);
    }

    private static boolean isMissing(Dependency dependency, @Nullable ModuleInfo module) {
        if (module == null) {
            return true;
        }
        return dependency.getComparison() == Dependency.COMPARE_SPEC
                && module.getSpecificationVersion() != null
                && dependency.getVersion() != null
                && module.getSpecificationVersion().compareTo(new SpecificationVersion(dependency.getVersion())) < 0;
    }
}
