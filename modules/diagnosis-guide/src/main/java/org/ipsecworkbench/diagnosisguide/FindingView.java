package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.StillCaret;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** One finding: what was found, where it can be seen, what would change the verdict, and what may help. */
@Messages({
    "# {0} - verdict",
    "# {1} - hosts",
    "# {2} - percent",
    "LBL_Finding={0}, {2} % sure · {1}",
    "# {0} - what to do",
    "LBL_Remedy=What to do: {0}.",
    "LBL_Evidence=Seen in",
    "CTL_ShowAnswer=Show Answer",
    "CTL_Apply=Apply…",
    "CTL_BookmarkFinding=Bookmark…",
    "# {0} - sentence",
    "LBL_WouldChange=What would change this verdict: {0}",
    "# {0} - title",
    "# {1} - host",
    "# {2} - risk",
    "LBL_Step={0} ({1}; risk: {2})",
    "LBL_Elsewhere=not on one of these hosts",
    "LBL_Undo=To undo it:",
    "LBL_NoUndo=This cannot be undone by a command."
})
final class FindingView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int ACCENT = 3;

    private final transient Finding finding;
    private final Mark mark;

    /** What the buttons do. */
    interface Actions {
        /** Whether findings can be found again: those of a session. */
        boolean canBookmark();

        /** Keeps a finding in its session, to be found again. */
        void bookmark(Finding finding);

        /** Shows the answer that an evidence stands in. */
        void open(Evidence evidence);

        /** Whether the hosts that it changes can be reached from here. */
        boolean canApply(Remedy remedy);

        /** Asks, then makes a change. */
        void apply(Remedy remedy);
    }

    /** Of a finding. */
    FindingView(Finding finding, Actions actions) {
        this.finding = finding;
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(2, 12 + ACCENT, 4, 0));
        setAlignmentX(LEFT_ALIGNMENT);
        mark = Looks.of(finding.verdict());
        JLabel heading = new JLabel(
                Bundle.LBL_Finding(
                        finding.verdict().label(),
                        String.join(", ", finding.hosts()),
                        Math.round(finding.confidence() * 100)),
                mark.icon(),
                JLabel.LEADING);
        heading.setIconTextGap(7);
        add(left(heading));
        add(text(finding.statement() + ".", false, true));
        if (!finding.remedyInWords().isEmpty()) {
            add(text(Bundle.LBL_Remedy(finding.remedyInWords()), false, false));
        }
        if (!finding.evidence().isEmpty()) {
            add(text(Bundle.LBL_Evidence(), true, false));
            finding.evidence().forEach(evidence -> add(evidence(evidence, actions)));
        }
        if (!finding.wouldChange().isEmpty()) {
            add(text(Bundle.LBL_WouldChange(finding.wouldChange()), true, false));
        }
        finding.remedies().forEach(remedy -> add(remedy, actions));
        if (actions.canBookmark()) {
            JButton bookmark = button("bookmarkFinding", Bundle.CTL_BookmarkFinding(), finding.statement());
            bookmark.setAlignmentX(LEFT_ALIGNMENT);
            bookmark.addActionListener(e -> actions.bookmark(finding));
            add(Box.createVerticalStrut(4));
            add(bookmark);
        }
    }

    /** Whether it shows this finding. */
    boolean isOf(FindingPlace place) {
        return place.isOf(finding);
    }

    private void add(Remedy remedy, Actions actions) {
        String where = remedy.hosts().isEmpty() ? Bundle.LBL_Elsewhere() : String.join(", ", remedy.hosts());
        add(Box.createVerticalStrut(6));
        add(text(Bundle.LBL_Step(remedy.title(), where, remedy.risk().label()), false, true));
        add(actions.canApply(remedy) ? applicable(remedy, actions) : code(remedy.commandLines()));
        if (!remedy.warning().isEmpty()) {
            add(text(remedy.warning(), true, false));
        }
        if (remedy.undoLines().isEmpty()) {
            add(text(Bundle.LBL_NoUndo(), true, false));
        } else {
            add(text(Bundle.LBL_Undo(), true, false));
            add(code(remedy.undoLines()));
        }
    }

    private static JComponent evidence(Evidence evidence, Actions actions) {
        JButton open = button("showAnswer", Bundle.CTL_ShowAnswer(), evidence.label());
        open.addActionListener(e -> actions.open(evidence));
        return code(List.of(evidence.label()), open);
    }

    private static JComponent applicable(Remedy remedy, Actions actions) {
        JButton apply = button("applyRemedy", Bundle.CTL_Apply(), remedy.title());
        apply.addActionListener(e -> actions.apply(remedy));
        return code(remedy.commandLines(), apply);
    }

    private static JButton button(String name, String words, String description) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, words);
        button.setName(name);
        button.getAccessibleContext().setAccessibleDescription(description);
        return button;
    }

    private static JComponent code(List<String> lines, JButton button) {
        JComponent box = code(lines);
        JPanel place = new JPanel(new BorderLayout());
        place.setOpaque(false);
        place.add(button, BorderLayout.NORTH);
        box.add(place, BorderLayout.EAST);
        return box;
    }

    private static JComponent text(String words, boolean isMuted, boolean isBold) {
        WrappedText text = resting(isMuted);
        if (isBold) {
            text.setFont(text.getFont().deriveFont(Font.BOLD));
        }
        text.setText(words);
        text.setBorder(BorderFactory.createEmptyBorder(3, 0, 0, 0));
        return left(text);
    }

    private static WrappedText resting(boolean isMuted) {
        WrappedText text = new WrappedText(isMuted);
        text.setCaret(new StillCaret());
        return text;
    }

    private static JComponent code(List<String> lines) {
        WrappedText text = resting(false);
        text.setFont(Palette.monospaced().deriveFont(text.getFont().getSize2D()));
        text.setText(String.join("\n", lines));
        text.setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 8));
        JPanel box = new JPanel(new BorderLayout());
        box.setBackground(Palette.content());
        box.add(text, BorderLayout.CENTER);
        return left(box);
    }

    private static JComponent left(JComponent component) {
        component.setAlignmentX(Component.LEFT_ALIGNMENT);
        return component;
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        Color tone = Palette.fill(mark.tone());
        g.setColor(tone);
        g.fillRect(0, 0, ACCENT, getHeight());
    }
}
