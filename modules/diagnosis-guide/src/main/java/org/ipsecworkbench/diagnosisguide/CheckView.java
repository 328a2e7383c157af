package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.Comparator;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WidthPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;

/** One check: its question, what it means, and what was found, the worst first. */
@Messages({"LBL_NoFinding=This question is about none of these hosts.", "ACN_Check=What the check found"})
final class CheckView extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient FindingView.Actions actions;
    private final WrappedText question = new WrappedText(false);
    private final WrappedText explanation = new WrappedText(true);
    private final WidthPanel findings = new WidthPanel();
    private final JScrollPane scroll = new JScrollPane(findings);
    private String shown = "";

    /** Empty. */
    CheckView(FindingView.Actions actions) {
        super(new BorderLayout(0, 8));
        this.actions = actions;
        setBorder(BorderFactory.createEmptyBorder(10, 14, 8, 14));
        JPanel head = new JPanel(new BorderLayout(0, 3));
        question.setName("question");
        question.setFont(
                question.getFont().deriveFont(Font.BOLD, question.getFont().getSize2D() * 1.15f));
        explanation.setName("explanation");
        head.add(question, BorderLayout.NORTH);
        head.add(explanation, BorderLayout.CENTER);
        findings.setLayout(new BoxLayout(findings, BoxLayout.Y_AXIS));
        findings.setName("findings");
        findings.getAccessibleContext().setAccessibleName(Bundle.ACN_Check());
        scroll.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Palette.line()));
        scroll.getVerticalScrollBar().setUnitIncrement(24);
        add(head, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
    }

    /** Shows a check; the place that was scrolled to stays where it is the same. */
    void show(CheckResult check) {
        boolean isSame = check.key().equals(shown);
        shown = check.key();
        question.setText(check.question());
        explanation.setText(check.explanation());
        findings.removeAll();
        if (check.findings().isEmpty()) {
            WrappedText none = new WrappedText(true);
            none.setText(Bundle.LBL_NoFinding());
            none.setAlignmentX(LEFT_ALIGNMENT);
            findings.add(none);
        }
        check.findings().stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .forEach(finding -> {
                    findings.add(Box.createVerticalStrut(10));
                    findings.add(new FindingView(finding, actions));
                });
        findings.revalidate();
        findings.repaint();
        if (!isSame) {
            // Later, since the text finds its height only when it is laid out.
            SwingUtilities.invokeLater(() -> findings.scrollRectToVisible(new Rectangle(0, 0, 1, 1)));
        }
    }
}
