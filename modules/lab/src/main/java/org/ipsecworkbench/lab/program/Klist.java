package org.ipsecworkbench.lab.program;

import java.util.Locale;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;

/**
 * {@code klist}: the computer's tickets, and {@code klist get}. Tickets have the form of a sample; the errors are
 * unverified.
 */
final class Klist implements Program {
    private static final String REALM = Domain.NAME.toUpperCase(Locale.ROOT);

    @Override
    public int run(Call call) {
        call.out().blank();
        call.out().pair("Current LogonId is", 0, " ", "0:0x3e7");
        call.out().blank();
        if (call.has("purge")) {
            call.out().say("        Deleting all tickets:");
            call.out().say("        Ticket(s) purged!");
            return 0;
        }
        WindowsHost host = call.host();
        boolean isBarred = host.network().domain().disabled().contains(host.name());
        String wanted = call.after("get");
        if (!host.getsTickets()) {
            if (wanted != null) {
                call.out()
                        .line("Error calling API LsaCallAuthenticationPackage (GetTicket substatus): "
                                + (isBarred ? "0xc0000072" : "0xc0000133"));
                return 1;
            }
            call.out().pair("Cached Tickets:", 0, " ", "(0)");
            return 0;
        }
        call.out().pair("Cached Tickets:", 0, " ", wanted == null ? "(1)" : "(2)");
        ticket(call, 0, "krbtgt/" + REALM);
        if (wanted != null) {
            ticket(call, 1, wanted);
        }
        return 0;
    }

    private static void ticket(Call call, int number, String server) {
        WindowsHost host = call.host();
        String pattern = host.language().date() + " H:mm:ss";
        String local = " " + Words.of(host.language(), "(local)");
        call.out().blank();
        call.out().line("#" + number + ">     Client: " + host.name().toLowerCase(Locale.ROOT) + "$ @ " + REALM);
        call.out().line("        Server: " + server + " @ " + REALM);
        field(call, "KerbTicket Encryption Type:", "AES-256-CTS-HMAC-SHA1-96");
        field(call, "Ticket Flags", "0x40e10000 -> forwardable renewable initial pre_authent name_canonicalize");
        field(call, "Start Time:", host.format(host.now().minusSeconds(900), pattern) + local);
        field(call, "End Time:", "  " + host.format(host.now().plusSeconds(35_100), pattern) + local);
        field(call, "Renew Time:", host.format(host.now().plusSeconds(603_900), pattern) + local);
        field(call, "Session Key Type:", "AES-256-CTS-HMAC-SHA1-96");
        if (host.version().compareTo(WindowsVersion.SERVER_2012_R2) >= 0) {
            field(call, "Cache Flags:", number == 0 ? "0x1 -> PRIMARY" : "0");
            field(call, "Kdc Called:", Domain.CONTROLLER + "." + Domain.NAME);
        }
    }

    private static void field(Call call, String label, String value) {
        call.out().print("        ");
        call.out().pair(label, 0, " ", value);
    }
}
