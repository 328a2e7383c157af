package org.ipsecworkbench.workbench.welcome;

import java.awt.Cursor;
import java.awt.Insets;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JButton;
import javax.swing.SwingConstants;
import org.ipsecworkbench.workbench.FileOpening;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.ipsecworkbench.workbench.open.OpenCaptureAction;
import org.openide.util.ImageUtilities;

/** A recent file: its name, and its folder below. */
final class RecentLink extends JButton {
    private static final long serialVersionUID = 1;

    private final transient Path file;

    RecentLink(Path file) {
        this.file = file;
        setIcon(ImageUtilities.loadImageIcon(OpenCaptureAction.ICON, false));
        setIconTextGap(10);
        setHorizontalAlignment(SwingConstants.LEADING);
        setMargin(new Insets(3, 4, 3, 4));
        setBorderPainted(false);
        setContentAreaFilled(false);
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        setToolTipText(file.toString());
        getAccessibleContext().setAccessibleName("Open " + file);
        setAlignmentX(LEFT_ALIGNMENT);
        addActionListener(e -> FileOpening.open(List.of(file)));
        updateUI();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (file != null) {
            setText("<html><font color='" + hex(Palette.text(Tone.ENCRYPTED).getRGB()) + "'>"
                    + Formats.html(Formats.abbreviate(String.valueOf(file.getFileName()), 44))
                    + "</font><br><font color='" + hex(Palette.muted().getRGB()) + "' size='-1'>"
                    + Formats.html(Formats.abbreviate(String.valueOf(file.getParent()), 52)) + "</font>");
        }
    }

    private static String hex(int rgb) {
        return String.format("#%06x", rgb & 0xFFFFFF);
    }
}
