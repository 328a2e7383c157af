package org.ipsecworkbench.workbench;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.Graphics;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/**
 * A judgement, in words first: its icon, the verdict, and why. Screen readers get all of it as the accessible
 * description.
 */
public final class VerdictBanner extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int ACCENT = 5;

    private final JLabel icon = new JLabel();
    private final JLabel words = new JLabel();
    private final WrappedText reasons = new WrappedText(false);
    private Mark mark = Mark.INSUFFICIENT;

    /** Without a verdict yet. */
    public VerdictBanner() {
        super(new BorderLayout(14, 0));
        icon.setVerticalAlignment(SwingConstants.TOP);
        JPanel text = new JPanel(new BorderLayout(0, 4));
        text.setOpaque(false);
        text.add(words, BorderLayout.NORTH);
        text.add(reasons, BorderLayout.CENTER);
        add(icon, BorderLayout.WEST);
        add(text, BorderLayout.CENTER);
        setBorder(BorderFactory.createEmptyBorder(12, 14 + ACCENT, 12, 14));
        words.setName("verdict");
        reasons.setName("reasons");
        reasons.getAccessibleContext().setAccessibleName("Reasons for the verdict");
        restyle();
    }

    /**
     * Shows a verdict.
     *
     * @param newMark its icon and tone
     * @param verdict the verdict in words
     * @param why one sentence each, the most important first
     */
    public void show(Mark newMark, String verdict, List<String> why) {
        mark = newMark;
        words.setText(verdict);
        String sentences = String.join("\n", why);
        // Setting the same text again would drop the user's selection.
        if (!sentences.equals(reasons.getText())) {
            reasons.setText(sentences);
        }
        reasons.setVisible(!why.isEmpty());
        getAccessibleContext().setAccessibleName("Verdict: " + verdict);
        getAccessibleContext().setAccessibleDescription(sentences);
        restyle();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (reasons != null) {
            restyle();
        }
    }

    private void restyle() {
        icon.setIcon(mark.icon(36));
        words.setFont(Palette.font().deriveFont(Font.BOLD, Palette.font().getSize2D() * 1.45f));
        words.setForeground(Palette.text(mark.tone()));
        setBackground(Palette.tinge(mark.tone()));
        repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        g.setColor(Palette.fill(mark.tone()));
        g.fillRect(0, 0, ACCENT, getHeight());
    }
}
