package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.ipsecworkbench.lab.LabHost;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JComboBoxOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JTextComponentOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.netbeans.swing.outline.Outline;

/** Knows, tests and loses hosts: those of the lab, one that is added, and a thousand. Runs in the application. */
public class HostsInside extends HostsCase {
    public HostsInside(String name) {
        super(name);
    }

    public void testTheLabIsListedTestedAndMarkedSimulated() throws Exception {
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StartLabAction");
        new JButtonOperator(new JDialogOperator("Lab: Simulated Hosts"), "OK").push();
        select("SRV1 (simulated)");
        text("hostState", "Not tried (simulated)");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        text("hostState", "Reachable (simulated)");
        contains("step-authenticate", "Administrator");
        contains("step-system", "Windows Server");
        contains("hostFacts", "its clock is ");
        select("Lab (simulated)");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        Outline outline = outline();
        until(
                "all of the group",
                () -> said(outline, row(outline, "Lab (simulated)"), 1).equals("2 of 2 reachable"));
        assertFalse(
                "the lab is not kept",
                Files.exists(file()) && Files.readString(file()).contains("SRV1"));
    }

    public void testTheCommandsOfATestAreShown() throws Exception {
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StartLabAction");
        new JButtonOperator(new JDialogOperator("Lab: Simulated Hosts"), "OK").push();
        select("SRV1 (simulated)");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        text("hostState", "Reachable (simulated)");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.ShowCommandsAction");
        new ContainerOperator<>(
                window(),
                condition(
                        "its commands",
                        one -> one instanceof JTextComponent text
                                && one.isShowing()
                                && text.getText().contains("connection test\n> ")
                                && text.getText().contains("exit code 0, ")));
    }

    public void testAHostIsAddedItsCertificateLookedAtAndItsPasswordUsed() throws Exception {
        LabHost host = startLab();
        act("Hosts", "org.ipsecworkbench.workbench.hosts.AddHostAction");
        JDialogOperator dialog = new JDialogOperator("Add Host");
        field(dialog, "address", "127.0.0.1:" + host.tlsPort());
        field(dialog, "name", "first");
        field(dialog, "user", user());
        field(dialog, "password", PASSWORD);
        new JComboBoxOperator(dialog, named("keep")).selectItem(0);
        new JButtonOperator(dialog, named("testNow")).pushNoBlock();
        JDialogOperator certificate = new JDialogOperator("Certificate Not Trusted");
        new JTextComponentOperator(certificate, named("certificate"))
                .waitState(condition(
                        "its issuer", c -> ((JTextComponent) c).getText().contains("Issuer: ")));
        screenshot(getName() + "-certificate");
        new JButtonOperator(certificate, "Trust This Key").push();
        JTextComponentOperator system = new JTextComponentOperator(dialog, named("step-system"));
        system.waitState(
                condition("the system", c -> ((JTextComponent) c).getText().contains("Windows Server")));
        screenshot(getName() + "-dialog");
        new JButtonOperator(dialog, "OK").push();
        select("first");
        String kept = Files.readString(file());
        assertTrue(kept, kept.contains("pin = "));
        assertFalse(kept, kept.contains(PASSWORD));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        text("hostState", "Reachable (simulated)");
    }

    public void testAChangedKeyIsRefused() throws Exception {
        LabHost host = startLab();
        write("[changed]\naddress = winrms://127.0.0.1:" + host.tlsPort() + "\nuser = " + user() + "\npin = "
                + "ab".repeat(32) + "\n");
        select("changed");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        password(PASSWORD);
        JDialogOperator refused = new JDialogOperator("The Key of This Host Has Changed");
        new JTextComponentOperator(refused, named("certificate"))
                .waitState(
                        condition("refused", c -> ((JTextComponent) c).getText().startsWith("REFUSED: ")));
        screenshot(getName() + "-dialog");
        new JButtonOperator(refused, "OK").push();
        text("hostState", "Certificate not trusted");
    }

    public void testARejectedPasswordIsAskedForAnew() throws Exception {
        LabHost host = startLab();
        write("[guarded]\naddress = winrm://127.0.0.1:" + host.port() + "\nuser = " + user() + "\n");
        select("guarded");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        password("wrong");
        text("hostState", "Password rejected");
        contains("step-authenticate", "Next: ");
        screenshot(getName() + "-rejected");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        password(PASSWORD);
        text("hostState", "Reachable (simulated)");
    }

    public void testAThousandHostsAreListedFilteredAndRemoved() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("[host")
                    .append(i)
                    .append("]\naddress = winrm://192.0.2.1\ngroup = Group ")
                    .append(i % 10)
                    .append("\n");
        }
        write(text.toString());
        Outline outline = outline();
        until("all of them", () -> outline.getRowCount() == 1010);
        type("filterHosts", "host999");
        until("one", () -> outline.getRowCount() == 2);
        select("host999");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.RemoveHostsAction");
        new JButtonOperator(new JDialogOperator("Remove Hosts"), "OK").push();
        until("none", () -> outline.getRowCount() == 0);
        type("filterHosts", "");
        until("the others", () -> outline.getRowCount() == 1009);
        assertFalse(Files.readString(file()).contains("[host999]"));
    }

    public void testDamageOfTheFileIsTold() throws Exception {
        write("[good]\naddress = winrm://192.0.2.1\n[bad]\nuser = x\n");
        select("good");
        contains("hostProblems", "The host bad has no address.");
    }

    private void type(String name, String text) {
        new JTextFieldOperator(window(), named(name)).setText(text);
    }

    /** What a column says of a row, as it is drawn. */
    private static String said(Outline outline, int row, int column) {
        return ((JLabel) outline.prepareRenderer(outline.getCellRenderer(row, column), row, column)).getText();
    }
}
