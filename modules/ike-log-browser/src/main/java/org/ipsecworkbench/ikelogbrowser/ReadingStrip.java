package org.ipsecworkbench.ikelogbrowser;

import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** How far the reading is, with the button that ends it; after that, that only a part was read. Else invisible. */
@Messages({
    "CTL_Cancel=Cance&l",
    "LBL_Scanning=Looking for messages of IKE…",
    "LBL_Dissecting=Reading the messages of IKE…",
    "# {0} - packets",
    "LBL_Partial=Reading was cancelled. Everything here is about the first {0} packets only.",
    "ACN_Progress=Progress of reading the negotiations"
})
final class ReadingStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int UNITS = 1000;

    private final JLabel words = new JLabel(Bundle.LBL_Scanning());
    private final JProgressBar bar = new JProgressBar(0, UNITS);
    private final JButton cancel = new JButton();
    private boolean partial;

    ReadingStrip(Runnable onCancel) {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        Mnemonics.setLocalizedText(cancel, Bundle.CTL_Cancel());
        cancel.setName("cancelReading");
        cancel.addActionListener(e -> onCancel.run());
        bar.setIndeterminate(true);
        bar.getAccessibleContext().setAccessibleName(Bundle.ACN_Progress());
        words.setName("reading");
        words.setIconTextGap(8);
        add(words, BorderLayout.WEST);
        add(bar, BorderLayout.CENTER);
        add(cancel, BorderLayout.EAST);
    }

    void show(Reading reading) {
        partial = reading instanceof Reading.Ended last && last.cancelled();
        if (reading instanceof Reading.Running now) {
            bar.setIndeterminate(now.total() <= 0);
            bar.setValue(now.total() <= 0 ? 0 : (int) (now.done() * (double) UNITS / now.total()));
            words.setText(now.scanning() ? Bundle.LBL_Scanning() : Bundle.LBL_Dissecting());
        } else if (reading instanceof Reading.Ended last && partial) {
            words.setText(Bundle.LBL_Partial(Formats.count(last.packets())));
        }
        boolean running = reading instanceof Reading.Running;
        bar.setVisible(running);
        cancel.setVisible(running);
        setVisible(running || partial);
        words.setIcon(partial ? Mark.INCONCLUSIVE.icon() : null);
        colours();
    }

    private void colours() {
        words.setForeground(partial ? Palette.text(Tone.UNDECIDABLE) : Palette.foreground());
        setBackground(partial ? Palette.tinge(Tone.UNDECIDABLE) : Palette.background());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (words != null) {
            colours();
        }
    }
}
