package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JTree;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JFileChooserOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.openide.windows.TopComponent;

/** The policy of a host: opened by its content, read in the tree, asked for a flow. Runs in the application. */
public class PolicyInside extends WindowCase {
    private Path listing;

    public PolicyInside(String name) {
        super(name);
    }

    @Override
    protected void setUp() throws Exception {
        super.setUp();
        listing = Files.writeString(Files.createTempDirectory("ipsecwb-policy").resolve("srv1-consec.log"), """
                C:\\>netsh advfirewall consec show rule name=all verbose

                Rule Name:                            Servers to servers
                ----------------------------------------------------------------------
                Enabled:                              Yes
                Profiles:                             Domain,Private
                Type:                                 Static
                Mode:                                 Transport
                Endpoint1:                            10.1.0.0/16
                Endpoint2:                            10.1.0.0/16
                Protocol:                             Any
                Action:                               RequireInRequireOut
                Auth1:                                ComputerKerb
                MainModeSecMethods:                   DHGroup14-AES256-SHA256,DHGroup2-3DES-SHA1
                MainModeKeyLifetime:                  480min,0sess
                QuickModeSecMethods:                  ESP:SHA1-AES256+60min+100000kb
                QuickModePFS:                         None
                Rule source:                          Local Setting

                Rule Name:                            Printers in clear
                ----------------------------------------------------------------------
                Enabled:                              Yes
                Profiles:                             Domain,Private,Public
                Type:                                 Static
                Mode:                                 Transport
                Endpoint1:                            Any
                Endpoint2:                            10.1.9.0-10.1.9.31
                Port1:                                Any
                Port2:                                9100
                Protocol:                             TCP
                Action:                               NoAuthentication
                Rule source:                          Branch printing
                Ok.
                """);
    }

