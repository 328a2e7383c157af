package org.ipsecworkbench.workbench.hosts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.prefs.Preferences;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.jspecify.annotations.Nullable;
import org.netbeans.api.keyring.Keyring;
import org.openide.util.NbBundle.Messages;
import org.openide.util.NbPreferences;

/**
 * Passwords in the keyring of the platform: the one of the system, or on a Linux without one an encrypted file of the
 * platform, which asks for a master password. Never on the event dispatch thread, since that may show a dialog.
 *
 * <p>A password is kept for a user at one address, or for a user in a group. So it is never sent as another user's, nor, where
 * it is kept for one host, to another address that the host's name comes to stand for.
 */
@Messages({"# {0} - user", "# {1} - host or group", "HINT_Password=IPsec Workbench: password of {0} for {1}"})
final class PasswordStore {
    /** For whom a password is kept. */
    enum Scope {
        NOBODY,
        HOST,
        GROUP
    }

    private static final String PREFIX = "org.ipsecworkbench.";

    private PasswordStore() {}

    /** The key of the password that a host is asked with, where it is kept for this scope. */
    static String key(KnownHost host, Scope scope) {
        String whose = scope == Scope.GROUP ? "group:" + host.group() : "host:" + host.address();
        return PREFIX + whose + ":" + host.identity();
    }

    /** The password, which the caller zeroes; null where none is kept. */
    static char @Nullable [] read(String key) {
        // The keyring would ask for a master password even where it holds none.
        return kept().getBoolean(mark(key), false) ? Keyring.read(key) : null;
    }

    /** Keeps a password, which is not changed; false where the keyring does not give it back afterwards. */
    static boolean save(String key, char[] password, KnownHost host, Scope scope) {
        String where = scope == Scope.GROUP ? host.group() : host.address().toString();
        // The keyring zeroes what it saves, and does not say whether it could.
        Keyring.save(key, password.clone(), Bundle.HINT_Password(host.identity(), where));
        char[] kept = Keyring.read(key);
        boolean isKept = kept != null && Arrays.equals(kept, password);
        if (kept != null) {
            Arrays.fill(kept, '\0');
        }
        if (isKept) {
            kept().putBoolean(mark(key), true);
        }
        return isKept;
    }

    static void forget(String key) {
        if (kept().getBoolean(mark(key), false)) {
            Keyring.delete(key);
            kept().remove(mark(key));
        }
    }

    /** Which passwords are kept. */
    private static Preferences kept() {
        return NbPreferences.forModule(PasswordStore.class).node("passwords");
    }

    /** A name in the settings, which may have 80 characters. */
    private static String mark(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
