package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Selection;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.openide.util.NbBundle.Messages;

/** What one host of a pair presents, and what the other one makes of it. */
@Messages({
    "# {0} - host",
    "LBL_NothingToPresent={0} has no certificate to present",
    "# {0} - host",
    "# {1} - certificate",
    "# {2} - peer",
    "LBL_Accepted={0} presents {1}: {2} accepts it",
    "# {0} - host",
    "# {1} - certificate",
    "# {2} - peer",
    "LBL_Probably={0} presents {1}: {2} may accept it",
    "# {0} - host",
    "# {1} - peer",
    "LBL_Refused=Nothing that {0} has is accepted by {1}",
    "# {0} - certificate",
    "# {1} - why",
    "LBL_Nearest=Nearest to it is {0}: {1}"
})
final class PeerSide extends JPanel {
    private static final long serialVersionUID = 1;

    private final VerdictBanner verdict = new VerdictBanner();
    private final RuleTable rules = new RuleTable();

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
            verdict.show(Mark.INCONCLUSIVE, Bundle.LBL_NothingToPresent(host.name()), List.of());
            rules.show(List.of());
            return;
        }
        Fitness shown = picked == null ? all.get(0) : picked;
        String called = shown.certificate().facts().label();
        String why = selection.why(shown);
        if (picked == null) {
            verdict.show(Mark.FAILED, Bundle.LBL_Refused(host.name(), peer), List.of(Bundle.LBL_Nearest(called, why)));
        } else {
            boolean isSure = picked.standing() == Fitness.Standing.MET;
            verdict.show(
                    FitnessWords.mark(picked.standing()),
                    isSure
                            ? Bundle.LBL_Accepted(host.name(), called, peer)
                            : Bundle.LBL_Probably(host.name(), called, peer),
                    List.of(why));
        }
        rules.show(RuleRow.of(host, shown));
    }
}
