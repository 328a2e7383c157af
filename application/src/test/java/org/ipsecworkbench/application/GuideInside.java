package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JFileChooserOperator;
import org.netbeans.jemmy.operators.JListOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextComponentOperator;

/** Starts the lab, diagnoses its hosts, reads the cause and where it was seen, and saves a report. Runs in the application. */
public class GuideInside extends WindowCase {
    public GuideInside(String name) {
        super(name);
    }

    @Override
    protected void tearDown() throws Exception {
        super.tearDown();
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StopLabAction");
    }

    public void testTheLabIsDiagnosed() throws Exception {
        diagnose("IKE service stopped");
        text("verdict", "Failed");
        contains("reasons", "The service IKEEXT of SRV2 (simulated) is stopped and disabled");
        contains("reasons", "Next: Start the service IKEEXT on SRV2 (simulated): sc config IKEEXT start= auto");
        contains("reasons", "Simulated: SRV1 (simulated), SRV2 (simulated).");
        // The check that found the cause is chosen.
        contains("question", "Do the services run that IPsec needs");
        JTableOperator checks = table("checks");
        assertEquals("Failed", cell(checks, ((JTable) checks.getSource()).getSelectedRow(), 0));

        new JButtonOperator(window(), named("showAnswer")).pushNoBlock();
        JDialogOperator answer = new JDialogOperator("Answer of SRV2 (simulated)");
        new JTextComponentOperator(answer, named("answer"))
                .waitState(condition(
                        "the line selected",
                        text -> String.valueOf(((JTextComponent) text).getSelectedText())
                                .contains("STOPPED")));
        screenshot(getName() + "-answer");
        new JButtonOperator(answer, "Close").push();

        Path report = Files.createTempFile("ipsecwb-report", ".html");
        Files.delete(report);
        new JButtonOperator(window(), named("saveReport")).pushNoBlock();
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFile(new File(report.toString()));
        chooser.approveSelection();
        until("the report", () -> Files.exists(report));
        assertTrue(Files.readString(report).contains("The service IKEEXT of SRV2 (simulated) is stopped"));
        Files.delete(report);
    }

    public void testARemedyIsAppliedTestedAndUndone() throws Exception {
        diagnose("IKE service stopped");
        text("verdict", "Failed");
        new JButtonOperator(window(), named("applyRemedy")).pushNoBlock();
        JDialogOperator question = new JDialogOperator("Change SRV2 (simulated)?");
        new JTextComponentOperator(question, named("change"))
                .waitState(condition(
                        "the command and the way back",
                        text -> ((JTextComponent) text).getText().contains("sc start IKEEXT")
                                && ((JTextComponent) text).getText().contains("sc stop IKEEXT")));
        screenshot(getName() + "-question");
        new JButtonOperator(question, "Apply").push();
        text("verdict", "OK");
        text("asking", "Start the service IKEEXT on SRV2 (simulated): done.");
        screenshot(getName() + "-applied");
        new JButtonOperator(window(), named("undoRemedy")).push();
        text("verdict", "Failed");
        text("asking", "Start the service IKEEXT on SRV2 (simulated): undone.");
    }

    public void testHostsThatAreGone() throws Exception {
        diagnose("All well");
        text("verdict", "OK");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StopLabAction");
        new ContainerOperator<>(window(), named("noHosts"));
        new JButtonOperator(window(), named("askAgain")).push();
        // The password of the lab is gone with it, and nobody knows another one.
        new JButtonOperator(new JDialogOperator("Password"), "Cancel").push();
        text("headline", "No host could be asked");
        contains("message", "SRV1 (simulated) could not be asked");
    }

    private void diagnose(String scenario) throws Exception {
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
        // The group, which stands for all of its hosts.
        press(KeyEvent.VK_HOME);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_D);
    }
}
