package org.ipsecworkbench.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.modules.ModuleInfo;
import org.openide.modules.Modules;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Finds the {@link FileOpener} of a file. A faulty one is named and passed over. Safe for every thread. */
@Messages({
    "# {0} - file",
    "MSG_Missing=There is no file {0}.",
    "# {0} - file",
    "MSG_Folder={0} is a folder. Open the files in it.",
    "# {0} - file",
    "MSG_Unreadable=You may not read {0}.",
    "# {0} - file",
    "MSG_NoOpener=No installed module opens {0}.",
    "# {0} - file",
    "# {1} - reason",
    "MSG_Failed={0} cannot be opened: {1}"
})
public final class FileOpening {
    private static final Logger LOG = Logger.getLogger(FileOpening.class.getName());
    private static final RequestProcessor WORKER = new RequestProcessor("Opening files");

    private FileOpening() {}

    /** Opens files in the background, in their order. What cannot be opened is told in one message. */
    public static void open(Collection<Path> files) {
        List<Path> wanted = List.copyOf(files);
        WORKER.post(() -> {
            List<String> faults = new ArrayList<>();
            for (Path file : wanted) {
                String fault = openNow(file.toAbsolutePath().normalize());
                if (fault != null) {
                    faults.add(fault);
                }
            }
            if (!faults.isEmpty()) {
                DialogDisplayer.getDefault()
                        .notifyLater(new NotifyDescriptor.Message(
                                String.join("\n", faults), NotifyDescriptor.ERROR_MESSAGE));
            }
        });
    }

    /** The sample files of all openers. Reads the installation: not for the event thread. */
    public static List<Path> samples() {
        List<Path> samples = new ArrayList<>();
        for (FileOpener opener : Lookup.getDefault().lookupAll(FileOpener.class)) {
            try {
                samples.addAll(opener.samples());
            } catch (RuntimeException | LinkageError e) {
                fault(opener, e);
            }
        }
        return samples;
    }

    /** Opens one file; returns what went wrong in words, or null. */
    static @Nullable String openNow(Path file) {
        if (!Files.exists(file)) {
            RecentFiles.remove(file);
            return Bundle.MSG_Missing(file);
        }
        if (Files.isDirectory(file)) {
            return Bundle.MSG_Folder(file);
        }
        if (!Files.isReadable(file)) {
            return Bundle.MSG_Unreadable(file);
        }
        for (FileOpener opener : Lookup.getDefault().lookupAll(FileOpener.class)) {
            try {
                if (opener.opens(file)) {
                    opener.open(file);
                    RecentFiles.add(file);
                    return null;
                }
            } catch (IOException e) {
                return Bundle.MSG_Failed(file, String.valueOf(e.getLocalizedMessage()));
            } catch (RuntimeException | LinkageError e) {
                fault(opener, e);
            }
        }
        return Bundle.MSG_NoOpener(file);
    }

    private static void fault(FileOpener opener, Throwable fault) {
        ModuleInfo module = Modules.getDefault().ownerOf(opener.getClass());
        String owner = module == null ? "an unknown module" : module.getDisplayName();
        LOG.log(Level.WARNING, opener.getClass().getName() + " of " + owner + " failed and is passed over", fault);
    }
}
