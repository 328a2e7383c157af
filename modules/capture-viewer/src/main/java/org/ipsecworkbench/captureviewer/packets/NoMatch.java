package org.ipsecworkbench.captureviewer.packets;

import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;

/** What stands in place of the table where no packet passes the filter. */
@Messages({
    "LBL_NoMatch=No packet passes this filter",
    "MSG_NoMatch=Change the filter, or press Escape in its field to list all packets again."
})
final class NoMatch extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 520;

    private final JLabel headline = new JLabel(Bundle.LBL_NoMatch());

    NoMatch() {
        super(new GridBagLayout());
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.insets = new Insets(4, 0, 4, 0);
        headline.setName("noMatch");
        headline.setIcon(Mark.NOT_COUNTED.icon(24));
        headline.setIconTextGap(10);
        add(headline, at);
        WrappedText hint = new WrappedText(true);
        hint.wrapAt(WIDTH);
        hint.setText(Bundle.MSG_NoMatch());
        add(hint, at);
        updateUI();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.content());
        if (headline != null) {
            headline.setFont(Palette.font().deriveFont(Font.BOLD, Palette.font().getSize2D() * 1.2f));
        }
    }
}
