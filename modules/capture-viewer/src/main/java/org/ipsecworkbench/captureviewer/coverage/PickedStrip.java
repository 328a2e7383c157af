package org.ipsecworkbench.captureviewer.coverage;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.workbench.Palette;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Says which packets the charts filter the packet list to. Invisible where they do not. */
@Messages({
    "# {0} - what was picked",
    "LBL_Picked=The packet list is filtered to {0}",
    "CTL_GoToPackets=&Go to Them",
    "CTL_Unpick=Show &All Again"
})
final class PickedStrip extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel words = new JLabel();

    PickedStrip(Runnable goes, Runnable unpicks) {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(3, 12, 3, 8));
        words.setName("picked");
        words.setMinimumSize(new Dimension(0, 0));
        add(words, BorderLayout.CENTER);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 0));
        buttons.setOpaque(false);
        button(buttons, "goToPicked", Bundle.CTL_GoToPackets(), goes);
        button(buttons, "unpick", Bundle.CTL_Unpick(), unpicks);
        add(buttons, BorderLayout.EAST);
        setVisible(false);
    }

    private static void button(JPanel into, String name, String text, Runnable does) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text);
        button.setName(name);
        button.addActionListener(e -> does.run());
        into.add(button);
    }

    void show(ChartFilter picked) {
        setVisible(!picked.isNone());
        words.setText(Bundle.LBL_Picked(picked.words()));
        words.setToolTipText(words.getText());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.background());
    }
}
