package org.ipsecworkbench.workbench.welcome;

import java.awt.Font;
import javax.swing.Icon;
import javax.swing.JLabel;
import org.ipsecworkbench.workbench.Palette;

/** Bold words. */
final class Heading extends JLabel {
    private static final long serialVersionUID = 1;

    private final float factor;

    Heading(String words, float factor) {
        super(words);
        this.factor = factor;
        updateUI();
    }

    Heading(String words, float factor, Icon icon) {
        this(words, factor);
        setIcon(icon);
        setIconTextGap(8);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFont(Palette.font().deriveFont(Font.BOLD, Palette.font().getSize2D() * Math.max(factor, 1)));
    }
}
