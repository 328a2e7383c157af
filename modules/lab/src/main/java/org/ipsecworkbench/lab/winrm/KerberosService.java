package org.ipsecworkbench.lab.winrm;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;

/** The service's own name and keys in a realm of Kerberos, with the JDK's GSS-API. Safe for several threads. */
public final class KerberosService {
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";
    private static final String KERBEROS_5 = "1.2.840.113554.1.2.2";
    private static final String SPNEGO = "1.3.6.1.5.5.2";

    private final Subject subject;

    private KerberosService(Subject subject) {
        this.subject = subject;
    }

    /**
     * Reads the keys of a service.
     *
     * @param principal such as {@code HTTP/localhost@LAB.TEST}
     * @throws IOException if the file has no key of it
     */
    public static KerberosService of(String principal, Path keytab) throws IOException {
        KerberosPrincipal service = new KerberosPrincipal(principal);
        // A file that cannot be read has none either.
        if (KeyTab.getInstance(service, keytab.toFile()).getKeys(service).length == 0) {
            throw new IOException("The keytab " + keytab + " has no key of " + principal + ".");
        }
        Map<String, String> options = Map.of(
                "principal", principal,
                "useKeyTab", "true",
                "keyTab", keytab.toAbsolutePath().toString(),
                "storeKey", "true",
                "doNotPrompt", "true",
                "isInitiator", "false");
        Configuration configuration = new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(MODULE, AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, options)
                };
            }
        };
        Subject subject = new Subject();
        try {
            new LoginContext("ipsecwb-lab", subject, null, configuration).login();
        } catch (LoginException e) {
            throw new IOException("The keys of " + principal + " in " + keytab + " cannot be used.", e);
        }
        return new KerberosService(subject);
    }

    /** A context for one connection. */
    GSSContext context() throws GSSException {
        try {
            return Subject.doAs(subject, (PrivilegedExceptionAction<GSSContext>) () -> {
                GSSManager manager = GSSManager.getInstance();
                Oid[] mechanisms = {new Oid(KERBEROS_5), new Oid(SPNEGO)};
                GSSCredential own = manager.createCredential(
                        null, GSSCredential.INDEFINITE_LIFETIME, mechanisms, GSSCredential.ACCEPT_ONLY);
                return manager.createContext(own);
            });
        } catch (PrivilegedActionException e) {
            throw failed(e);
        }
    }

    /** The answer to a token. */
    byte[] accept(GSSContext context, byte[] token) throws GSSException {
        try {
            byte[] answer = Subject.doAs(subject, (PrivilegedExceptionAction<byte[]>)
                    () -> context.acceptSecContext(token, 0, token.length));
            return answer == null ? new byte[0] : answer;
        } catch (PrivilegedActionException e) {
            throw failed(e);
        }
    }

    private static GSSException failed(PrivilegedActionException e) {
        if (e.getException() instanceof GSSException cause) {
            return cause;
        }
        throw new IllegalStateException("GSS-API throws nothing else", e);
    }
}
