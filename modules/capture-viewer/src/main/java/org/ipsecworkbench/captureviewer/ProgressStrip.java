package org.ipsecworkbench.captureviewer;

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

/** How far the reading is, with the button that ends it; after that, what is missing. Else invisible. */
@Messages({
    "CTL_Cancel=Ca&ncel",
    "LBL_Opening=Opening…",
    "# {0} - bytes read",
    "# {1} - bytes in all",
    "LBL_Unpacking=Unpacking… {0} of {1}",
    "# {0} - packets",
    "# {1} - bytes read",
    "# {2} - bytes in all",
    "LBL_Reading=Reading… {0} packets, {1} of {2}. What you see is the part read so far.",
    "# {0} - share",
    "# {1} - packets",
    "LBL_Cancelled=Reading was cancelled at {0}. Everything here is about the first {1} packets only.",
    "ACN_Progress=Progress of reading the capture"
})
final class ProgressStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int UNITS = 1000;

    private final JLabel words = new JLabel();
    private final JProgressBar bar = new JProgressBar(0, UNITS);
    private final JButton cancel = new JButton();

    ProgressStrip(Runnable onCancel) {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        Mnemonics.setLocalizedText(cancel, Bundle.CTL_Cancel());
        cancel.setName("cancel");
        cancel.addActionListener(e -> onCancel.run());
        bar.getAccessibleContext().setAccessibleName(Bundle.ACN_Progress());
        words.setName("progress");
        add(words, BorderLayout.WEST);
        add(bar, BorderLayout.CENTER);
        add(cancel, BorderLayout.EAST);
        words.setText(Bundle.LBL_Opening());
        bar.setIndeterminate(true);
    }

    void show(Snapshot snapshot) {
        long total = snapshot.total();
        long packets = snapshot.coverage() == null ? 0 : snapshot.coverage().packets();
        boolean running = snapshot.state().running();
        bar.setIndeterminate(running && total <= 0);
        bar.setValue(total <= 0 ? 0 : (int) (snapshot.done() * (double) UNITS / total));
        bar.setVisible(running);
        cancel.setVisible(running);
        boolean partial = snapshot.state() == Snapshot.State.CANCELLED && packets > 0;
        setVisible(running || partial);
        if (partial) {
            words.setIcon(Mark.INCONCLUSIVE.icon());
            words.setIconTextGap(8);
            words.setForeground(Palette.text(Tone.UNDECIDABLE));
            setBackground(Palette.tinge(Tone.UNDECIDABLE));
        }
        words.setText(
                switch (snapshot.state()) {
                    case OPENING ->
                        total <= 0
                                ? Bundle.LBL_Opening()
                                : Bundle.LBL_Unpacking(Formats.bytes(snapshot.done()), Formats.bytes(total));
                    case READING ->
                        Bundle.LBL_Reading(
                                Formats.count(snapshot.packets()),
                                Formats.bytes(snapshot.done()),
                                Formats.bytes(total));
                    case CANCELLED ->
                        Bundle.LBL_Cancelled(
                                Formats.share(total <= 0 ? 0 : snapshot.done() / (double) total),
                                Formats.count(packets));
                    case COMPLETE, FAILED -> "";
                });
    }
}
