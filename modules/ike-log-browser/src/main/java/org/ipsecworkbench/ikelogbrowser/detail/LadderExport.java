package org.ipsecworkbench.ikelogbrowser.detail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.ladder.LadderPicture;
import org.ipsecworkbench.workbench.Palette;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.StatusDisplayer;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Asks for a file and writes a ladder there, as SVG or, where its name ends so, as PNG. */
@Messages({
    "CTL_ExportTitle=Export Ladder",
    "CTL_Svg=Vector graphics (svg)",
    "CTL_Png=Image (png)",
    "# {0} - file",
    "MSG_Exported=Written: {0}",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotExported={0} cannot be written: {1}",
    "# {0} - file",
    "MSG_Overwrite={0} exists. Overwrite it?"
})
final class LadderExport {
    private static final RequestProcessor WORKER = new RequestProcessor("Exporting a ladder");

    private LadderExport() {}

    static void ask(Negotiation negotiation) {
        FileNameExtensionFilter png = new FileNameExtensionFilter(Bundle.CTL_Png(), "png");
        JFileChooser chooser = new FileChooserBuilder(LadderExport.class)
                .setTitle(Bundle.CTL_ExportTitle())
                .setFilesOnly(true)
                .setAcceptAllFileFilterUsed(false)
                .addFileFilter(png)
                .setFileFilter(new FileNameExtensionFilter(Bundle.CTL_Svg(), "svg"))
                .createFileChooser();
        if (chooser.showSaveDialog(null) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        Path file = named(chooser.getSelectedFile(), chooser.getFileFilter() == png ? ".png" : ".svg");
        LadderPicture picture = new LadderPicture(negotiation, title(negotiation), Palette.font());
        WORKER.post(() -> write(picture, file));
    }

    /** The name that was chosen, or with the ending of the chosen kind where it has neither. */
    static Path named(File chosen, String ending) {
        String name = chosen.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".svg") || name.endsWith(".png")
                ? chosen.toPath()
                : chosen.toPath().resolveSibling(chosen.getName() + ending);
    }

    private static String title(Negotiation negotiation) {
        return Words.headline(negotiation) + "  ·  " + Words.exchange(negotiation);
    }

    private static void write(LadderPicture picture, Path file) {
        if (Files.exists(file)) {
            NotifyDescriptor ask = new NotifyDescriptor.Confirmation(
                    Bundle.MSG_Overwrite(file), Bundle.CTL_ExportTitle(), NotifyDescriptor.OK_CANCEL_OPTION);
            if (DialogDisplayer.getDefault().notify(ask) != NotifyDescriptor.OK_OPTION) {
                return;
            }
        }
        try {
            writeNow(picture, file);
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Exported(file));
        } catch (IOException e) {
            DialogDisplayer.getDefault()
                    .notifyLater(new NotifyDescriptor.Message(
                            Bundle.MSG_NotExported(file, String.valueOf(e.getLocalizedMessage())),
                            NotifyDescriptor.ERROR_MESSAGE));
        }
    }

    static void writeNow(LadderPicture picture, Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            ImageIO.write(picture.image(), "png", file.toFile());
        } else {
            Files.writeString(file, picture.svg());
        }
    }
}
