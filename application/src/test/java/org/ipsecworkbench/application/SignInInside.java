package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JComboBoxOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JFileChooserOperator;
import org.netbeans.jemmy.operators.JTextComponentOperator;
import org.netbeans.swing.outline.Outline;
import org.openide.windows.TopComponent;

/**
 * Signs in by a certificate and by passwords, and leaves in the home folder what a case leaves: a session and a report, through
 * which the outside looks for the passwords. Runs in the application.
 */
public class SignInInside extends HostsCase {
    /** Of the file of the certificate. */
    static final String FILE_PASSWORD = "Schluessel-8899-p12";

    /** Tried, and rejected. */
    static final String WRONG = "Falsch-0815-geraten";

    public SignInInside(String name) {
        super(name);
    }

    @Override
    protected void tearDown() throws Exception {
        screenshot(getName());
        closeSessions();
        super.tearDown();
    }

    /** Where the test leaves its files. */
    static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    private LabHost startLabWithCertificates() throws Exception {
        LabHost host = startLab();
        Files.write(home().resolve("client.p12"), lab().clientCertificate(FILE_PASSWORD.toCharArray()));
        Files.writeString(home().resolve("authority.pem"), Lab.pem(lab().authority()));
        return host;
    }

    public void testACertificateSaysWhoAsks() throws Exception {
        LabHost host = startLabWithCertificates();
        act("Hosts", "org.ipsecworkbench.workbench.hosts.AddHostAction");
        JDialogOperator dialog = new JDialogOperator("Add Host");
        field(dialog, "address", "127.0.0.1:" + host.tlsPort());
        field(dialog, "name", "by certificate");
        new JComboBoxOperator(dialog, named("method")).selectItem("Certificate (HTTPS only)");
        field(dialog, "certificatePath", home().resolve("client.p12").toString());
        field(dialog, "authoritiesPath", home().resolve("authority.pem").toString());
        field(dialog, "password", FILE_PASSWORD);
        new JComboBoxOperator(dialog, named("keep")).selectItem(0);
        new JButtonOperator(dialog, named("testNow")).pushNoBlock();
        says(dialog, "step-authenticate", "by certificate");
        says(dialog, "step-system", "Windows Server");
        screenshot(getName() + "-dialog");
        new JButtonOperator(dialog, "OK").push();
        select("by certificate");
        String kept = Files.readString(file());
        assertTrue(kept, kept.contains("auth = certificate") && kept.contains("client.p12"));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        text("hostState", "Reachable (simulated)");
        contains("step-authenticate", "by certificate");
        Files.copy(file(), home().resolve("known-hosts.ini"));
    }

    public void testHostsAreCollectedByPasswordAndCertificate() throws Exception {
        LabHost host = startLabWithCertificates();
        write("[by password]\naddress = winrm://127.0.0.1:" + host.port() + "\nuser = " + user()
                + "\n[by certificate]\naddress = winrms://127.0.0.1:" + host.tlsPort()
                + "\nauth = certificate\ncertificate = "
                + home().resolve("client.p12") + "\nauthorities = " + home().resolve("authority.pem") + "\n");
        for (List<String> tried : List.of(
                List.of("by password", WRONG, PASSWORD), List.of("by certificate", FILE_PASSWORD, FILE_PASSWORD))) {
            select(tried.get(0));
            press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
            password(tried.get(1));
            if (tried.get(1).equals(WRONG)) {
                text("hostState", "Password rejected");
                press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
                password(tried.get(2));
            }
            text("hostState", "Reachable (simulated)");
        }
        selectBoth();
        act("Hosts", "org.ipsecworkbench.sessionexplorer.CollectAction");
        contains("facts", "Not saved yet");
        until(
                "its name",
                () -> String.valueOf(TopComponent.getRegistry().getActivated().getDisplayName())
                        .endsWith(" *"));
        act("File", "org.ipsecworkbench.sessionexplorer.SaveSessionAction");
        save("case.ipsecwb");
        contains("facts", home().resolve("case.ipsecwb").toString());
        act("Session", "org.ipsecworkbench.diagnosisguide.DiagnoseSessionAction");
        text("asking", "All that the session holds was read. No host was asked.");
        new JButtonOperator(window(), named("saveReport")).pushNoBlock();
        save("report.html");
        until("the report", () -> Files.exists(home().resolve("report.html")));
    }

    private static void save(String name) {
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFile(new File(home().resolve(name).toString()));
        chooser.approveSelection();
    }

    private static void says(JDialogOperator dialog, String step, String words) throws Exception {
        new JTextComponentOperator(dialog, named(step))
                .waitState(condition(
                        step + " says " + words,
                        text -> ((JTextComponent) text).getText().contains(words)));
    }

    private void selectBoth() throws Exception {
        Outline hosts = outline();
        SwingUtilities.invokeAndWait(() -> {
            hosts.clearSelection();
            for (String name : List.of("by password", "by certificate")) {
                int row = row(hosts, name);
                hosts.addRowSelectionInterval(row, row);
            }
            hosts.requestFocusInWindow();
        });
        untilFocusIn("hosts");
    }
}
