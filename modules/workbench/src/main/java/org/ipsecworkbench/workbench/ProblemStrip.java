package org.ipsecworkbench.workbench;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** What is wrong with what is shown: the first problem at a glance, all on demand. Invisible only where there is none. */
@Messages({
    "# {0} - first problem",
    "LBL_OneProblem=1 problem: {0}",
    "# {0} - how many",
    "# {1} - first problem",
    "LBL_Problems={0} problems, the first: {1}",
    "CTL_Details=&Details"
})
public final class ProblemStrip extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel summary = new JLabel();
    private final JToggleButton details = new JToggleButton();
    private final WrappedText all = new WrappedText(false);
    private final JScrollPane scroll = new JScrollPane(all);

    /** Invisible until there are problems. */
    public ProblemStrip() {
        super(new BorderLayout(12, 6));
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        summary.setName("problems");
        summary.setIcon(Mark.INCONCLUSIVE.icon());
        summary.setIconTextGap(8);
        // The summary gives way to the button where the window is narrow.
        summary.setMinimumSize(new Dimension(0, 0));
        Mnemonics.setLocalizedText(details, Bundle.CTL_Details());
        details.addActionListener(e -> {
            scroll.setVisible(details.isSelected());
            revalidate();
        });
        scroll.setVisible(false);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setPreferredSize(new Dimension(0, 120));
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        add(summary, BorderLayout.CENTER);
        add(details, BorderLayout.EAST);
        add(scroll, BorderLayout.SOUTH);
        setVisible(false);
        updateUI();
    }

    /** Shows problems, each with its place as a line of its own; none makes it invisible. */
    public void show(List<String> lines) {
        setVisible(!lines.isEmpty());
        if (lines.isEmpty()) {
            return;
        }
        String first = lines.get(0);
        summary.setText(
                lines.size() == 1
                        ? Bundle.LBL_OneProblem(first)
                        : Bundle.LBL_Problems(Formats.count(lines.size()), first));
        summary.setToolTipText(first);
        String text = String.join("\n", lines);
        if (!text.equals(all.getText())) {
            all.setText(text);
            all.setCaretPosition(0);
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.tinge(Tone.UNDECIDABLE));
        if (summary != null) {
            summary.setForeground(Palette.text(Tone.UNDECIDABLE));
        }
    }
}
