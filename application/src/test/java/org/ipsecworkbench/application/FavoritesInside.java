package org.ipsecworkbench.application;

import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.tree.TreePath;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JPopupMenuOperator;
import org.netbeans.jemmy.operators.JTreeOperator;
import org.openide.windows.WindowManager;

/** Captures in the window Favorites are known by their content, and open from there. Runs in the application. */
public class FavoritesInside extends WindowCase {
    private JTreeOperator tree;

    public FavoritesInside(String name) {
        super(name);
    }

    public void testACaptureIsKnownByItsContentAndOpens() throws Exception {
        Path home = Path.of(System.getProperty("user.home"));
        Files.copy(sample(), home.resolve("office.txt"));
        Files.writeString(home.resolve("notes.pcap"), "These are only notes.");
        act("Window", "org.netbeans.modules.favorites.View");
        tree = new JTreeOperator(
                window(), condition("home", component -> component instanceof JTree && row(component, "Home") >= 0));
        // Again and again, since the platform may list the folder anew while it is being expanded.
        until("the files of the folder", () -> {
            ((JTree) tree.getSource()).expandRow(row("Home"));
            return row("office.txt") >= 0 && row("notes.pcap") >= 0;
        });
        until(
                "an icon for captures only",
                () -> icon("office.txt") != null && !icon("office.txt").equals(icon("notes.pcap")));
        screenshot("favorites");

        TreePath capture = tree.getPathForRow(row("office.txt"));
        JPopupMenuOperator menu = new JPopupMenuOperator(tree.callPopupOnPath(capture));
        screenshot("favorites-menu");
        menu.pushMenuNoBlock("Properties");
        JDialogOperator properties = new JDialogOperator("office.txt");
        properties.requestClose();
        properties.waitClosed();

        tree.clickOnPath(tree.getPathForRow(row("office.txt")), 2);
        text("verdict", "Partly in clear");
    }

    @Override
    protected void tearDown() throws Exception {
        super.tearDown();
        SwingUtilities.invokeAndWait(
                () -> WindowManager.getDefault().findTopComponent("favorites").close());
    }

    private int row(String name) {
        return row(tree.getSource(), name);
    }

    private static int row(Component component, String begin) {
        JTree source = (JTree) component;
        for (int row = 0; row < source.getRowCount(); row++) {
            if (source.getPathForRow(row).getLastPathComponent().toString().startsWith(begin)) {
                return row;
            }
        }
        return -1;
    }

    private Icon icon(String name) {
        JTree source = (JTree) tree.getSource();
        int row = row(name);
        Component cell = source.getCellRenderer()
                .getTreeCellRendererComponent(
                        source, source.getPathForRow(row).getLastPathComponent(), false, false, true, row, false);
        return cell instanceof JLabel label ? label.getIcon() : null;
    }
}
