package org.ipsecworkbench.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ipsecworkbench.extension.ExtensionFault;
import org.ipsecworkbench.extension.Extensions;
import org.ipsecworkbench.session.Place;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
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
    private static final RequestProcessor WORKER = new RequestProcessor("Opening files");

    private FileOpening() {}

    /** Opens files in the background, in their order. What cannot be opened is told in one message. */
    public static void open(Collection<Path> files) {
        List<Path> wanted = List.copyOf(files);
        WORKER.post(() -> {
            List<String> faults = new ArrayList<>();
            for (Path file : wanted) {
                String fault = openNow(file.toAbsolutePath().normalize(), Place.ALL, true);
                if (fault != null) {
                    faults.add(fault);
                }
            }
            tell(faults);
        });
    }

    /**
     * Opens a file at a place, in the background: one that another view shows already, or that is a part of something else, and so
     * is none of those that were opened last. What cannot be opened is told.
     */
    public static void open(Path file, Place place) {
        WORKER.post(() -> {
            String fault = openPart(file, place);
            tell(fault.isEmpty() ? List.of() : List.of(fault));
        });
    }

    /**
     * Does what {@link #open(Path, Place)} does at once. Not on the event thread.
     *
     * @return what went wrong in words; empty where it is opened
     */
    public static String openPart(Path file, Place place) {
        String fault = openNow(file.toAbsolutePath().normalize(), place, false);
        return fault == null ? "" : fault;
    }

    private static void tell(List<String> faults) {
        if (!faults.isEmpty()) {
            DialogDisplayer.getDefault()
                    .notifyLater(
                            new NotifyDescriptor.Message(String.join("\n", faults), NotifyDescriptor.ERROR_MESSAGE));
        }
    }

    /** The sample files of all openers. Reads the installation: not for the event thread. */
    public static List<Path> samples() {
        List<Path> samples = new ArrayList<>();
        for (FileOpener opener : Lookup.getDefault().lookupAll(FileOpener.class)) {
            Extensions.attempt(opener, Extensions.PATIENCE, opener::samples).ifPresent(samples::addAll);
        }
        return samples;
    }

    /** Opens one file; returns what went wrong in words, or null. */
    static @Nullable String openNow(Path file, Place place, boolean isRecent) {
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
        boolean isOpen = false;
        for (FileOpener opener : Lookup.getDefault().lookupAll(FileOpener.class)) {
            try {
                boolean isBeside = isOpen;
                boolean opens = Extensions.call(
                        opener, Extensions.PATIENCE, () -> isBeside ? opener.opensBeside(file) : opener.opens(file));
                if (opens) {
                    Extensions.<Boolean, IOException>call(opener, () -> {
                        if (place.equals(Place.ALL)) {
                            opener.open(file);
                        } else {
                            opener.open(file, place);
                        }
                        return true;
                    });
                    isOpen = true;
                }
            } catch (IOException e) {
                return Bundle.MSG_Failed(file, String.valueOf(e.getLocalizedMessage()));
            } catch (ExtensionFault e) {
                Extensions.log(e);
            }
        }
        if (isOpen && isRecent) {
            RecentFiles.add(file);
        }
        return isOpen ? null : Bundle.MSG_NoOpener(file);
    }
}
