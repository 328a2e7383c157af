package org.ipsecworkbench.workbench.welcome;

import javax.swing.JLabel;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;

/** Words that matter less. */
final class Hint extends JLabel {
    private static final long serialVersionUID = 1;

    Hint(String words) {
        super(words);
    }

    /** Wrapped to a width in pixels. */
    Hint(String words, int width) {
        super("<html><body style='width: " + width + "px'>" + Formats.html(words));
        getAccessibleContext().setAccessibleName(words);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setForeground(Palette.muted());
    }
}
