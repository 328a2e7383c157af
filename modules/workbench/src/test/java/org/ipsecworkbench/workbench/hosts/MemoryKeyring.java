package org.ipsecworkbench.workbench.hosts;

import java.util.HashMap;
import java.util.Map;
import org.netbeans.spi.keyring.KeyringProvider;
import org.openide.util.lookup.ServiceProvider;

/** A keyring in memory, which counts how often it is asked and can refuse to save. */
@ServiceProvider(service = KeyringProvider.class, position = 1)
public final class MemoryKeyring implements KeyringProvider {
    static final Map<String, char[]> PASSWORDS = new HashMap<>();
    static int reads;
    static boolean isRefusing;

    static void reset() {
        PASSWORDS.clear();
        reads = 0;
        isRefusing = false;
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public char[] read(String key) {
        reads++;
        char[] password = PASSWORDS.get(key);
        return password == null ? null : password.clone();
    }

    @Override
    public void save(String key, char[] password, String description) {
        if (!isRefusing) {
            PASSWORDS.put(key, password.clone());
        }
    }

    @Override
    public void delete(String key) {
        PASSWORDS.remove(key);
    }
}
