package org.ipsecworkbench.ikelogbrowser.detail;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.ladder.Ladder;
import org.ipsecworkbench.ikelogbrowser.ladder.Rung;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/**
 * One negotiation: how it ended and why, its messages as a ladder, and below it what the selected message says beside what
 * was offered and accepted.
 */
@Messages({
    "CTL_CopyText=Copy as Te&xt",
    "CTL_Export=Export &Ladder…",
    "LBL_NoneSelected=No negotiation is selected",
    "ACN_Message=The selected message"
})
public final class NegotiationView extends JPanel {
    private static final long serialVersionUID = 1;

    private final VerdictBanner banner = new VerdictBanner();
    private final Ladder ladder = new Ladder(this::show);
    private final Evidence message = new Evidence();
    private final ComparisonTable comparison = new ComparisonTable();
    private final JButton copy;
    private final JButton export;
    private transient @Nullable Negotiation shown;

    /** Without a negotiation yet. */
    public NegotiationView() {
        super(new BorderLayout());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 4));
        copy = button(buttons, "copyText", Bundle.CTL_CopyText(), this::copy);
        export = button(buttons, "exportLadder", Bundle.CTL_Export(), this::export);
        JPanel head = new JPanel(new BorderLayout());
        head.add(banner, BorderLayout.CENTER);
        head.add(buttons, BorderLayout.SOUTH);
        add(head, BorderLayout.NORTH);
        JSplitPane below = split(JSplitPane.HORIZONTAL_SPLIT, scroll(message), scroll(comparison), 0.46);
        add(split(JSplitPane.VERTICAL_SPLIT, ladder, below, 0.62), BorderLayout.CENTER);
        show((Negotiation) null);
    }

    private static JButton button(JPanel into, String name, String text, Runnable does) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text);
        button.setName(name);
        button.addActionListener(e -> does.run());
        into.add(button);
        return button;
    }

    private static JScrollPane scroll(JComponent content) {
        JScrollPane scroll = new JScrollPane(content);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        return scroll;
    }

    private static JSplitPane split(int orientation, JComponent one, JComponent other, double share) {
        one.setMinimumSize(new Dimension(120, 80));
        other.setMinimumSize(new Dimension(120, 60));
        one.setPreferredSize(new Dimension((int) (share * 1000), (int) (share * 1000)));
        other.setPreferredSize(new Dimension((int) ((1 - share) * 1000), (int) ((1 - share) * 1000)));
        JSplitPane split = new JSplitPane(orientation, true, one, other);
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setResizeWeight(share);
        return split;
    }

    /** Shows a negotiation, or that none is selected. */
    public void show(@Nullable Negotiation negotiation) {
        shown = negotiation;
        copy.setEnabled(negotiation != null);
        export.setEnabled(negotiation != null);
        if (negotiation == null) {
            banner.show(Mark.INSUFFICIENT, Bundle.LBL_NoneSelected(), List.of());
            ladder.clear();
            comparison.clear();
            return;
        }
        banner.show(Words.mark(negotiation.outcome()), Words.headline(negotiation), Words.reasons(negotiation));
        comparison.show(negotiation);
        ladder.show(negotiation);
    }

    private void show(@Nullable Rung rung) {
        message.setText(rung == null || rung.step() == null ? "" : MessageText.of(rung.step()));
        message.setCaretPosition(0);
    }

    /** Moves the focus to the ladder. */
    public void focusLadder() {
        ladder.focusFirst();
    }

    private void copy() {
        if (shown != null) {
            Toolkit.getDefaultToolkit()
                    .getSystemClipboard()
                    .setContents(new StringSelection(NegotiationText.of(shown)), null);
        }
    }

    private void export() {
        if (shown != null) {
            LadderExport.ask(shown);
        }
    }

    /** Text that can be selected and searched by eye, in glyphs of equal width. */
    private static final class Evidence extends JTextArea {
        private static final long serialVersionUID = 1;

        Evidence() {
            setEditable(false);
            setLineWrap(true);
            setWrapStyleWord(true);
            setName("message");
            getAccessibleContext().setAccessibleName(Bundle.ACN_Message());
            setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
            // Tab leaves it, as everything that only shows.
            setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D() * 0.95f));
            setBackground(Palette.content());
            setForeground(Palette.foreground());
            setDropTarget(null);
        }
    }
}
