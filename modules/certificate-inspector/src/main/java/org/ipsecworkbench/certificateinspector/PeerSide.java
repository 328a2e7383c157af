package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Selection;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.openide.util.NbBundle.Messages;

/** What one host of a pair presents, and what the other one makes of it. */
@Messages({
    "LBL_NothingToPresent=Nothing to present",
    "# {0} - host",
    "LBL_HasNone={0} has no certificate of its own.",
    "LBL_Accepted=Accepted",
    "LBL_Probably=Perhaps accepted",
    "# {0} - host",
    "# {1} - certificate",
    "# {2} - peer",
    "LBL_Presents={0} presents {1} to {2}.",
    "LBL_Refused=Refused",
    "# {0} - host",
    "# {1} - peer",
    "LBL_HasNoneFor=Nothing that {0} has is accepted by {1}.",
    "# {0} - certificate",
    "# {1} - why",
    "LBL_Nearest=Nearest to it is {0}: {1}"
})
final class PeerSide extends JPanel {
    private static final long serialVersionUID = 1;

    private final VerdictBanner verdict = new VerdictBanner();
    private final RuleTable rules = new RuleTable(JSplitPane.VERTICAL_SPLIT);

    PeerSide(String name) {
        super(new BorderLayout());
        setName(name);
        setBorder(BorderFactory.createEmptyBorder(0, 4, 4, 4));
        add(verdict, BorderLayout.NORTH);
        add(rules, BorderLayout.CENTER);
    }

    /** Shows what the peer makes of what a host would present. */
    void show(HostCertificates host, Selection selection, String peer) {
        Fitness picked = selection.picked();
        List<Fitness> all = selection.candidates();
        if (all.isEmpty()) {
            verdict.show(Mark.INCONCLUSIVE, Bundle.LBL_NothingToPresent(), List.of(Bundle.LBL_HasNone(host.name())));
            rules.show(List.of());
            return;
        }
        Fitness shown = picked == null ? all.get(0) : picked;
        String called = shown.certificate().facts().label();
        String why = selection.why(shown);
        if (picked == null) {
            verdict.show(
                    Mark.FAILED,
                    Bundle.LBL_Refused(),
                    List.of(Bundle.LBL_HasNoneFor(host.name(), peer), Bundle.LBL_Nearest(called, why)));
        } else {
            boolean isSure = picked.standing() == Fitness.Standing.MET;
            verdict.show(
                    FitnessWords.mark(picked.standing()),
                    isSure ? Bundle.LBL_Accepted() : Bundle.LBL_Probably(),
                    List.of(Bundle.LBL_Presents(host.name(), called, peer), why));
        }
        rules.show(RuleRow.of(host, shown));
    }
}
