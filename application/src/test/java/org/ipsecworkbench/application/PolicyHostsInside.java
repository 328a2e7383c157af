package org.ipsecworkbench.application;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.Action;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JListOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.openide.awt.Actions;

/** Policies of the hosts of the lab: shown, predicted between two of them, and as a map. Runs in the application. */
public class PolicyHostsInside extends WindowCase {
    public PolicyHostsInside(String name) {
        super(name);
    }

    @Override
    protected void tearDown() throws Exception {
        super.tearDown();
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StopLabAction");
    }

    /** Starts the lab and selects its group, which stands for all of its hosts. */
    private void lab(String scenario) throws Exception {
        act("Window", "org.ipsecworkbench.workbench.hosts.HostsWindow");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StartLabAction");
        JDialogOperator dialog = new JDialogOperator("Lab: Simulated Hosts");
        JListOperator scenarios =
                new JListOperator((JList<?>) new ContainerOperator<>(dialog, named("scenarios")).getSource());
        scenarios.selectItem(scenario);
        new JButtonOperator(dialog, "OK").push();
        JTableOperator hosts = table("hosts");
        hosts.waitState(rows(3));
        JTable table = (JTable) hosts.getSource();
        until("focus in hosts", () -> table.isFocusOwner() || !table.requestFocusInWindow() && table.isFocusOwner());
        press(KeyEvent.VK_HOME);
    }

    private static void run(String id) throws Exception {
        Action action = Actions.forID("Hosts", id);
        until(id, action::isEnabled);
        SwingUtilities.invokeLater(() -> action.actionPerformed(new ActionEvent(action, 0, id)));
    }

    public void testTheHostsAreAskedAndPredicted() throws Exception {
        lab("Everybody only responds");
        run("org.ipsecworkbench.policyexplorer.PredictHostsAction");
        text("verdict", "In clear, as the policies ask");
        contains("reasons", "Both only respond, so nobody begins");
        new JButtonOperator(window(), named("tryCure")).push();
        contains("reasons", "As the hosts are: In clear, as the policies ask.");
        screenshot(getName() + "-cured");
    }

    public void testThePolicyOfEachHostIsShown() throws Exception {
        lab("All well");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
        new ContainerOperator<>(window(), named("policy"));
        JTableOperator values = table("values");
        until("values", () -> values.getRowCount() > 0);
        new JButtonOperator(window(), named("compare"));
    }
}
