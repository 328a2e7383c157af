package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.ComponentChooser;
import org.netbeans.jemmy.JemmyProperties;
import org.netbeans.jemmy.TestOut;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JFileChooserOperator;
import org.netbeans.jemmy.operators.JFrameOperator;
import org.netbeans.jemmy.operators.JLabelOperator;
import org.netbeans.jemmy.operators.JTabbedPaneOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.netbeans.jemmy.operators.JToggleButtonOperator;
import org.netbeans.jemmy.operators.JTreeOperator;
import org.netbeans.junit.NbTestCase;

/** Opens the sample from the welcome page, reads the verdict, filters by a pair, goes to a packet. Runs in the application. */
public class CaptureWindowInside extends NbTestCase {

    private static final Dimension SIZE = new Dimension(1280, 800);
    private static final Path SAMPLE = Path.of(
            System.getProperty("all.clusters"),
            System.getProperty("branding.token"),
            "samples",
            "office-partly-protected.pcap");
    /** Bytes before the first packet of a pcap file. */
    private static final int FILE_HEADER = 24;

    private JFrameOperator window;

    public CaptureWindowInside(String name) {
        super(name);
    }

    public void testCapture() throws Exception {
        JemmyProperties.setCurrentOutput(TestOut.getNullOutput());
        window = new JFrameOperator("IPsec Workbench");
        SwingUtilities.invokeAndWait(() -> window.getSource().setBounds(new Rectangle(SIZE)));
        JButtonOperator sample = new JButtonOperator(window, named("sample"));
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
        new JButtonOperator(window, named("showPackets")).push();
        JTableOperator packets = table("packets");
        packets.waitState(rows(88));
        text("packetStatus", "88 of 204 packets");
        JTextFieldOperator filter = new JTextFieldOperator(window, named("filter"));
        assertEquals("pair == 10.57.0.10,10.57.0.30", filter.getText());
        screenshot("filtered");

        apply(filter, "esp.spi = = 1");
        new JLabelOperator(window, named("filterError")).waitState(new Condition("a mistake in words") {
            @Override
            public boolean checkComponent(Component component) {
                return component.isVisible() && ((JLabel) component).getText().startsWith("At “");
            }
        });
        assertEquals("the list stays", 88, packets.getRowCount());
        screenshot("mistake");

        apply(filter, "esp.spi == 0xc0d41955");
        packets.waitState(rows(44));
        packets.setRowSelectionInterval(0, 0);
        JTreeOperator details =
                new JTreeOperator((JTree) new ContainerOperator<>(window, named("details")).getSource());
        details.waitState(new Condition("the SPI of ESP") {
            @Override
            public boolean checkComponent(Component component) {
                JTree tree = (JTree) component;
                for (int row = 0; row < tree.getRowCount(); row++) {
                    if (tree.getPathForRow(row)
                            .getLastPathComponent()
                            .toString()
                            .equals("SPI: 0xc0d41955")) {
                        tree.setSelectionRow(row);
                        return true;
                    }
                }
                return false;
            }
        });
        text("field", "SPI: bytes 34 to 37 (4 bytes)");
        screenshot("details");

        apply(filter, "ip.addr == 192.0.2.1");
        text("packetStatus", "0 of 204 packets");
        text("noMatch", "No packet passes this filter");
        screenshot("empty");

        new JTabbedPaneOperator(window).selectPage("Conversations");
        JTableOperator flows = table("flows");
        flows.waitState(rows(11));
        assertEquals("10.57.0.20", cell(flows, 0, 0));
        assertEquals("0xcab5e5b8", cell(flows, 0, 3));
        assertEquals("Encrypted", cell(flows, 0, 4));
        screenshot("conversations");
        new JButtonOperator(window, named("showFlow")).push();
        packets.waitState(rows(46));

        new JTabbedPaneOperator(window).selectPage("Compare");
        text("whyCompare", "Did IPsec change what is on the wire?");
        screenshot("compare-empty");
        new JButtonOperator(window, named("openTheOther")).pushNoBlock();
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFile(SAMPLE.toFile());
        chooser.approveSelection();
        JTableOperator changes = table("changes");
        changes.waitState(rows(3));
        assertEquals("No demonstrable change", cell(changes, 0, 0));
        assertEquals("10.57.0.20", cell(changes, 0, 2));
        assertEquals("100", cell(changes, 0, 3));
        screenshot("compare");
        new JTabbedPaneOperator(window).selectPage("Packets");

        new JButtonOperator(window, named("clearFilter")).push();
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
        packets.waitState(new Condition("row 99 selected") {
            @Override
            public boolean checkComponent(Component component) {
                return ((JTable) component).getSelectedRow() == 99;
            }
        });
        assertEquals("100", cell(packets, 99, 0));
        packets.waitHasFocus();
        packets.pressKey(KeyEvent.VK_C, KeyEvent.CTRL_DOWN_MASK);
        packets.releaseKey(KeyEvent.VK_C, KeyEvent.CTRL_DOWN_MASK);
        waitCopied("100\t3.627095\t10.57.0.30\t10.57.0.10\tClear\t74\t");
        screenshot("packets");
        follow(packets);
    }

