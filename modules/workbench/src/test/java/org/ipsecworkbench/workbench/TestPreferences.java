package org.ipsecworkbench.workbench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbPreferences;
import org.openide.util.lookup.ServiceProvider;

/** Keeps preferences in memory, so that a test needs no user directory and leaves nothing behind. */
@ServiceProvider(service = NbPreferences.Provider.class, position = 1)
public final class TestPreferences implements NbPreferences.Provider {
    private final Preferences root = new Node(null, "");

    @Override
    public Preferences preferencesForModule(@SuppressWarnings("rawtypes") Class type) {
        return root.node(type.getPackageName().replace('.', '/'));
    }

    @Override
    public Preferences preferencesRoot() {
        return root;
    }

    private static final class Node extends AbstractPreferences {
        private final Map<String, String> values = new ConcurrentHashMap<>();

        Node(@Nullable AbstractPreferences parent, String name) {
            super(parent, name);
        }

        @Override
        protected void putSpi(String key, String value) {
            values.put(key, value);
        }

        @Override
        protected @Nullable String getSpi(String key) {
            return values.get(key);
        }

        @Override
        protected void removeSpi(String key) {
            values.remove(key);
        }

        @Override
        protected void removeNodeSpi() {
            values.clear();
        }

        @Override
        protected String[] keysSpi() {
            return values.keySet().toArray(String[]::new);
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return new Node(this, name);
        }

        @Override
        protected void syncSpi() {}

        @Override
        protected void flushSpi() {}
    }
}
