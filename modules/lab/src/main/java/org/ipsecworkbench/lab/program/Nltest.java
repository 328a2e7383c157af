package org.ipsecworkbench.lab.program;

import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.WindowsHost;

/** {@code nltest}: the secure channel to the domain. The form is that of samples; nothing of it is translated. */
final class Nltest implements Program {
    private static final int ACCESS_DENIED = 5;

    @Override
    public int run(Call call) {
        WindowsHost host = call.host();
        if (call.option("/dsgetdc:") != null) {
            call.out().line("           DC: \\\\" + Domain.CONTROLLER + "." + Domain.NAME);
            call.out().line("      Address: \\\\" + Domain.CONTROLLER_ADDRESS);
            call.out().line("     Dom Name: " + Domain.NAME);
            call.out().line("        Flags: PDC GC DS LDAP KDC TIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST");
            return done(call);
        }
        if (call.has("/parentdomain")) {
            call.out().line(Domain.NAME + " (1)");
            return done(call);
        }
        if (call.option("/sc_query:") == null
                && call.option("/sc_verify:") == null
                && call.option("/sc_reset:") == null) {
            call.out().line("Usage: nltest [/OPTIONS]");
            return 1;
        }
        if (!host.services().isRunning("Netlogon")) {
            call.out().line("I_NetLogonControl failed: Status = 1722 0x6ba RPC_S_SERVER_UNAVAILABLE");
            return 1722;
        }
        if (host.network().domain().disabled().contains(host.name())) {
            call.out().line("I_NetLogonControl failed: Status = 5 0x5 ERROR_ACCESS_DENIED");
            return ACCESS_DENIED;
        }
        call.out().line("Flags: 30 HAS_IP  HAS_TIMESERV");
        call.out().line("Trusted DC Name \\\\" + Domain.CONTROLLER + "." + Domain.NAME);
        call.out().line("Trusted DC Connection Status Status = 0 0x0 NERR_Success");
        return done(call);
    }

    private static int done(Call call) {
        call.out().line("The command completed successfully");
        return 0;
    }
}
