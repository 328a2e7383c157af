package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileFilter;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Redacted;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.Mnemonics;
import org.openide.awt.StatusDisplayer;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Asks for a file and writes the report of a diagnosis there, in one of the forms that are installed. */
@Messages({
    "TIT_SaveReport=Save Report",
    "CTL_Redact=&Hide names and addresses",
    "# {0} - form",
    "# {1} - ending",
    "LBL_Form={0} (.{1})",
    "# {0} - file",
    "MSG_Saved=Written: {0}",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotSaved={0} cannot be written: {1}",
    "# {0} - file",
    "MSG_Overwrite={0} exists. Overwrite it?"
})
final class ReportDialog {
    private static final RequestProcessor WORK = new RequestProcessor(ReportDialog.class);

    private ReportDialog() {}

    /** On the event dispatch thread. */
    static void ask(Diagnosis diagnosis, Instant made) {
        List<ReportFormat> formats = ReportFormat.installed();
        Map<FileFilter, ReportFormat> byFilter = new LinkedHashMap<>();
        for (ReportFormat format : formats) {
            byFilter.put(
                    new FileNameExtensionFilter(
                            Bundle.LBL_Form(format.label(), format.extension()), format.extension()),
                    format);
        }
        FileChooserBuilder builder = new FileChooserBuilder(ReportDialog.class)
                .setTitle(Bundle.TIT_SaveReport())
                .setFilesOnly(true)
                .setAcceptAllFileFilterUsed(false);
        byFilter.keySet().forEach(builder::addFileFilter);
        JFileChooser chooser = builder.createFileChooser();
        JCheckBox redacts = new JCheckBox();
        Mnemonics.setLocalizedText(redacts, Bundle.CTL_Redact());
        redacts.setName("redact");
        JPanel side = new JPanel(new BorderLayout());
        side.setBorder(BorderFactory.createEmptyBorder(0, 10, 0, 0));
        side.add(redacts, BorderLayout.NORTH);
        chooser.setAccessory(side);
        chooser.setFileFilter(byFilter.keySet().iterator().next());
        if (chooser.showSaveDialog(null) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        ReportFormat format = byFilter.getOrDefault(chooser.getFileFilter(), formats.get(0));
        Path chosen = chooser.getSelectedFile().toPath();
        String name = String.valueOf(chosen.getFileName());
        Path file = name.toLowerCase(Locale.ROOT).endsWith("." + format.extension())
                ? chosen
                : chosen.resolveSibling(name + "." + format.extension());
        if (!Files.exists(file) || mayOverwrite(file)) {
            boolean isRedacted = redacts.isSelected();
            WORK.post(() -> write(isRedacted ? Redacted.of(diagnosis) : diagnosis, made, format, file));
        }
    }

    private static boolean mayOverwrite(Path file) {
        NotifyDescriptor question =
                new NotifyDescriptor.Confirmation(Bundle.MSG_Overwrite(file), NotifyDescriptor.YES_NO_OPTION);
        return DialogDisplayer.getDefault().notify(question) == NotifyDescriptor.YES_OPTION;
    }

    /** Whole or not at all: a report of the same name stays as it was until the new one is complete. */
    private static void write(Diagnosis diagnosis, Instant made, ReportFormat format, Path file) {
        try {
            Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "report", ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                    format.write(diagnosis, made, out);
                }
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            SwingUtilities.invokeLater(() -> StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Saved(file)));
        } catch (IOException e) {
            NotifyDescriptor failure =
                    new NotifyDescriptor.Message(Bundle.MSG_NotSaved(file, e), NotifyDescriptor.ERROR_MESSAGE);
            SwingUtilities.invokeLater(() -> DialogDisplayer.getDefault().notify(failure));
        }
    }
}
