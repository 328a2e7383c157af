package org.ipsecworkbench.workbench.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import javax.swing.Icon;
import javax.swing.UIManager;
import org.openide.awt.NotificationDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * Names the added module that something went wrong in, once per module, in the corner of the main window. The log has the rest.
 */
@Messages({
    "# {0} - name of a module",
    "TITLE_ModuleFault=The module {0} failed",
    "# {0} - what happened",
    "MSG_ModuleFault={0}. The rest of the workbench goes on. Tools > Plugins > Installed disables or removes the module."
})
final class FaultNotice extends Handler {
    private static final RequestProcessor WORKER = new RequestProcessor(FaultNotice.class);

    private final Set<String> told = new HashSet<>();

    FaultNotice() {
        setLevel(Level.WARNING);
    }

    @Override
    public void publish(LogRecord logged) {
        Throwable thrown = logged.getThrown();
        if (thrown != null && isLoggable(logged)) {
            WORKER.post(() -> tell(thrown));
        }
    }

    private void tell(Throwable thrown) {
        Optional<AddedModule> module = Optional.empty();
        try {
            var modules = AddedModule.in(Path.of(System.getProperty("netbeans.user")));
            for (Throwable e = thrown; e != null && module.isEmpty(); e = e.getCause()) {
                module = AddedModule.onStack(e.getStackTrace(), modules);
            }
        } catch (IOException e) {
            // A user directory that cannot be read has no module to name.
            return;
        }
        if (module.isPresent() && told.add(module.get().codeName())) {
            Icon icon = UIManager.getIcon("OptionPane.warningIcon");
            String what =
                    thrown.getClass().getSimpleName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
            NotificationDisplayer.getDefault()
                    .notify(
                            Bundle.TITLE_ModuleFault(module.get().codeName()),
                            icon,
                            Bundle.MSG_ModuleFault(what),
                            null,
                            NotificationDisplayer.Priority.HIGH);
        }
    }

    @Override
    public void flush() {
        // Nothing is kept.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
