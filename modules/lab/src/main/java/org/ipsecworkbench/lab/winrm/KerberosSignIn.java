package org.ipsecworkbench.lab.winrm;

import java.util.Locale;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ipsecworkbench.hostconnection.wire.KerberosSeal;
import org.ipsecworkbench.hostconnection.wire.SealedBody;
import org.jspecify.annotations.Nullable;

/** The host's side of Kerberos on one connection, bare or within SPNEGO. */
final class KerberosSignIn implements AutoCloseable {
    private final KerberosService service;
    private final Account account;
    private @Nullable GSSContext context;

    KerberosSignIn(KerberosService service, Account account) {
        this.service = service;
        this.account = account;
    }

    /**
     * Decides about a token. Who has a good ticket, but is not the one user of the lab, is refused too.
     *
     * @param scheme of HTTP that it came by
     */
    SignIn accept(String scheme, byte[] token) {
        try {
            GSSContext now = context == null || context.isEstablished() ? begin() : context;
            byte[] answer = service.accept(now, token);
            if (!now.isEstablished()) {
                return SignIn.going(answer);
            }
            String principal = now.getSrcName().toString();
            String user = principal.substring(0, Math.max(0, principal.indexOf('@')));
            if (!user.toLowerCase(Locale.ROOT).equals(account.user().toLowerCase(Locale.ROOT)) || !now.getConfState()) {
                close();
                return SignIn.REFUSED;
            }
            boolean isBare = scheme.equalsIgnoreCase("Kerberos");
            KerberosSeal seal = new KerberosSeal(now, isBare ? SealedBody.KERBEROS : SealedBody.SPNEGO);
            return new SignIn(answer, account.user(), Seal.kerberos(seal));
        } catch (GSSException e) {
            // A ticket for another name, of another realm, too old, or no token at all.
            close();
            return SignIn.REFUSED;
        }
    }

    private GSSContext begin() throws GSSException {
        close();
        GSSContext begun = service.context();
        context = begun;
        return begun;
    }

    @Override
    public void close() {
        GSSContext old = context;
        context = null;
        if (old != null) {
            try {
                old.dispose();
            } catch (GSSException e) {
                throw new IllegalStateException("a context of Kerberos that cannot be given up", e);
            }
        }
    }
}
