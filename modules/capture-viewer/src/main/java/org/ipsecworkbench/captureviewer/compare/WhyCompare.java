package org.ipsecworkbench.captureviewer.compare;

import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.ipsecworkbench.captureviewer.Snapshot;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** What stands in the tab until there are two captures: what comparing is for, and how far the other one is read. */
@Messages({
    "LBL_Why=Did IPsec change what is on the wire?",
    "MSG_Why=Capture the same traffic twice, at the same place and for about as long: once without IPsec, and once with"
            + " it. Where the same hosts talked in clear before and in ESP after, they are protected. Where their traffic"
            + " is gone, they are cut off, which looks just as clean in a single capture.\n\nChoose the other capture"
            + " above if it is open, or open its file.",
    "CTL_OpenTheOther=Open the &Other Capture…",
    "CTL_CancelReading=Cance&l",
    "# {0} - file",
    "# {1} - packets",
    "LBL_ReadingOther=Reading {0}… {1}",
    "# {0} - file",
    "# {1} - reason",
    "LBL_OtherFailed={0} cannot be compared: {1}",
    "LBL_NothingInIt=it holds no packets"
})
final class WhyCompare extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 600;
    private static final int UNITS = 1000;

    private final JLabel headline = new JLabel(Bundle.LBL_Why());
    private final JButton open = new JButton();
    private final JButton cancel = new JButton();
    private final JLabel progress = new JLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, UNITS);

    WhyCompare(Runnable opens, Runnable cancels) {
        super(new GridBagLayout());
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.insets = new Insets(0, 0, 14, 0);
        headline.setName("whyCompare");
        add(headline, at);
        WrappedText text = new WrappedText(false);
        text.wrapAt(WIDTH);
        text.setText(Bundle.MSG_Why());
        add(text, at);
        Mnemonics.setLocalizedText(open, Bundle.CTL_OpenTheOther());
        open.setName("openTheOther");
        open.addActionListener(e -> opens.run());
        add(open, at);
        progress.setName("readingOther");
        add(progress, at);
        add(bar, at);
        Mnemonics.setLocalizedText(cancel, Bundle.CTL_CancelReading());
        cancel.addActionListener(e -> {
            cancels.run();
            reading(false);
            progress.setText(" ");
        });
        add(cancel, at);
        reading(false);
        updateUI();
    }

    private void reading(boolean running) {
        bar.setVisible(running);
        cancel.setVisible(running);
        open.setVisible(!running);
    }

    void show(Snapshot snapshot) {
        String name = Formats.abbreviate(String.valueOf(snapshot.file().getFileName()), 40);
        reading(snapshot.state().running());
        bar.setValue(snapshot.total() <= 0 ? 0 : (int) (snapshot.done() * (double) UNITS / snapshot.total()));
        boolean isEmpty = snapshot.coverage() == null || snapshot.coverage().packets() == 0;
        progress.setIcon(null);
        if (snapshot.state().running()) {
            progress.setText(Bundle.LBL_ReadingOther(name, Formats.count(snapshot.packets(), "packet", "packets")));
        } else if (snapshot.failure() != null || isEmpty) {
            progress.setIcon(Mark.INCONCLUSIVE.icon());
            progress.setText(Bundle.LBL_OtherFailed(
                    name, snapshot.failure() == null ? Bundle.LBL_NothingInIt() : snapshot.failure()));
        } else {
            progress.setText(" ");
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (headline != null) {
            headline.setFont(Palette.font().deriveFont(Font.BOLD, Palette.font().getSize2D() * 1.4f));
        }
    }
}
