package org.ipsecworkbench.certificateinspector;

import java.awt.CardLayout;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;

/** How the selected certificate stands to each rule of IKE, or why it is not judged. */
@Messages({
    "LBL_AuthorityNotJudged=It is an authority, which IKE never picks as its own certificate. What it means for others"
            + " stands in their certification paths.",
    "LBL_NotJudged=It is not judged yet, or judging was cancelled."
})
final class FitnessTab extends JPanel {
    private static final long serialVersionUID = 1;
    private static final String RULES = "rules";
    private static final String NONE = "none";

    private final CardLayout cards;
    private final RuleTable rules = new RuleTable(JSplitPane.HORIZONTAL_SPLIT);
    private final WrappedText none = new WrappedText(true);

    FitnessTab() {
        super(new CardLayout());
        cards = (CardLayout) getLayout();
        none.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        add(rules, RULES);
        add(none, NONE);
    }

    void show(CertificateRow row) {
        Fitness fitness = row.fitness();
        if (fitness == null) {
            none.setText(row.section() == Section.AUTHORITY ? Bundle.LBL_AuthorityNotJudged() : Bundle.LBL_NotJudged());
            cards.show(this, NONE);
        } else {
            rules.show(RuleRow.of(row.host().certificates(), fitness));
            cards.show(this, RULES);
        }
    }
}
