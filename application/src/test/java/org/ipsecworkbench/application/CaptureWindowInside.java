package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import javax.swing.JTable;
import javax.swing.JTree;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JTabbedPaneOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.netbeans.jemmy.operators.JTreeOperator;

/** Opens the sample from the welcome page, reads the verdict, filters by a pair, goes to a packet. Runs in the application. */
public class CaptureWindowInside extends WindowCase {
    public CaptureWindowInside(String name) {
        super(name);
    }

    public void testCapture() throws Exception {
        JButtonOperator sample = new JButtonOperator(window(), named("sample"));
        screenshot("welcome");
        sample.push();

        text("verdict", "Partly in clear");
        JTableOperator pairs = table("pairs");
        pairs.waitState(rows(3));
        assertEquals("In clear: not protected", cell(pairs, 0, 0));
        assertEquals("10.57.0.10", cell(pairs, 0, 1));
        assertEquals("10.57.0.30", cell(pairs, 0, 2));
        assertEquals("Encrypted", cell(pairs, 2, 0));
        assertEquals("100", cell(pairs, 2, 3));
        screenshot("coverage");

        pairs.getSource().requestFocusInWindow();
        new JButtonOperator(window(), named("showPackets")).push();
        JTableOperator packets = table("packets");
        packets.waitState(rows(88));
        text("packetStatus", "88 of 204 packets");
        JTextFieldOperator filter = new JTextFieldOperator(window(), named("filter"));
        assertEquals("pair == 10.57.0.10,10.57.0.30", filter.getText());
        screenshot("filtered");

        apply(filter, "esp.spi = = 1");
        mistake("At “");
        assertEquals("the list stays", 88, packets.getRowCount());
        screenshot("mistake");

        apply(filter, "esp.spi == 0xc0d41955");
        packets.waitState(rows(44));
        packets.setRowSelectionInterval(0, 0);
        JTreeOperator details =
                new JTreeOperator((JTree) new ContainerOperator<>(window(), named("details")).getSource());
        details.waitState(condition("the SPI of ESP", component -> {
            JTree tree = (JTree) component;
            for (int row = 0; row < tree.getRowCount(); row++) {
                if (tree.getPathForRow(row).getLastPathComponent().toString().equals("SPI: 0xc0d41955")) {
                    tree.setSelectionRow(row);
                    return true;
                }
            }
            return false;
        }));
        text("field", "SPI: bytes 34 to 37 (4 bytes)");
        screenshot("details");

        apply(filter, "ip.addr == 192.0.2.1");
        text("packetStatus", "0 of 204 packets");
        text("noMatch", "No packet passes this filter");
        screenshot("empty");

        new JTabbedPaneOperator(window()).selectPage("Conversations");
        JTableOperator flows = table("flows");
        flows.waitState(rows(11));
        assertEquals("10.57.0.20", cell(flows, 0, 0));
        assertEquals("0xcab5e5b8", cell(flows, 0, 3));
        assertEquals("Encrypted", cell(flows, 0, 4));
        screenshot("conversations");
        new JButtonOperator(window(), named("showFlow")).push();
        packets.waitState(rows(46));

        new JTabbedPaneOperator(window()).selectPage("Compare");
        text("whyCompare", "Did IPsec change what is on the wire?");
        screenshot("compare-empty");
        new JButtonOperator(window(), named("openTheOther")).pushNoBlock();
        choose(sample());
        JTableOperator changes = table("changes");
        changes.waitState(rows(3));
        assertEquals("No demonstrable change", cell(changes, 0, 0));
        assertEquals("10.57.0.20", cell(changes, 0, 2));
        assertEquals("100", cell(changes, 0, 3));
        screenshot("compare");
        new JTabbedPaneOperator(window()).selectPage("Packets");

        new JButtonOperator(window(), named("clearFilter")).push();
        packets.waitState(rows(204));
        text("packetStatus", "204 packets");
        assertEquals("ARP", cell(packets, 0, 4));
        assertEquals("IKEv2", cell(packets, 2, 4));
        assertEquals("ESP", cell(packets, 6, 4));

        packets.pressKey(KeyEvent.VK_G, KeyEvent.CTRL_DOWN_MASK);
        packets.releaseKey(KeyEvent.VK_G, KeyEvent.CTRL_DOWN_MASK);
        JDialogOperator goTo = new JDialogOperator("Go to Packet");
        new JTextFieldOperator(goTo).setText("100");
        new JButtonOperator(goTo, "OK").push();
        goTo.waitClosed();
        packets.waitState(condition("row 99 selected", component -> ((JTable) component).getSelectedRow() == 99));
        assertEquals("100", cell(packets, 99, 0));
        packets.waitHasFocus();
        packets.pressKey(KeyEvent.VK_C, KeyEvent.CTRL_DOWN_MASK);
        packets.releaseKey(KeyEvent.VK_C, KeyEvent.CTRL_DOWN_MASK);
        waitCopied("100\t3.627095\t10.57.0.30\t10.57.0.10\tClear\t74\t");
        screenshot("packets");
    }
}
