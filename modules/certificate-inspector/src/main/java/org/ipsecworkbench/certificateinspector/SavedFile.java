package org.ipsecworkbench.certificateinspector;

import java.awt.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Files that are written on demand: asked for, never over another one without consent, written in the background. */
@Messages({
    "# {0} - file",
    "MSG_Replace={0} exists. Replace it?",
    "# {0} - file",
    "MSG_Written=Written: {0}",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotWritten={0} cannot be written: {1}"
})
final class SavedFile {
    private static final RequestProcessor WRITER = new RequestProcessor("Writing certificates");

    /** Writes content. */
    interface Content {
        void write(Path file) throws IOException;
    }

    private SavedFile() {}

    /** Asks for the file; empty where there is none, or another one would be lost. */
    static Optional<Path> ask(JFileChooser chooser, Component parent) {
        if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        return Optional.of(chooser.getSelectedFile().toPath());
    }

    /** Writes it in the background, after asking where it exists; what fails is told. */
    static void write(Path file, Content content) {
        WRITER.post(() -> {
            if (Files.exists(file) && !isReplaced(file)) {
                return;
            }
            try {
                content.write(file);
                StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Written(file));
            } catch (IOException e) {
                String why = Bundle.MSG_NotWritten(file, String.valueOf(e.getLocalizedMessage()));
                DialogDisplayer.getDefault()
                        .notifyLater(new NotifyDescriptor.Message(why, NotifyDescriptor.ERROR_MESSAGE));
            }
        });
    }

    private static boolean isReplaced(Path file) {
        NotifyDescriptor ask =
                new NotifyDescriptor.Confirmation(Bundle.MSG_Replace(file), NotifyDescriptor.YES_NO_OPTION);
        return NotifyDescriptor.YES_OPTION.equals(DialogDisplayer.getDefault().notify(ask));
    }
}
