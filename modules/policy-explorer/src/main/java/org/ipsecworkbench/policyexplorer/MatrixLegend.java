package org.ipsecworkbench.policyexplorer;

import java.util.EnumMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Verdict;
import org.ipsecworkbench.workbench.Formats;
import org.openide.util.NbBundle.Messages;

/** What the cells of a matrix mean, and how many pairs of hosts come to it; only what occurs. */
@Messages({"# {0} - pairs", "# {1} - outcome", "LBL_Pairs={0}  {1}"})
final class MatrixLegend extends JPanel {
    private static final long serialVersionUID = 1;

    MatrixLegend() {
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(6, 10, 8, 10));
        setName("legend");
    }

    void show(PredictionMatrix matrix) {
        Map<CellLook, Long> counts = new EnumMap<>(CellLook.class);
        for (int from = 0; from < matrix.kinds(); from++) {
            for (int to = 0; to < matrix.kinds(); to++) {
                Verdict verdict = matrix.verdict(from, to);
                if (verdict != null) {
                    counts.merge(CellLook.of(verdict), matrix.pairs(from, to), Long::sum);
                }
            }
        }
        removeAll();
        counts.forEach((look, pairs) -> {
            JLabel line = new JLabel(Bundle.LBL_Pairs(Formats.count(pairs), look.words()), look.icon(), JLabel.LEADING);
            line.setIconTextGap(8);
            line.setBorder(BorderFactory.createEmptyBorder(1, 0, 1, 0));
            line.getAccessibleContext().setAccessibleName(look.letter() + ": " + line.getText());
            add(line);
        });
        revalidate();
        repaint();
    }
}
