package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.ipsecworkbench.lab.Scenario;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JComboBoxOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JTextComponentOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.netbeans.swing.outline.Outline;
import org.openide.explorer.view.Visualizer;
import org.openide.modules.Places;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** Knows, tests and loses hosts: those of the lab, one that is added, and a thousand. Runs in the application. */
public class HostsInside extends WindowCase {
    private static final String PASSWORD = "Geheim-4711-lab";

    private Lab lab;

    public HostsInside(String name) {
        super(name);
    }

    @Override
    protected void setUp() throws Exception {
        super.setUp();
        Files.deleteIfExists(file());
        act("Window", "org.ipsecworkbench.workbench.hosts.HostsWindow");
        new JTextFieldOperator(window(), named("filterHosts")).setText("");
    }

    @Override
    protected void tearDown() throws Exception {
        if (lab != null) {
            lab.close();
        }
        super.tearDown();
        SwingUtilities.invokeAndWait(() -> {
            TopComponent output = WindowManager.getDefault().findTopComponent("output");
            if (output != null) {
                output.close();
            }
        });
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StopLabAction");
        Files.deleteIfExists(file());
    }

    private static Path file() {
        return Places.getUserDirectory().toPath().resolve("known-hosts.ini");
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
        field(dialog, "user", lab.user());
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
        write("[changed]\naddress = winrms://127.0.0.1:" + host.tlsPort() + "\nuser = " + lab.user() + "\npin = "
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
        write("[guarded]\naddress = winrm://127.0.0.1:" + host.port() + "\nuser = " + lab.user() + "\n");
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

    private LabHost startLab() throws Exception {
        lab = Lab.start(Scenario.find("all-well").orElseThrow(), "Administrator", PASSWORD.toCharArray(), 0);
        return lab.hosts().get(0);
    }

    private static void write(String text) throws Exception {
        Files.writeString(file(), text, StandardCharsets.UTF_8);
    }

    private static void password(String password) {
        JDialogOperator dialog = new JDialogOperator("Password");
        field(dialog, "password", password);
        new JButtonOperator(dialog, "OK").push();
    }

    private static void field(ContainerOperator<?> in, String name, String text) {
        new JTextComponentOperator(in, named(name)).setText(text);
    }

    private void type(String name, String text) {
        new JTextFieldOperator(window(), named(name)).setText(text);
    }

    /** Selects the row of a host or group as soon as it is there. */
    private void select(String name) throws Exception {
        Outline outline = outline();
        until(name + " in the tree", () -> row(outline, name) >= 0);
        SwingUtilities.invokeAndWait(() -> {
            int row = row(outline, name);
            outline.setRowSelectionInterval(row, row);
            outline.requestFocusInWindow();
        });
        untilFocusIn("hosts");
    }

    private Outline outline() {
        return (Outline) new ContainerOperator<>(window(), named("hosts")).getSource();
    }

    private static int row(Outline outline, String name) {
        for (int row = 0; row < outline.getRowCount(); row++) {
            if (Visualizer.findNode(outline.getValueAt(row, 0)).getDisplayName().equals(name)) {
                return row;
            }
        }
        return -1;
    }

    /** What a column says of a row, as it is drawn. */
    private static String said(Outline outline, int row, int column) {
        return ((JLabel) outline.prepareRenderer(outline.getCellRenderer(row, column), row, column)).getText();
    }
}
