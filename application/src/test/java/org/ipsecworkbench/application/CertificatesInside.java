package org.ipsecworkbench.application;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPasswordField;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JFileChooserOperator;
import org.netbeans.jemmy.operators.JListOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.openide.awt.Actions;

/** Certificates: of files and of hosts, in groups, with their details, expiry and exports. Runs in the application. */
public class CertificatesInside extends WindowCase {
    private static final String BLOCK = """
        ================ Certificate %1$d ================
        Serial Number: 58000000%1$02d
        Issuer: CN=Example Root CA, DC=example
         NotBefore: 2026-01-13 10:00
         NotAfter: %2$s 10:00
        Subject: CN=%3$s
        Template: IPSec
        Cert Hash(sha1): 0123456789abcdef0123456789abcdef012345%1$02d
          Key Container = le-IPSec
          Provider = Microsoft Software Key Storage Provider

        """;

    private Path folder;

    public CertificatesInside(String name) {
        super(name);
    }

    @Override
    protected void setUp() throws Exception {
        super.setUp();
        folder = Files.createTempDirectory("ipsecwb-certificates");
    }

    @Override
    protected void tearDown() throws Exception {
        super.tearDown();
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StopLabAction");
        for (File file : folder.toFile().listFiles()) {
            Files.delete(file.toPath());
        }
        Files.delete(folder);
    }

    private Path listing(String name, String command, String... blocks) throws Exception {
        return Files.writeString(folder.resolve(name), "C:\\>certutil " + command + "\nMy\n" + String.join("", blocks));
    }

    private int row(JTableOperator table, String begin) throws Exception {
        int[] found = {-1};
        until(begin, () -> {
            JTable source = (JTable) table.getSource();
            found[0] = -1;
            for (int row = 0; row < source.getRowCount(); row++) {
                if (String.valueOf(source.getValueAt(row, 0)).startsWith(begin)) {
                    found[0] = row;
                }
            }
            return found[0] >= 0;
        });
        return found[0];
    }

    private void select(JTableOperator table, String begin) throws Exception {
        int row = row(table, begin);
        SwingUtilities.invokeAndWait(() -> ((JTable) table.getSource()).setRowSelectionInterval(row, row));
    }

    private void page(String pages, int page) throws Exception {
        JTabbedPane tabs = (JTabbedPane) new ContainerOperator<>(window(), named(pages)).getSource();
        SwingUtilities.invokeAndWait(() -> tabs.setSelectedIndex(page));
    }

    public void testAListingIsShownInGroups() throws Exception {
        Path own = listing(
                "srv1.txt",
                "-store My",
                BLOCK.formatted(1, "2026-02-13", "old.example"),
                BLOCK.formatted(2, "2099-02-13", "srv1.example"));
        open(own);
        JTableOperator table = table("certificates");
        row(table, "srv1.txt, computer's own certificates: 2 certificates");
        until("verdict", () -> new ContainerOperator<>(window(), named("verdict")).getSource() != null);
        contains("reasons", "IKE probably picks it");
        select(table, "old.example");
        text("certificateTitle", "old.example");
        page("pages", 3);
        contains("ruleWhy", "It has expired");
        contains("ruleWhy", "Windows reports it as error 13806 (0x35ee).");
        screenshot(getName() + "-rules");
        page("pages", 1);
        JTableOperator fields = table("fields");
        select(fields, "Subject");
        contains("fieldValue", "CN=old.example");
        JComboBox<?> authority = (JComboBox<?>) new ContainerOperator<>(window(), named("authority")).getSource();
        SwingUtilities.invokeAndWait(() -> authority.setSelectedIndex(1));
        contains("reasons", "IKE probably picks it");
        select(table, "srv1.txt, computer");
        SwingUtilities.invokeAndWait(() -> ((JTable) table.getSource()).requestFocusInWindow());
        untilFocusIn("certificates");
        press(KeyEvent.VK_LEFT);
        table.waitState(rows(1));
        press(KeyEvent.VK_RIGHT);
        table.waitState(rows(3));
    }

    public void testAUsersStoreStandsApartAndTheFilterFinds() throws Exception {
        Path all = listing("all.txt", "-store My", BLOCK.formatted(1, "2099-02-13", "srv1.example"));
        Files.writeString(
                all,
                Files.readString(all) + "C:\\>certutil -user -store My\nMy\n"
                        + BLOCK.formatted(2, "2099-02-13", "joe.example"));
        open(all);
        JTableOperator table = table("certificates");
        row(table, "all.txt, user's store: does not count: 1 certificate. It is in the store of a user.");
        JTextField filter = (JTextField) new ContainerOperator<>(window(), named("certificateFilter")).getSource();
        SwingUtilities.invokeAndWait(() -> filter.setText("joe"));
        text("certificateCount", "1 of 2 certificates");
        select(table, "joe.example");
        page("pages", 0);
        JComboBox<?> grouping =
                (JComboBox<?>) new ContainerOperator<>(window(), named("certificateGrouping")).getSource();
        SwingUtilities.invokeAndWait(() -> {
            filter.setText("");
            grouping.setSelectedIndex(1);
        });
        row(table, "Example Root CA: 1 certificate");
    }

