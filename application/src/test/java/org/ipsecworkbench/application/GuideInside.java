package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JCheckBoxOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JFileChooserOperator;
import org.netbeans.jemmy.operators.JLabelOperator;
import org.netbeans.jemmy.operators.JListOperator;
import org.netbeans.jemmy.operators.JTabbedPaneOperator;
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

    /** All that somebody does who never saw the workbench; a picture of each step. */
    public void testTheFirstTime() throws Exception {
        act("Window", "org.ipsecworkbench.workbench.welcome.WelcomeWindow");
        JButtonOperator start = new JButtonOperator(window(), named("startLab"));
        screenshot(getName() + "-1-start");
        start.pushNoBlock();
        choose("IKE service stopped");
        text("verdict", "Failed");
        screenshot(getName() + "-2-cause");
        // What a word means stands below the findings.
        new ContainerOperator<>(window(), named("findings"))
                .waitState(condition(
                        "an explanation of IKEEXT",
                        findings -> texts((Container) findings).contains("IKEEXT: The Windows service")));
        new JButtonOperator(window(), named("applyRemedy")).pushNoBlock();
        JDialogOperator question = new JDialogOperator("Change SRV2 (simulated)?");
        screenshot(getName() + "-3-change");
        new JButtonOperator(question, "Apply").push();
        text("verdict", "OK");
        screenshot(getName() + "-4-tested");
        Path report = Files.createTempFile("ipsecwb-report", ".html");
        Files.delete(report);
        new JButtonOperator(window(), named("saveReport")).pushNoBlock();
        JFileChooserOperator chooser = new JFileChooserOperator();
        new JCheckBoxOperator(chooser, named("redact")).setSelected(true);
        screenshot(getName() + "-5-report");
        chooser.setSelectedFile(new File(report.toString()));
        chooser.approveSelection();
        until("the report", () -> Files.exists(report));
        String page = Files.readString(report);
        assertTrue(page.contains("HOST-1") && !page.contains("SRV1") && !page.contains("10.57.0."));
        Files.delete(report);
    }

    private static String texts(Container container) {
        StringBuilder all = new StringBuilder();
        for (Component one : container.getComponents()) {
            if (one instanceof JTextComponent text) {
                all.append(text.getText()).append('\n');
            }
        }
        return all.toString();
    }

    public void testAskingIsStoppedAndOneCheckIsAskedAgain() throws Exception {
        diagnose("All well");
        text("verdict", "OK");
        new JButtonOperator(window(), named("askOneAgain")).push();
        text("asking", "All was asked. Asking again shows what changed since.");
        new JButtonOperator(window(), named("askAgain")).push();
        new JButtonOperator(window(), named("stopAsking")).push();
        new JLabelOperator(window(), named("asking"))
                .waitState(condition(
                        "that it was stopped",
                        label -> ((JLabel) label).getText().startsWith("Stopped: ")));
    }

    public void testAGroupStandsAgainstTheChecks() throws Exception {
        act("Window", "org.ipsecworkbench.workbench.hosts.HostsWindow");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StartLabAction");
        choose("One host was forgotten", 3);
        JTabbedPaneOperator lists = new JTabbedPaneOperator(window());
        lists.waitPage("Hosts by Checks");
        lists.selectPage("Hosts by Checks");
        JTableOperator matrix = table("matrix");
        matrix.waitState(rows(3));
        matrix.clickOnCell(1, 1);
        contains("question", "(SRV2 (simulated))");
        lists.selectPage("Checks");
        JTableOperator checks = table("checks");
        checks.clickOnCell(0, 1);
        contains("question", checks.getValueAt(0, 1).toString());
        lists.selectPage("Hosts by Checks");
        contains("question", "(SRV2 (simulated))");
    }

    public void testHowToLookCloser() throws Exception {
        diagnose("No certificate");
        text("verdict", "Failed");
        new JButtonOperator(window(), named("lookCloser")).pushNoBlock();
        JDialogOperator tools = new JDialogOperator("Look Closer");
        JList<?> list = (JList<?>) new ContainerOperator<>(tools, named("tools")).getSource();
        for (int i = 0; i < list.getModel().getSize(); i++) {
            if (list.getModel().getElementAt(i).toString().contains("id=key-test/")) {
                int row = i;
                SwingUtilities.invokeAndWait(() -> list.setSelectedIndex(row));
            }
        }
        screenshot(getName() + "-tools");
        new JButtonOperator(tools, "OK").push();
        JDialogOperator question = new JDialogOperator("Change SRV1 (simulated), SRV2 (simulated)?");
        screenshot(getName() + "-question");
        new JButtonOperator(question, "Apply").push();
        contains("reasons", "With a key for a test SRV1 (simulated) and SRV2 (simulated) negotiate");
        new JButtonOperator(window(), named("undoRemedy")).push();
        contains("reasons", "certificate");
    }

    public void testHostsThatAreGone() throws Exception {
        diagnose("All well");
        text("verdict", "OK");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StopLabAction");
        new ContainerOperator<>(window(), named("noHosts"));
        new JButtonOperator(window(), named("askAgain")).push();
        // The password of the lab is gone with it, and nobody is asked for another one.
        text("headline", "No host could be asked");
        contains("message", "SRV1 (simulated) could not be asked: The lab that simulated this host has ended.");
    }

    private void diagnose(String scenario) throws Exception {
        act("Window", "org.ipsecworkbench.workbench.hosts.HostsWindow");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StartLabAction");
        choose(scenario);
    }

    /** Chooses what the lab plays, and diagnoses its hosts. */
    private void choose(String scenario) throws Exception {
        choose(scenario, 2);
    }

    private void choose(String scenario, int count) throws Exception {
        JDialogOperator dialog = new JDialogOperator("Lab: Simulated Hosts");
        JListOperator scenarios =
                new JListOperator((JList<?>) new ContainerOperator<>(dialog, named("scenarios")).getSource());
        scenarios.selectItem(scenario);
        new JButtonOperator(dialog, "OK").push();
        JTableOperator hosts = table("hosts");
        hosts.waitState(rows(count + 1));
        JTable table = (JTable) hosts.getSource();
        until("focus in hosts", () -> table.isFocusOwner() || !table.requestFocusInWindow() && table.isFocusOwner());
        // The group, which stands for all of its hosts.
        press(KeyEvent.VK_HOME);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_D);
    }
}
