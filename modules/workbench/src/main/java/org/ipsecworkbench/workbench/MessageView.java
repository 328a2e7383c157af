package org.ipsecworkbench.workbench;

import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.openide.awt.Actions;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** What stands in a window instead of its content: why there is none, and what can be done. */
@Messages("CTL_OpenAnother=&Open another file…")
public final class MessageView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 560;

    private final JLabel icon = new JLabel();
    private final JLabel headline = new JLabel();
    private final WrappedText text = new WrappedText(false);
    private final JButton another = new JButton();

    /** Says nothing yet. */
    public MessageView() {
        super(new GridBagLayout());
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.insets = new Insets(0, 0, 14, 0);
        add(icon, at);
        add(headline, at);
        text.wrapAt(WIDTH);
        add(text, at);
        at.insets = new Insets(6, 0, 60, 0);
        add(another, at);
        headline.setName("headline");
        text.setName("message");
        Mnemonics.setLocalizedText(another, Bundle.CTL_OpenAnother());
        another.addActionListener(e -> Actions.forID("File", "org.ipsecworkbench.workbench.open.OpenCaptureAction")
                .actionPerformed(e));
        updateUI();
    }

    /**
     * Says why there is no content.
     *
     * @param mark its icon
     * @param words the headline
     * @param details the rest; may be empty
     * @param offersAnother whether its button opens another file
     */
    public void show(Mark mark, String words, String details, boolean offersAnother) {
        icon.setIcon(mark.icon(56));
        headline.setText(words);
        text.setText(details);
        text.setVisible(!details.isEmpty());
        another.setVisible(offersAnother);
        getAccessibleContext().setAccessibleName(words);
        getAccessibleContext().setAccessibleDescription(details);
    }

    /** Moves the focus to its button; false where it has none. */
    public boolean focusFirst() {
        return another.isVisible() && another.requestFocusInWindow();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (headline != null) {
            headline.setFont(Palette.font().deriveFont(Font.BOLD, Palette.font().getSize2D() * 1.4f));
        }
    }
}