    @Override
    protected void tearDown() throws Exception {
        super.tearDown();
        try (Stream<Path> all = Files.list(listing.getParent())) {
            for (Path one : all.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(listing.getParent());
    }

    /** The first component in sight that is meant; null where there is none. Does not wait, so that the event thread may ask. */
    private static Component find(Container in, Predicate<Component> meant) {
        for (Component one : in.getComponents()) {
            Component found = one.isShowing() && meant.test(one)
                    ? one
                    : one instanceof Container container ? find(container, meant) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private JTree tree() {
        return (JTree) find((Container) window().getSource(), one -> "policy".equals(one.getName()));
    }

    private int row(String begin) {
        JTree tree = tree();
        for (int row = 0; tree != null && row < tree.getRowCount(); row++) {
            if (tree.getPathForRow(row).getLastPathComponent().toString().startsWith(begin)) {
                return row;
            }
        }
        return -1;
    }

    private void select(String begin) throws Exception {
        until(begin, () -> row(begin) >= 0);
        SwingUtilities.invokeAndWait(() -> tree().setSelectionRow(row(begin)));
    }

    /** Opens a listing and waits for its tree, since several may be open. */
    private void show(Path file) throws Exception {
        open(file);
        select(String.valueOf(file.getFileName()));
    }

    public void testAPolicyIsReadAndAskedForAFlow() throws Exception {
        open(listing);
        select("Attention: Weak algorithm");
        JTableOperator values = table("values");
        until("its reason", () -> values.getRowCount() > 4);
        assertEquals("Weak algorithm", cell(values, 0, 1));
        select("Servers to servers – in force");
        until("its values", () -> values.getRowCount() > 10);
        assertEquals("in force", cell(values, 0, 1));
        assertEquals("srv1-consec.log, line 5", cell(values, 0, 2));

        JTextFieldOperator flow = new JTextFieldOperator(window(), named("flow"));
        apply(flow, "tcp 10.1.0.5");
        JLabel error = (JLabel) new ContainerOperator<>(window(), named("flow-error")).getSource();
        until("the mistake", () -> error.isShowing() && error.getText().startsWith("A flow is"));
        apply(flow, "tcp 192.0.2.5 10.1.9.7:9100");
        text("verdict", "The host permits in clear");
        until("both candidates", () -> values.getRowCount() == 2);
        assertEquals("Printers in clear", cell(values, 0, 0));
        assertTrue(cell(values, 1, 1), cell(values, 1, 1).startsWith("no match"));
        contains("value", "wins: Its filter is the most specific");
        assertFalse("no mistake any more", error.isShowing());
    }

    /** Another listing of the same host, with an offer changed. */
    private Path later() throws Exception {
        String text = Files.readString(listing).replace("ESP:SHA1-AES256", "ESP:SHA256-AES128");
        return Files.writeString(listing.resolveSibling("srv2-consec.log"), text);
    }

    /** A menu has a window of its own where it does not fit into that of the application. */
    private static JMenuItem entry(String text) {
        for (Window window : Window.getWindows()) {
            Component found = find(window, one -> one instanceof JMenuItem item && text.equals(item.getText()));
            if (found != null) {
                return (JMenuItem) found;
            }
        }
        return null;
    }

    private void choose(String button, String policy) throws Exception {
        new JButtonOperator(window(), named(button)).push();
        until(policy + " in the menu", () -> entry(policy) != null);
        SwingUtilities.invokeLater(() -> {
            JMenuItem entry = entry(policy);
            MenuSelectionManager.defaultManager().clearSelectedPath();
            entry.doClick();
        });
    }

    public void testWhatIsFoundIsSelected() throws Exception {
        open(listing);
        select("Servers to servers – in force");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        untilFocusIn("find");
        apply(new JTextFieldOperator(window(), named("find")), "9100");
        text("found", "1 of 2");
        JTree tree = (JTree) new ContainerOperator<>(window(), named("policy")).getSource();
        assertTrue(
                String.valueOf(tree.getSelectionPath()),
                tree.getSelectionPath().toString().contains("Printers"));
        apply(new JTextFieldOperator(window(), named("find")), "no such text");
        text("found", "Not found");
    }

    public void testTwoPoliciesAreComparedDifferencesFirst() throws Exception {
        show(later());
        show(listing);
        choose("compare", "srv2-consec.log");
        text("verdict", "1 difference");
        JTableOperator compared = table("compared");
        assertEquals("differs", cell(compared, 0, 0));
        assertEquals("quick mode offers", cell(compared, 0, 2));
        assertEquals("ESP aes256 sha1", cell(compared, 0, 3));
        assertEquals("ESP aes128 sha256", cell(compared, 0, 4));
        assertEquals("same", cell(compared, 1, 0));
        contains("second", "srv2-consec.log, line 16");
    }

    public void testAPairIsPredictedAndAValueChangedWithoutAHost() throws Exception {
        show(later());
        show(listing);
        choose("predict", "srv2-consec.log");
        JTextFieldOperator flow = new JTextFieldOperator(window(), named("predicted-flow"));
        apply(flow, "tcp 10.1.0.5 10.1.0.6:445");
        JTableOperator trace = table("trace");
        until("its steps", () -> trace.getRowCount() > 5);
        contains("reasons", "They differ first in: ESP encryption (srv1-consec.log: aes256; srv2-consec.log: aes128).");
        contains("step", "read in srv2-consec.log, line 16");
        screenshot(getName() + "-fails");
        new JButtonOperator(window(), named("tryCure")).push();
        contains("reasons", "What if srv1-consec.log: quickmode+=ESP:sha256-aes128+60min+100000kb");
        new JButtonOperator(window(), named("undoChanges")).push();
        JTextFieldOperator value = new JTextFieldOperator(window(), named("changedValue"));
        apply(value, "perhaps");
        JLabel error = (JLabel) new ContainerOperator<>(window(), named("change-error")).getSource();
        until("the mistake", () -> error.isShowing() && error.getText().startsWith("perhaps is no action"));
    }

    public void testManyHostsAreAMapWithTheProofOfEachPair() throws Exception {
        Path responds = Files.writeString(
                listing.resolveSibling("srv3-client.txt"),
                "netsh ipsec static add policy name=Client activatedefaultrule=yes assign=yes\n");
        act("Hosts", "org.ipsecworkbench.policyexplorer.PredictFilesAction");
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFiles(new File[] {listing.toFile(), later().toFile(), responds.toFile()});
        chooser.approveSelection();
        text("kinds", "3 hosts of 3 kinds. Rows begin, columns answer.");
        text("pair", "srv1-consec.log to srv2-consec.log");
        text("verdict", "In clear, as the policies ask");
        untilFocusIn("matrix");
        screenshot(getName() + "-map");
        press(KeyEvent.VK_DOWN);
        text("pair", "A host and itself are no pair.");
        press(KeyEvent.VK_LEFT);
        text("pair", "srv2-consec.log to srv1-consec.log");
        press(KeyEvent.VK_ENTER);
        until(
                "the window of the pair",
                () -> TopComponent.getRegistry().getOpened().stream()
                        .anyMatch(one -> one.getName() != null
                                && one.getName().equals("Prediction: srv2-consec.log and srv1-consec.log")));
    }

    /** Policies of a small network, as scripts of netsh: servers of two generations, and clients that only respond. */
    private File[] network() throws IOException {
        String modern = "netsh advfirewall consec add rule name=Isolation endpoint1=any endpoint2=any"
                + " auth1=computerkerb mmsecmethods=dhgroup14:aes256-sha256,dhgroup2:3des-sha1 qmsecmethods=%s action=%s\n";
        String legacy = "netsh ipsec static add policy name=Server activatedefaultrule=yes assign=yes\n"
                + "netsh ipsec static add filterlist name=All\n"
                + "netsh ipsec static add filter filterlist=All srcaddr=me dstaddr=any protocol=any mirrored=yes\n"
                + "netsh ipsec static add filteraction name=Ask action=negotiate inpass=yes soft=%s"
                + " qmsecmethods=\"ESP[3DES,SHA1]:100000k/900s\"\n"
                + "netsh ipsec static add rule name=Ask policy=Server filterlist=All filteraction=Ask kerberos=yes\n";
        String respond = "netsh ipsec static add policy name=Client activatedefaultrule=yes assign=yes\n";
        String strong = "esp:sha256-aes256+60min+100000kb";
        Map<String, String> policies = new LinkedHashMap<>();
        policies.put("app1", String.format(modern, strong, "requestinrequestout"));
        policies.put("app2", String.format(modern, "esp:sha1-none+60min+100000kb," + strong, "requestinrequestout"));
        policies.put("db1", String.format(modern, strong, "requireinrequireout"));
        policies.put("db2", String.format(modern, strong, "requireinrequireout") + "# the same\n");
        policies.put("files1", String.format(modern, "ah:sha1+60min+100000kb", "requireinrequestout"));
        policies.put("old-server", String.format(legacy, "yes"));
        policies.put("old-vault", String.format(legacy, "no"));
        policies.put("kiosk1", respond);
        policies.put("kiosk2", respond);
        List<File> files = new ArrayList<>();
        for (Map.Entry<String, String> policy : policies.entrySet()) {
            files.add(Files.writeString(listing.resolveSibling(policy.getKey() + ".txt"), policy.getValue())
                    .toFile());
        }
        return files.toArray(File[]::new);
    }

    public void testTheMapOfANetworkShowsWhoOnlyResponds() throws Exception {
        act("Hosts", "org.ipsecworkbench.policyexplorer.PredictFilesAction");
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFiles(network());
        chooser.approveSelection();
        text("kinds", "9 hosts of 7 kinds. Rows begin, columns answer.");
        untilFocusIn("matrix");
        JComponent map = (JComponent) new ContainerOperator<>(window(), named("matrix")).getSource();
        for (int i = 0; i < 5; i++) {
            press(KeyEvent.VK_DOWN);
            press(KeyEvent.VK_RIGHT);
        }
        text("pair", "kiosk1.txt to kiosk2.txt");
        until(
                "its words",
                () -> map.getAccessibleContext()
                        .getAccessibleDescription()
                        .startsWith("kiosk1.txt to kiosk2.txt: In clear, since both only respond"));
        screenshot(getName());
    }
}
