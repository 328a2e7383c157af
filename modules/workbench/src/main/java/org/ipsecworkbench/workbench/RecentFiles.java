package org.ipsecworkbench.workbench;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import javax.swing.event.ChangeListener;
import org.openide.util.ChangeSupport;
import org.openide.util.NbPreferences;

/** The files that were opened last, the newest first. Kept between runs. Safe for every thread. */
public final class RecentFiles {
    /** How many are kept. */
    public static final int MAX = 12;

    private static final String KEY = "recent.";
    private static final ChangeSupport LISTENERS = new ChangeSupport(RecentFiles.class);

    private RecentFiles() {}

    /** All of them; some may be gone by now. */
    public static synchronized List<Path> list() {
        Preferences preferences = NbPreferences.forModule(RecentFiles.class);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            String file = preferences.get(KEY + i, "");
            if (!file.isEmpty()) {
                try {
                    files.add(Path.of(file));
                } catch (InvalidPathException e) {
                    // Written on another system: not a file here.
                    continue;
                }
            }
        }
        return files;
    }

    /** Puts a file first. */
    public static void add(Path file) {
        synchronized (RecentFiles.class) {
            List<Path> files = list();
            files.remove(file);
            files.add(0, file);
            store(files);
        }
        LISTENERS.fireChange();
    }

    /** Forgets a file. */
    public static void remove(Path file) {
        synchronized (RecentFiles.class) {
            List<Path> files = list();
            files.remove(file);
            store(files);
        }
        LISTENERS.fireChange();
    }

    /** Forgets all. */
    public static void clear() {
        synchronized (RecentFiles.class) {
            store(List.of());
        }
        LISTENERS.fireChange();
    }

    /** Tells of every change, on the thread that makes it. */
    public static void addChangeListener(ChangeListener listener) {
        LISTENERS.addChangeListener(listener);
    }

    /** Tells no more. */
    public static void removeChangeListener(ChangeListener listener) {
        LISTENERS.removeChangeListener(listener);
    }

    private static void store(List<Path> files) {
        Preferences preferences = NbPreferences.forModule(RecentFiles.class);
        for (int i = 0; i < MAX; i++) {
            if (i < files.size()) {
                preferences.put(KEY + i, files.get(i).toString());
            } else {
                preferences.remove(KEY + i);
            }
        }
    }
}
