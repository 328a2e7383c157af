package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WidthPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** One check: its question, what it means, and what was found, the worst first. */
@Messages({
    "LBL_NoFinding=This question is about none of these hosts.",
    "ACN_Check=What the check found",
    "CTL_AgainOne=Ask &This Again",
    "LBL_Terms=Words that stand here",
    "# {0} - word",
    "# {1} - meaning",
    "LBL_Term={0}: {1}",
    "# {0} - how many",
    "LBL_More=and {0} more findings: choose a host to see its own"
})
final class CheckView extends JPanel {
    private static final long serialVersionUID = 1;

    /** Findings that are shown at once; a group of hosts has as many as it has pairs. */
    private static final int MAX_SHOWN = 60;

    private final transient FindingView.Actions actions;
    private final JButton again = new JButton();
    private final WrappedText question = new WrappedText(false);
    private final WrappedText explanation = new WrappedText(true);
    private final WidthPanel findings = new WidthPanel();
    private final JScrollPane scroll = new JScrollPane(findings);
    private String shown = "";

    /** Empty. */
    CheckView(FindingView.Actions actions, boolean isLive, Consumer<String> asksAgain) {
        super(new BorderLayout(0, 8));
        this.actions = actions;
        setBorder(BorderFactory.createEmptyBorder(10, 14, 8, 14));
        JPanel head = new JPanel(new BorderLayout(0, 3));
        question.setName("question");
        question.setFont(
                question.getFont().deriveFont(Font.BOLD, question.getFont().getSize2D() * 1.15f));
        explanation.setName("explanation");
        Mnemonics.setLocalizedText(again, Bundle.CTL_AgainOne());
        again.setName("askOneAgain");
        again.setVisible(isLive);
        again.addActionListener(e -> asksAgain.accept(shown));
        JPanel top = new JPanel(new BorderLayout(10, 0));
        JPanel side = new JPanel(new BorderLayout());
        side.add(again, BorderLayout.NORTH);
        top.add(question, BorderLayout.CENTER);
        top.add(side, BorderLayout.EAST);
        head.add(top, BorderLayout.NORTH);
        head.add(explanation, BorderLayout.CENTER);
        findings.setLayout(new BoxLayout(findings, BoxLayout.Y_AXIS));
        findings.setName("findings");
        findings.getAccessibleContext().setAccessibleName(Bundle.ACN_Check());
        scroll.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Palette.line()));
        scroll.getVerticalScrollBar().setUnitIncrement(24);
        add(head, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
    }

    /** Whether the check can be asked again now. */
    void setIdle(boolean isIdle) {
        again.setEnabled(isIdle);
    }

    /** Shows a check; the place that was scrolled to stays where it is the same. */
    void show(CheckResult check) {
        show(check, check.question());
    }

    /** Shows what a check found of one host. */
    void show(CheckResult check, String title) {
        boolean isSame = check.key().equals(shown) && title.equals(question.getText());
        shown = check.key();
        question.setText(title);
        explanation.setText(check.explanation());
        findings.removeAll();
        if (check.findings().isEmpty()) {
            add(Bundle.LBL_NoFinding());
        }
        List<Finding> worstFirst = check.findings().stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .toList();
        worstFirst.stream().limit(MAX_SHOWN).forEach(finding -> {
            findings.add(Box.createVerticalStrut(10));
            findings.add(new FindingView(finding, actions));
        });
        if (worstFirst.size() > MAX_SHOWN) {
            add(Bundle.LBL_More(worstFirst.size() - MAX_SHOWN));
        }
        terms(check, worstFirst);
        findings.revalidate();
        findings.repaint();
        if (!isSame) {
            // Later, since the text finds its height only when it is laid out.
            SwingUtilities.invokeLater(() -> findings.scrollRectToVisible(new Rectangle(0, 0, 1, 1)));
        }
    }

    /** Scrolls to a finding; does nothing where it is not shown. */
    void reveal(FindingPlace place) {
        // Later, since the text finds its height only when it is laid out.
        SwingUtilities.invokeLater(() -> Stream.of(findings.getComponents())
                .filter(one -> one instanceof FindingView view && view.isOf(place))
                .findFirst()
                .ifPresent(one -> {
                    Rectangle all = one.getBounds();
                    int height = Math.min(all.height, scroll.getViewport().getHeight());
                    findings.scrollRectToVisible(new Rectangle(all.x, all.y, all.width, height));
                }));
    }

    /** The words of what is shown that a newcomer may not know. */
    private void terms(CheckResult check, List<Finding> shownFindings) {
        String all = shownFindings.stream()
                .limit(MAX_SHOWN)
                .map(finding -> finding.statement() + " " + finding.remedyInWords())
                .collect(Collectors.joining(" ", check.question() + " ", ""));
        List<Terms.Term> terms = Terms.in(all);
        if (!terms.isEmpty()) {
            findings.add(Box.createVerticalStrut(14));
            add(Bundle.LBL_Terms());
            terms.forEach(term -> add(Bundle.LBL_Term(term.word(), term.meaning())));
        }
    }

    private void add(String words) {
        WrappedText text = new WrappedText(true);
        text.setText(words);
        text.setAlignmentX(LEFT_ALIGNMENT);
        findings.add(text);
    }
}
