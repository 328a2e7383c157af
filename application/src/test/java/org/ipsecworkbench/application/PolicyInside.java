package org.ipsecworkbench.application;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JLabel;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;

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
        Files.delete(listing);
        Files.delete(listing.getParent());
    }

    private int row(String begin) {
        JTree tree = (JTree) new ContainerOperator<>(window(), named("policy")).getSource();
        for (int row = 0; row < tree.getRowCount(); row++) {
            if (tree.getPathForRow(row).getLastPathComponent().toString().startsWith(begin)) {
                return row;
            }
        }
        return -1;
    }

    private void select(String begin) throws Exception {
        JTree tree = (JTree) new ContainerOperator<>(window(), named("policy")).getSource();
        until(begin, () -> row(begin) >= 0);
        SwingUtilities.invokeAndWait(() -> tree.setSelectionRow(row(begin)));
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
}
