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
    "MSG_ModuleFault={0}. The rest of the workbench goes on. Tools > Plugins > Installed disables or removes the"
            + " module.",
    "# {0} - name of a module",
    "TITLE_ModuleRefused=The module {0} was refused",
    "# {0} - name of a module",
    "TITLE_ModuleUnsigned=The module {0} runs with a warning",
    "# {0} - why",
    "MSG_ModuleTrust=Because {0}. Tools > Options > Modules says which modules may run."
})
final class FaultNotice extends Handler {
    private static final RequestProcessor WORKER = new RequestProcessor(FaultNotice.class);

    /** What creates modules has a class loader of its own, so that it is known by name alone. */
    private static final String GUARD = "org.ipsecworkbench.extension.trust.ModuleGuard";

    private final Set<String> told = new HashSet<>();

    FaultNotice() {
        setLevel(Level.WARNING);
    }

    @Override
    public void publish(LogRecord logged) {
        Throwable thrown = logged.getThrown();
        if (thrown != null && isLoggable(logged)) {
            WORKER.post(() -> tell(thrown));
        } else if (GUARD.equals(logged.getLoggerName()) && logged.getParameters() != null) {
            Object[] parameters = logged.getParameters();
            WORKER.post(() -> tell(
                    String.valueOf(parameters[0]), Boolean.TRUE.equals(parameters[1]), String.valueOf(parameters[2])));
        }
    }

    private void tell(String module, boolean runs, String remark) {
        if (told.add(module)) {
            notify(
                    runs ? Bundle.TITLE_ModuleUnsigned(module) : Bundle.TITLE_ModuleRefused(module),
                    Bundle.MSG_ModuleTrust(remark));
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
            String what =
                    thrown.getClass().getSimpleName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
            notify(Bundle.TITLE_ModuleFault(module.get().codeName()), Bundle.MSG_ModuleFault(what));
        }
    }

    private static void notify(String title, String text) {
        Icon icon = UIManager.getIcon("OptionPane.warningIcon");
        NotificationDisplayer.getDefault().notify(title, icon, text, null, NotificationDisplayer.Priority.HIGH);
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
