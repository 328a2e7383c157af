package org.ipsecworkbench.application;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.ipsecworkbench.lab.Scenario;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JTextComponentOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.netbeans.swing.outline.Outline;
import org.openide.explorer.view.Visualizer;
import org.openide.modules.Places;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** A test of the Hosts window, with no host known at its start, and a lab beside the application where it wants one. */
public abstract class HostsCase extends WindowCase {
    /** That of the account of {@link #startLab}. */
    static final String PASSWORD = "Geheim-4711-lab";

    private Lab lab;

    HostsCase(String name) {
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

    /** Where the known hosts are kept. */
    static Path file() {
        return Places.getUserDirectory().toPath().resolve("known-hosts.ini");
    }

    /** Starts a lab of its own, whose hosts are not known yet. */
    final LabHost startLab() throws Exception {
        lab = Lab.start(Scenario.find("all-well").orElseThrow(), "Administrator", PASSWORD.toCharArray(), 0);
        return lab.hosts().get(0);
    }

    static void write(String text) throws Exception {
        Files.writeString(file(), text, StandardCharsets.UTF_8);
    }

    static void password(String password) {
        JDialogOperator dialog = new JDialogOperator("Password");
        field(dialog, "password", password);
        new JButtonOperator(dialog, "OK").push();
    }

    static void field(ContainerOperator<?> in, String name, String text) {
        new JTextComponentOperator(in, named(name)).setText(text);
    }

    /** The lab that was started. */
    final Lab lab() {
        return lab;
    }

    /** Who may sign in there. */
    final String user() {
        return lab.user();
    }

    /** Selects the row of a host or group as soon as it is there. */
    final void select(String name) throws Exception {
        Outline outline = outline();
        until(name + " in the tree", () -> row(outline, name) >= 0);
        SwingUtilities.invokeAndWait(() -> {
            int row = row(outline, name);
            outline.setRowSelectionInterval(row, row);
            outline.requestFocusInWindow();
        });
        untilFocusIn("hosts");
    }

    final Outline outline() {
        return (Outline) new ContainerOperator<>(window(), named("hosts")).getSource();
    }

    static int row(Outline outline, String name) {
        for (int row = 0; row < outline.getRowCount(); row++) {
            if (Visualizer.findNode(outline.getValueAt(row, 0)).getDisplayName().equals(name)) {
                return row;
            }
        }
        return -1;
    }
}
