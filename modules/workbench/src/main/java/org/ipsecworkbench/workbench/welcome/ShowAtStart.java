package org.ipsecworkbench.workbench.welcome;

import java.util.prefs.Preferences;
import org.openide.util.NbPreferences;
import org.openide.windows.Mode;
import org.openide.windows.OnShowing;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** Opens the welcome page at the start where nothing else is open, unless the user does not want it. */
@OnShowing
public final class ShowAtStart implements Runnable {
    private static final String KEY = "welcome.atStart";

    private static volatile boolean needless;

    /** Tells that files are about to be opened, which make the page needless. */
    public static void skip() {
        needless = true;
    }

    @Override
    public void run() {
        WindowManager windows = WindowManager.getDefault();
        Mode editor = windows.findMode("editor");
        boolean empty = editor == null || windows.getOpenedTopComponents(editor).length == 0;
        TopComponent welcome = windows.findTopComponent(WelcomeWindow.ID);
        if (empty && !needless && welcome != null && wanted()) {
            welcome.open();
            welcome.requestActive();
        }
    }

    static boolean wanted() {
        return preferences().getBoolean(KEY, true);
    }

    static void want(boolean show) {
        preferences().putBoolean(KEY, show);
    }

    private static Preferences preferences() {
        return NbPreferences.forModule(ShowAtStart.class);
    }
}
