package org.ipsecworkbench.policyexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.List;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Asks the selected hosts for their policies, and predicts what two of them do with their traffic, or each with each other one. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.policyexplorer.PredictHostsAction")
@ActionRegistration(displayName = "#CTL_PredictHosts")
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 476),
    @ActionReference(path = "Hosts/Actions", position = 80, separatorAfter = 90)
})
@Messages("CTL_PredictHosts=P&redict Between Hosts")
public final class PredictHostsAction implements ActionListener {
    private final List<KnownHost> hosts;

    /** For the hosts that are selected. */
    public PredictHostsAction(List<KnownHost> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        AskedPolicies.ask(hosts, answers -> show(List.copyOf(answers.values())));
    }

    /** Whatever suits how many they are: one alone is shown. */
    static void show(List<PolicyEvidence> policies) {
        switch (policies.size()) {
            case 0 -> {}
            case 1 ->
                PolicyWindow.show(
                        PolicySource.of(policies.get(0), policies.get(0).name()));
            case 2 -> PredictionWindow.show(policies.get(0), policies.get(1));
            default -> MatrixWindow.show(policies);
        }
    }
}
