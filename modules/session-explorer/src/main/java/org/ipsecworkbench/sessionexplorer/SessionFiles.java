package org.ipsecworkbench.sessionexplorer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.ipsecworkbench.session.Session;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.WindowManager;

/** Asks for files of sessions. On the event dispatch thread. */
@Messages({
    "TIT_OpenSession=Open Session",
    "TIT_SaveSession=Save Session As",
    "TIT_AddEvidence=Add Evidence",
    "LBL_Sessions=Sessions (.ipsecwb) and collector archives (.zip)",
    "LBL_SavedSession=Session (.ipsecwb)",
    "# {0} - file",
    "MSG_Overwrite={0} exists. Overwrite it?"
})
final class SessionFiles {
    private static final String EXTENSION = Session.SUFFIX.substring(1);

    private SessionFiles() {}

    /** Sessions to open; none where the user gave up. */
    static List<Path> toOpen() {
        return paths(new FileChooserBuilder(SessionFiles.class)
                .setTitle(Bundle.TIT_OpenSession())
                .setFilesOnly(true)
                .setFileFilter(new FileNameExtensionFilter(Bundle.LBL_Sessions(), EXTENSION, "zip"))
                .showMultiOpenDialog());
    }

    /** A session to compare with; none where the user gave up. */
    static List<Path> toCompare() {
        File chosen = new FileChooserBuilder(SessionFiles.class)
                .setTitle(Bundle.TIT_CompareSession())
                .setFilesOnly(true)
                .setFileFilter(new FileNameExtensionFilter(Bundle.LBL_Sessions(), EXTENSION, "zip"))
                .showOpenDialog();
        return chosen == null ? List.of() : List.of(chosen.toPath());
    }

    /** Evidence to add; none where the user gave up. */
    static List<Path> toAdd() {
        return paths(new FileChooserBuilder(SessionFiles.class.getName() + ".evidence")
                .setTitle(Bundle.TIT_AddEvidence())
                .setFilesOnly(true)
                .showMultiOpenDialog());
    }

    private static List<Path> paths(File[] chosen) {
        return chosen == null
                ? List.of()
                : Arrays.stream(chosen).map(File::toPath).toList();
    }

    /** Where to save a session; empty where the user gave up. */
    static Optional<Path> toSave(OpenedSession session) {
        JFileChooser chooser = new FileChooserBuilder(SessionFiles.class)
                .setTitle(Bundle.TIT_SaveSession())
                .setFilesOnly(true)
                .setFileFilter(new FileNameExtensionFilter(Bundle.LBL_SavedSession(), EXTENSION))
                .createFileChooser();
        session.state().file().ifPresent(file -> chooser.setSelectedFile(file.toFile()));
        if (chooser.showSaveDialog(WindowManager.getDefault().getMainWindow()) != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        Path chosen = chooser.getSelectedFile().toPath().toAbsolutePath().normalize();
        String name = String.valueOf(chosen.getFileName());
        Path file = name.toLowerCase(Locale.ROOT).endsWith(Session.SUFFIX)
                ? chosen
                : chosen.resolveSibling(name + Session.SUFFIX);
        boolean isOwn = session.state().file().filter(file::equals).isPresent();
        return isOwn || !Files.exists(file) || mayOverwrite(file) ? Optional.of(file) : Optional.empty();
    }

    private static boolean mayOverwrite(Path file) {
        NotifyDescriptor question =
                new NotifyDescriptor.Confirmation(Bundle.MSG_Overwrite(file), NotifyDescriptor.YES_NO_OPTION);
        return DialogDisplayer.getDefault().notify(question) == NotifyDescriptor.YES_OPTION;
    }
}
