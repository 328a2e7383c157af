package org.ipsecworkbench.workbench.modules;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.nio.file.Path;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.netbeans.spi.options.OptionsPanelController;
import org.openide.util.HelpCtx;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;

/** The page <i>Modules</i> of the options: which added modules may run, who signed them, and whom the user trusts. */
@OptionsPanelController.TopLevelRegistration(
        id = "Modules",
        categoryName = "#CTL_Modules",
        iconBase = "org/ipsecworkbench/workbench/icons/modules32.png",
        keywords = "#KW_Modules",
        keywordsCategory = "Modules",
        position = 850)
@Messages({"CTL_Modules=Modules", "KW_Modules=modules, plugins, signed, signature, signer, trust, refuse"})
public final class ModulesOptions extends OptionsPanelController {
    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private @Nullable ModulesPanel panel;

    private ModulesPanel panel() {
        if (panel == null) {
            panel = new ModulesPanel(
                    Path.of(System.getProperty("netbeans.user")),
                    () -> changes.firePropertyChange(PROP_CHANGED, false, true));
        }
        return panel;
    }

    @Override
    public void update() {
        panel().read();
    }

    @Override
    public void applyChanges() {
        panel().apply();
    }

    @Override
    public void cancel() {
        // What the panel shows is kept only when it is applied, and read anew when it is shown again.
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public boolean isChanged() {
        return panel().isChanged();
    }

    @Override
    public JComponent getComponent(Lookup masterLookup) {
        return panel();
    }

    @Override
    public HelpCtx getHelpCtx() {
        return HelpCtx.DEFAULT_HELP;
    }

    @Override
    public void addPropertyChangeListener(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(listener);
    }

    @Override
    public void removePropertyChangeListener(PropertyChangeListener listener) {
        changes.removePropertyChangeListener(listener);
    }
}