    /** A file that another program still writes: the first half of the sample, cut inside a packet, then the rest, twice. */
    private void follow(JTableOperator packetsBefore) throws Exception {
        byte[] whole = Files.readAllBytes(SAMPLE);
        int cut = whole.length / 2;
        Path growing = Files.write(getWorkDir().toPath().resolve("growing.pcap"), Arrays.copyOf(whole, cut));
        packetsBefore.pressKey(KeyEvent.VK_O, KeyEvent.CTRL_DOWN_MASK);
        packetsBefore.releaseKey(KeyEvent.VK_O, KeyEvent.CTRL_DOWN_MASK);
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFiles(new File[] {growing.toFile()});
        Files.setLastModifiedTime(growing, FileTime.from(Instant.now()));
        chooser.approveSelection();
        text("progress", "The file seems to be still being written. What you see is what it held when it was read.");
        screenshot("still-written");

        new JButtonOperator(window, named("followIt")).push();
        starts("progress", "Following: ");
        new JTabbedPaneOperator(window).selectPage("Packets");
        JTableOperator packets = table("packets");
        packets.setRowSelectionInterval(3, 3);
        Files.write(growing, Arrays.copyOfRange(whole, cut, whole.length), StandardOpenOption.APPEND);
        packets.waitState(rows(204));
        assertEquals("the selection stays", 3, packets.getSelectedRow());
        assertEquals("and the place", 0, packets.getVisibleRect().y);

        packets.scrollToCell(203, 0);
        Files.write(growing, Arrays.copyOfRange(whole, FILE_HEADER, whole.length), StandardOpenOption.APPEND);
        packets.waitState(rows(408));
        packets.waitState(new Condition("the end is in sight") {
            @Override
            public boolean checkComponent(Component component) {
                JTable table = (JTable) component;
                return table.getVisibleRect()
                        .contains(table.getCellRect(407, 0, true).getLocation());
            }
        });
        assertEquals("the selection still stays", 3, packets.getSelectedRow());
        screenshot("following-packets");
        new JTabbedPaneOperator(window).selectPage("Coverage");
        text("verdict", "So far: Partly in clear");
        screenshot("following");

        new JButtonOperator(window, named("stopFollowing")).push();
        text("verdict", "Partly in clear");
        Files.write(growing, Arrays.copyOfRange(whole, FILE_HEADER, whole.length), StandardOpenOption.APPEND);
        new JToggleButtonOperator(window, named("follow")).push();
        starts("progress", "Following: 612 packets");
    }

    private void starts(String name, String text) {
        new JLabelOperator(window, named(name)).waitState(new Condition(name + " begins with " + text) {
            @Override
            public boolean checkComponent(Component component) {
                return component.isShowing() && ((JLabel) component).getText().startsWith(text);
            }
        });
    }

    /** Keys go to whom the focus is with. */
    private static void apply(JTextFieldOperator filter, String text) {
        filter.requestFocus();
        filter.waitHasFocus();
        filter.setText(text);
        filter.pushKey(KeyEvent.VK_ENTER);
    }

    private void text(String name, String text) {
        new JLabelOperator(window, named(name)).waitState(new Condition(name + " says " + text) {
            @Override
            public boolean checkComponent(Component component) {
                return text.equals(((JLabel) component).getText());
            }
        });
    }

    private JTableOperator table(String name) {
        return new JTableOperator((JTable) new ContainerOperator<>(window, named(name)).getSource());
    }

    /** In sight: several captures may be open. */
    private static ComponentChooser named(String name) {
        return new Condition(name + " in sight") {
            @Override
            public boolean checkComponent(Component component) {
                return name.equals(component.getName()) && component.isShowing();
            }
        };
    }

    private static Condition rows(int rows) {
        return new Condition(rows + " rows") {
            @Override
            public boolean checkComponent(Component component) {
                return ((JTable) component).getRowCount() == rows;
            }
        };
    }

    /** The words in a cell, as they are drawn. */
    private static String cell(JTableOperator table, int row, int column) throws Exception {
        String[] text = new String[1];
        SwingUtilities.invokeAndWait(() -> {
            JTable source = (JTable) table.getSource();
            JLabel cell = (JLabel) source.prepareRenderer(source.getCellRenderer(row, column), row, column);
            text[0] = cell.getText();
        });
        return text[0];
    }

    /** The clipboard may be taken or still on its way, so it is asked for a while. */
    private static void waitCopied(String text) throws Exception {
        Clipboard clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
        String copied = "";
        for (int i = 0; i < 50 && !copied.contains(text); i++) {
            Thread.sleep(100);
            try {
                copied = String.valueOf(clipboard.getData(DataFlavor.stringFlavor));
            } catch (IllegalStateException | IOException | UnsupportedFlavorException e) {
                copied = e.toString();
            }
        }
        assertTrue("copied: " + copied, copied.contains(text));
    }

    private void screenshot(String name) throws Exception {
        Screenshots.take(window, name);
    }

    private abstract static class Condition implements ComponentChooser {
        private final String description;

        Condition(String description) {
            this.description = description;
        }

        @Override
        public String getDescription() {
            return description;
        }
    }
}
