package org.ipsecworkbench.workbench.welcome;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.workbench.FileDrop;
import org.ipsecworkbench.workbench.FileOpening;
import org.ipsecworkbench.workbench.RecentFiles;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;

/** The welcome page. */
@TopComponent.Description(preferredID = WelcomeWindow.ID, persistenceType = TopComponent.PERSISTENCE_NEVER)
@TopComponent.Registration(mode = "editor", openAtStartup = false, position = 100)
@ActionID(category = "Window", id = "org.ipsecworkbench.workbench.welcome.WelcomeWindow")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 50),
    @ActionReference(path = "Menu/Help", position = 50)
})
@TopComponent.OpenActionRegistration(displayName = "#CTL_Welcome", preferredID = WelcomeWindow.ID)
@Messages({"CTL_Welcome=&Welcome", "TIT_Welcome=Welcome", "HINT_Welcome=Where to begin, and what was open last"})
public final class WelcomeWindow extends TopComponent {
    static final String ID = "Welcome";

    private static final long serialVersionUID = 1;
    private static final RequestProcessor WORKER = new RequestProcessor("Welcome page");

    private final WelcomePanel panel = new WelcomePanel();
    private final transient ChangeListener recentChanged = e -> load();

    /** For the registration. */
    public WelcomeWindow() {
        setName(Bundle.TIT_Welcome());
        setDisplayName(Bundle.TIT_Welcome());
        setToolTipText(Bundle.HINT_Welcome());
        setLayout(new BorderLayout());
        JScrollPane scroll = new JScrollPane(panel);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        add(scroll);
        setTransferHandler(new FileDrop());
    }

    @Override
    public boolean requestFocusInWindow() {
        return panel.focusFirst();
    }

    @Override
    protected void componentActivated() {
        panel.focusFirst();
    }

    @Override
    protected void componentOpened() {
        RecentFiles.addChangeListener(recentChanged);
        load();
    }

    @Override
    protected void componentClosed() {
        RecentFiles.removeChangeListener(recentChanged);
    }

    /** Preferences and the installation are read off the event thread. */
    private void load() {
        WORKER.post(() -> {
            List<Path> samples = FileOpening.samples();
            List<Path> recent = RecentFiles.list().stream()
                    .filter(file -> !samples.contains(file))
                    .toList();
            SwingUtilities.invokeLater(() -> panel.show(samples, recent));
        });
    }
}
