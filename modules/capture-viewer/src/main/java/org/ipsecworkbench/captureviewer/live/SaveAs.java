package org.ipsecworkbench.captureviewer.live;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Copies a capture to where the user wants it. */
@Messages({
    "TIT_SaveAs=Save the Capture As",
    "# {0} - file",
    "MSG_Overwrite={0} is there already. Overwrite it?",
    "TIT_Overwrite=Overwrite?",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotSaved={0} cannot be written: {1}"
})
final class SaveAs {
    private static final RequestProcessor WORKER = new RequestProcessor("Saving captures");

    private SaveAs() {}

    /** Asks where to, and copies in the background. */
    static void ask(Path capture) {
        File chosen = new FileChooserBuilder(SaveAs.class)
                .setTitle(Bundle.TIT_SaveAs())
                .setFilesOnly(true)
                .showSaveDialog();
        if (chosen != null) {
            WORKER.post(() -> copy(capture, chosen.toPath()));
        }
    }

    private static void copy(Path capture, Path to) {
        if (!mayWrite(to)) {
            return;
        }
        try {
            Files.copy(capture, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            DialogDisplayer.getDefault()
                    .notifyLater(new NotifyDescriptor.Message(
                            Bundle.MSG_NotSaved(to, String.valueOf(e.getLocalizedMessage())),
                            NotifyDescriptor.ERROR_MESSAGE));
        }
    }

    /** Asks the user where the file is there already; not for the event thread. */
    static boolean mayWrite(Path file) {
        return !Files.exists(file)
                || DialogDisplayer.getDefault()
                                .notify(new NotifyDescriptor.Confirmation(
                                        Bundle.MSG_Overwrite(file),
                                        Bundle.TIT_Overwrite(),
                                        NotifyDescriptor.YES_NO_OPTION))
                        == NotifyDescriptor.YES_OPTION;
    }
}
