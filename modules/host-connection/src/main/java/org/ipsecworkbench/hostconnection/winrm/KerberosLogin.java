package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ipsecworkbench.hostconnection.Credentials;

/** Gets the first ticket of Kerberos: by password or keytab from the KDC, or from the system's tickets. */
final class KerberosLogin {
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private KerberosLogin() {}

    static Subject login(Credentials credentials) throws LoginException {
        Map<String, String> options = options(credentials);
        Configuration configuration = new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(MODULE, AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, options)
                };
            }
        };
        Subject subject = new Subject();
        LoginContext login =
                new LoginContext("ipsecwb", subject, callbacks -> answer(callbacks, credentials), configuration);
        login.login();
        return subject;
    }

    private static Map<String, String> options(Credentials credentials) {
        Map<String, String> options = new HashMap<>();
        options.put("refreshKrb5Config", "true");
        if (!credentials.user().isEmpty()) {
            options.put("principal", credentials.user());
        }
        switch (credentials.kind()) {
            case KEYTAB -> {
                options.put("useKeyTab", "true");
                options.put("keyTab", credentials.file().toAbsolutePath().toString());
                options.put("doNotPrompt", "true");
            }
            case TICKET_CACHE -> {
                options.put("useTicketCache", "true");
                options.put("doNotPrompt", "true");
            }
            default -> options.put("useTicketCache", "false");
        }
        return options;
    }

    private static void answer(Callback[] callbacks, Credentials credentials)
            throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(credentials.user());
            } else if (callback instanceof PasswordCallback asked) {
                char[] password = credentials.copyPassword();
                asked.setPassword(password);
                Arrays.fill(password, '\0');
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
