package org.ipsecworkbench.lab.winrm;

import java.util.Arrays;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.ntlm.NtlmAcceptor;
import org.ipsecworkbench.hostconnection.ntlm.PasswordHash;
import org.ipsecworkbench.lab.model.Domain;
import org.jspecify.annotations.Nullable;

/** The one account by which the simulated hosts are reached: an administrator of the domain. */
public final class Account implements NtlmAcceptor.Users {
    private final String user;
    private final char[] password;

    /** Makes an account; the password is copied. */
    public Account(String user, char[] password) {
        this.user = user;
        this.password = password.clone();
    }

    public String user() {
        return user;
    }

    @Override
    public byte @Nullable [] passwordHash(String name, String domain) {
        String where = domain.toUpperCase(Locale.ROOT);
        boolean isKnown = where.isEmpty()
                || where.equals(".")
                || where.equals(Domain.NETBIOS)
                || where.equals(Domain.NAME.toUpperCase(Locale.ROOT));
        return isKnown && name.equalsIgnoreCase(user) ? PasswordHash.of(password, name, domain) : null;
    }

    /** Overwrites the password; from then on nobody is let in with the old one. */
    public void forget() {
        Arrays.fill(password, '\0');
    }
}
