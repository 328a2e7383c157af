package org.ipsecworkbench.ikelogbrowser.detail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
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

/** Asks for a file and writes a ladder there: as SVG, PNG or text, by the ending of its name. */
@Messages({
    "CTL_ExportTitle=Export Ladder",
    "CTL_Svg=Vector graphics (svg)",
    "CTL_Png=Image (png)",
    "CTL_Text=Text (txt)",
    "# {0} - file",
    "MSG_Exported=Written: {0}",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotExported={0} cannot be written: {1}",
    "# {0} - file",
    "MSG_Overwrite={0} exists. Overwrite it?"
})
final class LadderExport {
    private static final Set<String> ENDINGS = Set.of("svg", "png", "txt");
    private static final RequestProcessor WORKER = new RequestProcessor("Exporting a ladder");

    private LadderExport() {}

    static void ask(Negotiation negotiation) {
        FileNameExtensionFilter svg = new FileNameExtensionFilter(Bundle.CTL_Svg(), "svg");
        JFileChooser chooser = new FileChooserBuilder(LadderExport.class)
                .setTitle(Bundle.CTL_ExportTitle())
                .setFilesOnly(true)
                .setAcceptAllFileFilterUsed(false)
                .addFileFilter(new FileNameExtensionFilter(Bundle.CTL_Png(), "png"))
                .addFileFilter(new FileNameExtensionFilter(Bundle.CTL_Text(), "txt"))
                .setFileFilter(svg)
                .createFileChooser();
        if (chooser.showSaveDialog(null) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        FileNameExtensionFilter kind = chooser.getFileFilter() instanceof FileNameExtensionFilter one ? one : svg;
        Path file = named(chooser.getSelectedFile(), kind.getExtensions()[0]);
        LadderPicture picture = new LadderPicture(negotiation, title(negotiation), Palette.font());
        String text = NegotiationText.of(negotiation);
        WORKER.post(() -> write(picture, text, file));
    }

    /** The name that was chosen, or with the ending of the chosen kind where it has none of the kinds. */
    static Path named(File chosen, String ending) {
        return ENDINGS.contains(ending(chosen.getName()))
                ? chosen.toPath()
                : chosen.toPath().resolveSibling(chosen.getName() + "." + ending);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String title(Negotiation negotiation) {
        return Words.headline(negotiation) + "  ·  " + Words.exchange(negotiation);
    }

    private static void write(LadderPicture picture, String text, Path file) {
        if (Files.exists(file)) {
            NotifyDescriptor ask = new NotifyDescriptor.Confirmation(
                    Bundle.MSG_Overwrite(file), Bundle.CTL_ExportTitle(), NotifyDescriptor.OK_CANCEL_OPTION);
            if (DialogDisplayer.getDefault().notify(ask) != NotifyDescriptor.OK_OPTION) {
                return;
            }
        }
        try {
            writeNow(picture, text, file);
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Exported(file));
        } catch (IOException e) {
            DialogDisplayer.getDefault()
                    .notifyLater(new NotifyDescriptor.Message(
                            Bundle.MSG_NotExported(file, String.valueOf(e.getLocalizedMessage())),
                            NotifyDescriptor.ERROR_MESSAGE));
        }
    }

    static void writeNow(LadderPicture picture, String text, Path file) throws IOException {
        switch (ending(file.toString())) {
            case "png" -> ImageIO.write(picture.image(), "png", file.toFile());
            case "txt" -> Files.writeString(file, text);
            default -> Files.writeString(file, picture.svg());
        }
    }
}