    public void testWhatEndsIsDrawnAndExported() throws Exception {
        open(listing("srv1.txt", "-store My", BLOCK.formatted(1, "2099-02-13", "srv1.example")));
        row(table("certificates"), "srv1.example");
        page("certificatePages", 1);
        JComboBox<?> span = (JComboBox<?>) new ContainerOperator<>(window(), named("expirySpan")).getSource();
        SwingUtilities.invokeAndWait(() -> span.setSelectedIndex(span.getItemCount() - 1));
        table("expiries").waitState(rows(1));
        Path calendar = folder.resolve("out.ics");
        export("exportCalendar", calendar);
        assertTrue(Files.readString(calendar).contains("SUMMARY:Certificate ends: srv1.example (srv1.txt)"));
        Path csv = folder.resolve("out.csv");
        export("exportTable", csv);
        assertTrue(Files.readString(csv).contains("\"CN=srv1.example\""));
    }

    private void export(String button, Path file) throws Exception {
        JButton export = (JButton) new ContainerOperator<>(window(), named(button)).getSource();
        SwingUtilities.invokeLater(export::doClick);
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFile(file.toFile());
        chooser.approveSelection();
        until(file.toString(), () -> file.toFile().length() > 0);
    }

    public void testAProtectedFileAsksForItsPasswordAndItsCertificateIsCopied() throws Exception {
        Path store = folder.resolve("owner.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-storetype",
                        "PKCS12",
                        "-dname",
                        "CN=owner.example, O=Example",
                        "-ext",
                        "san=dns:owner.example",
                        "-storepass",
                        "right-one",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertEquals(0, keytool.waitFor());
        open(store);
        password("wrong-one");
        password("right-one");
        JTableOperator table = table("certificates");
        select(table, "owner.example");
        page("pages", 1);
        select(table("fields"), "Subject Alternative Name");
        contains("fieldValue", "DNS name: owner.example");
        Path copy = folder.resolve("copy.pem");
        export("copyToFile", copy);
        assertTrue(Files.readString(copy).startsWith("-----BEGIN CERTIFICATE-----"));
        DroppedFile.on((JComponent) table.getSource(), copy);
        password("right-one");
        row(table("certificates"), "owner.p12 and 1 more, from files: 2 certificates");
    }

    private static void password(String password) {
        JDialogOperator dialog = new JDialogOperator("Password of a File");
        JPasswordField field = (JPasswordField) new ContainerOperator<>(dialog, named("filePassword")).getSource();
        field.setText(password);
        new JButtonOperator(dialog, "OK").push();
        dialog.waitClosed();
    }

    public void testNothingRecognisedSaysSo() throws Exception {
        // The beginning of a certificate and its length, but nothing that could be one.
        Path broken = Files.write(folder.resolve("broken.cer"), new byte[] {0x30, (byte) 0x81, 1, 0});
        open(broken);
        text("headline", "There are no certificates here");
    }

    public void testHostsOfTheLabAreAskedAndHeldAgainstEachOther() throws Exception {
        act("Window", "org.ipsecworkbench.workbench.hosts.HostsWindow");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StartLabAction");
        JDialogOperator dialog = new JDialogOperator("Lab: Simulated Hosts");
        new JListOperator((JList<?>) new ContainerOperator<>(dialog, named("scenarios")).getSource())
                .selectItem("Certificate expired");
        new JButtonOperator(dialog, "OK").push();
        JTableOperator hosts = table("hosts");
        hosts.waitState(rows(3));
        JTable tree = (JTable) hosts.getSource();
        until("focus in hosts", () -> tree.isFocusOwner() || !tree.requestFocusInWindow() && tree.isFocusOwner());
        press(KeyEvent.VK_HOME);
        Action action = Actions.forID("Hosts", "org.ipsecworkbench.certificateinspector.InspectHostsAction");
        until("the action", action::isEnabled);
        SwingUtilities.invokeLater(() -> action.actionPerformed(new ActionEvent(action, 0, "inspect")));
        JTableOperator table = table("certificates");
        until("certificates", () -> ((JTable) table.getSource()).getRowCount() > 4);
        page("pages", 2);
        screenshot(getName() + "-path");
        page("pages", 3);
        screenshot(getName() + "-list");
        page("certificatePages", 2);
        new ContainerOperator<>(window(), named("peerForth"));
        contains("reasons", ".");
        screenshot(getName() + "-pair");
        page("certificatePages", 1);
    }
}
