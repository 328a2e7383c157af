package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JCheckBoxOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JFileChooserOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextComponentOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.netbeans.swing.outline.Outline;
import org.openide.explorer.view.Visualizer;
import org.openide.windows.TopComponent;

/** Sessions: collected from hosts, saved, opened again, diagnosed without hosts, and added to. Runs in the application. */
public class SessionInside extends WindowCase {
    private Path folder;

    public SessionInside(String name) {
        super(name);
    }

    @Override
    protected void setUp() throws Exception {
        super.setUp();
        folder = Files.createTempDirectory("ipsecwb-sessions");
    }

    @Override
    protected void tearDown() throws Exception {
        closeSessions();
        super.tearDown();
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StopLabAction");
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    public void testHostsAreCollectedSavedAndDiagnosedWithoutThem() throws Exception {
        act("Window", "org.ipsecworkbench.workbench.hosts.HostsWindow");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StartLabAction");
        new JButtonOperator(new JDialogOperator("Lab: Simulated Hosts"), "OK").push();
        selectHosts();
        act("Hosts", "org.ipsecworkbench.sessionexplorer.CollectAction");
        contains("evidenceName", "SRV1 (simulated), SRV2 (simulated)");
        Outline evidence = evidence();
        until("the hosts", () -> row("SRV1 (simulated)") > 0 && row("SRV2 (simulated)") > 0);
        contains("facts", "Not saved yet");
        choose("Of no single host");
        press(KeyEvent.VK_RIGHT);
        until("the audit trail", () -> row("Commands sent (1)") > 0);
        choose("Commands sent (1)");
        press(KeyEvent.VK_RIGHT);
        until("its file", () -> row("commands-sent.tsv") > 0);
        choose("commands-sent.tsv");
        press(KeyEvent.VK_ENTER);
        contains("evidenceText", "Collect from SRV1");
        screenshot(getName() + "-audit-trail");
        closeActive();
        assertTrue("marked as unsaved", activeName().endsWith(" *"));
        // The line of the session, whose facts are looked at.
        choose("SRV1 (simulated), SRV2 (simulated)");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StopLabAction");

        Path file = folder.resolve("case.ipsecwb");
        act("File", "org.ipsecworkbench.sessionexplorer.SaveSessionAction");
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFile(file.toFile());
        chooser.approveSelection();
        contains("facts", file.toString());
        until("saved", () -> !activeName().endsWith(" *"));
        assertTrue(Files.size(file) > 1000);
        act("Session", "org.ipsecworkbench.diagnosisguide.DiagnoseSessionAction");
        text("asking", "All that the session holds was read. No host was asked.");
        JTableOperator checks = table("checks");
        assertTrue(checks.getRowCount() > 5);
        screenshot(getName() + "-diagnosis");
        closeActive();

        closeActive();
        open(file);
        contains("evidenceName", "SRV1 (simulated), SRV2 (simulated)");
        contains("facts", file.toString());
        assertNotSame("another window", evidence, evidence());
        assertTrue(row("SRV1 (simulated)") > 0);
    }

    public void testEvidenceIsDroppedNotedAndOpened() throws Exception {
        act("Session", "org.ipsecworkbench.sessionexplorer.NewSessionAction");
        Path log = Files.writeString(folder.resolve("notes of a customer.txt"), "it worked\non Monday\n");
        DroppedFile.on(emptySession(), log);
        // Waits here: on the event thread there would be no end.
        evidence();
        screenshot(getName() + "-dropped");
        choose("Of no single host");
        press(KeyEvent.VK_RIGHT);
        until("its kind", () -> row("File (1)") > 0);
        choose("File (1)");
        press(KeyEvent.VK_RIGHT);
        until("the file", () -> row("notes of a customer.txt") > 0);
        choose("notes of a customer.txt");
        contains("facts", "File, ");
        new JTextComponentOperator(window(), named("note")).setText("from Monday");
        until("its mark", () -> marks("notes of a customer.txt").equals("note"));
        choose("notes of a customer.txt");
        press(KeyEvent.VK_ENTER);
        contains("evidenceText", "on Monday");
        screenshot(getName() + "-text");
        bookmarkSecondLine();
        closeActive();
        until("the bookmark", () -> row("Bookmarks (1)") > 0);
        choose("Bookmarks (1)");
        press(KeyEvent.VK_RIGHT);
        until("its line", () -> row("Monday (notes of a customer.txt, line 2)") > 0);
        choose("Monday (notes of a customer.txt, line 2)");
        screenshot(getName() + "-bookmark");
        press(KeyEvent.VK_ENTER);
        JTextComponentOperator text = new JTextComponentOperator(window(), named("evidenceText"));
        until("at the bookmark", () -> "on Monday\n".equals(text.getSelectedText()));
        closeActive();
        assignToHostAndUndo("notes of a customer.txt");
    }

    private void bookmarkSecondLine() throws Exception {
        JTextComponentOperator text = new JTextComponentOperator(window(), named("evidenceText"));
        text.setCaretPosition(text.getText().indexOf("on Monday") + 1);
        act("Session", "org.ipsecworkbench.sessionexplorer.BookmarkAction");
        JDialogOperator dialog = new JDialogOperator("Bookmark");
        JTextFieldOperator place = new JTextFieldOperator(dialog, named("bookmarkPlace"));
        assertEquals("line 2", place.getText());
        place.setText("line two");
        assertFalse("nobody knows that place", new JButtonOperator(dialog, "OK").isEnabled());
        place.setText("line 2");
        JTextFieldOperator note = new JTextFieldOperator(dialog, named("bookmarkNote"));
        assertEquals("on Monday", note.getText());
        note.setText("Monday");
        new JButtonOperator(dialog, "OK").push();
    }

    private void assignToHostAndUndo(String words) throws Exception {
        choose(words);
        SwingUtilities.invokeAndWait(
                () -> ((JComboBox<?>) new ContainerOperator<>(window(), named("evidenceHost")).getSource())
                        .setSelectedItem("SRV9"));
        until("its host", () -> row("SRV9") > 0);
        assertTrue("not among those of nobody", row("Of no single host") < 0);
        SwingUtilities.invokeAndWait(
                () -> TopComponent.getRegistry().getActivated().getUndoRedo().undo());
        until("undone", () -> row("SRV9") < 0 && row("Of no single host") > 0);
    }

    public void testWhatChangedSinceTheBaselineIsTold() throws Exception {
        act("Session", "org.ipsecworkbench.sessionexplorer.NewSessionAction");
        Path before = listing("before", "ESP:SHA1-AES128+60min+100000kb");
        Path after = listing("after", "ESP:SHA256-AES256+60min+100000kb");
        DroppedFile.on(emptySession(), before);
        evidence();
        choose("Of no single host");
        press(KeyEvent.VK_RIGHT);
        until("its kind", () -> row("Policy (1)") > 0);
        choose("Policy (1)");
        press(KeyEvent.VK_RIGHT);
        until("the file", () -> row("rules.txt") > 0);
        choose("rules.txt");
        new JCheckBoxOperator(window(), named("baseline")).push();
        until("its mark", () -> marks("rules.txt").equals("baseline"));
        DroppedFile.on(evidence(), after);
        until("the other one", () -> row("Policy (2)") > 0);
        act("Session", "org.ipsecworkbench.sessionexplorer.CompareSessionAction");
        JDialogOperator dialog = new JDialogOperator("Compare With");
        screenshot(getName() + "-asked");
        new JButtonOperator(dialog, "OK").push();
        text("verdict", "Not the same");
        JTableOperator changes = table("changes");
        until("the change", () -> changes.getRowCount() > 0);
        contains("changeStatement", "quick mode");
        contains("changeBefore", "sha1");
        contains("changeAfter", "sha256");
        screenshot(getName() + "-changes");
        closeActive();
    }

    /** Waits for what a session shows that holds nothing. */
    private Component emptySession() {
        return new ContainerOperator<>(
                        window(),
                        condition(
                                "an empty session",
                                one -> one.isShowing()
                                        && one instanceof JLabel label
                                        && "This session holds nothing yet".equals(label.getText())))
                .getSource();
    }

    /** A rule as netsh of Windows lists it. */
    private Path listing(String name, String offer) throws Exception {
        return Files.writeString(
                Files.createDirectories(folder.resolve(name)).resolve("rules.txt"), """
                Rule Name:                   Servers
                ----------------------------------------------------------------------
                Enabled:                     Yes
                Endpoint1:                   10.0.0.0/24
                Endpoint2:                   10.0.0.0/24
                Protocol:                    Any
                Action:                      RequestInRequestOut
                Auth1:                       ComputerKerb
                MainModeSecMethods:          DHGroup14-AES256-SHA256
                QuickModeSecMethods:         %s
                """.formatted(offer));
    }

    public void testAllEvidenceOfAllHostsIsOnOneTimeline() throws Exception {
        act("Window", "org.ipsecworkbench.workbench.hosts.HostsWindow");
        act("Hosts", "org.ipsecworkbench.workbench.hosts.StartLabAction");
        new JButtonOperator(new JDialogOperator("Lab: Simulated Hosts"), "OK").push();
        selectHosts();
        act("Hosts", "org.ipsecworkbench.sessionexplorer.CollectAction");
        contains("evidenceName", "SRV1 (simulated), SRV2 (simulated)");
        // Waits here: on the event thread there would be no end.
        evidence();
        until("the hosts", () -> row("SRV1 (simulated)") > 0 && row("SRV2 (simulated)") > 0);
        act("Session", "org.ipsecworkbench.sessionexplorer.AddEvidenceAction");
        choose(sample());
        choose("Of no single host");
        press(KeyEvent.VK_RIGHT);
        until("the capture", () -> row("Capture (1)") > 0);
        act("Session", "org.ipsecworkbench.sessionexplorer.ShowTimelineAction");
        contains("clocks", "Times in UTC.");
        contains("clocks", "SRV1 (simulated): ");
        JTableOperator entries = table("timelineEntries");
        until("all entries", () -> entries.getRowCount() > 50);
        int all = entries.getRowCount();
        untilFocusIn("lanes");
        press(KeyEvent.VK_DOWN);
        until("an entry that both show", () -> entries.getSelectedRow() >= 0);
        screenshot(getName() + "-all");

        press(KeyEvent.VK_SHIFT, KeyEvent.VK_EQUALS);
        until("a shorter time", () -> shownEntries().endsWith("Esc shows all"));
        press(KeyEvent.VK_ESCAPE);
        until("all times", () -> entries.getRowCount() == all);

        JTextComponentOperator cookie = new JTextComponentOperator(window(), named("timelineCookie"));
        cookie.setText("no cookie");
        contains("timelineFault", "A cookie is up to 16 hexadecimal digits");
        until("nothing has that", () -> entries.getRowCount() == 0);
        cookie.setText("");
        until("all again", () -> entries.getRowCount() == all);
        uncheck("kind-command");
        until("without commands", () -> entries.getRowCount() < all && entries.getRowCount() > 0);

        SwingUtilities.invokeAndWait(() -> {
            JTable table = (JTable) entries.getSource();
            for (int row = 0; row < table.getRowCount(); row++) {
                String place = String.valueOf(table.getValueAt(row, table.getColumnCount() - 1));
                if (place.startsWith("packet ") && !place.equals("packet 1")) {
                    table.setRowSelectionInterval(row, row);
                    table.scrollRectToVisible(table.getCellRect(row, 0, true));
                    break;
                }
            }
            table.requestFocusInWindow();
        });
        untilFocusIn("timelineEntries");
        screenshot(getName() + "-packet");
        press(KeyEvent.VK_ENTER);
        until(
                "the capture at the packet",
                () -> TopComponent.getRegistry()
                        .getActivated()
                        .getClass()
                        .getSimpleName()
                        .equals("CaptureWindow"));
        closeActive();
    }

    private String shownEntries() {
        return ((JLabel) new ContainerOperator<>(window(), named("entriesShown")).getSource()).getText();
    }

    private void uncheck(String name) throws Exception {
        JCheckBox box = (JCheckBox) new ContainerOperator<>(window(), named(name)).getSource();
        SwingUtilities.invokeAndWait(box::doClick);
    }

    private void choose(String words) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            Outline outline = evidence();
            int row = row(words);
            outline.setRowSelectionInterval(row, row);
            outline.requestFocusInWindow();
        });
        untilFocusIn("evidence");
    }

    private String marks(String words) {
        return String.valueOf(evidence().getValueAt(row(words), 3));
    }

    private void closeActive() throws Exception {
        SwingUtilities.invokeAndWait(
                () -> TopComponent.getRegistry().getActivated().close());
    }

    private static String activeName() {
        return String.valueOf(TopComponent.getRegistry().getActivated().getDisplayName());
    }

    private void selectHosts() throws Exception {
        Outline hosts = (Outline) new ContainerOperator<>(window(), named("hosts")).getSource();
        until("both hosts", () -> hosts.getRowCount() >= 3);
        SwingUtilities.invokeAndWait(() -> {
            hosts.clearSelection();
            for (int row = 0; row < hosts.getRowCount(); row++) {
                if (Visualizer.findNode(hosts.getValueAt(row, 0))
                        .getDisplayName()
                        .startsWith("SRV")) {
                    hosts.addRowSelectionInterval(row, row);
                }
            }
            hosts.requestFocusInWindow();
        });
        untilFocusIn("hosts");
    }

    private Outline evidence() {
        return (Outline) new ContainerOperator<>(window(), named("evidence")).getSource();
    }

    /** The row of a line that is in sight; -1 where there is none. */
    private int row(String words) {
        Outline outline = evidence();
        for (int row = 0; row < outline.getRowCount(); row++) {
            if (outline.getValueAt(row, 0).toString().equals(words)) {
                return row;
            }
        }
        return -1;
    }
}
