package org.ipsecworkbench.lab.program;

import org.ipsecworkbench.lab.model.WindowsHost;

/** {@code setspn -L}: the names by which Kerberos finds a computer. The rows have the form of a sample. */
final class Setspn implements Program {
    @Override
    public int run(Call call) {
        WindowsHost of = call.word(0).equals("-l") ? call.host().network().host(call.argument(1)) : null;
        if (of == null) {
            call.err().say("Could not find account {0}", call.argument(1));
            return 1;
        }
        call.out().say("Registered ServicePrincipalNames for {0}:", "CN=" + of.name() + ",CN=Computers,DC=lab,DC=test");
        for (String service : new String[] {"WSMAN/", "HOST/"}) {
            call.out().line("        " + service + of.name());
            call.out().line("        " + service + of.qualifiedName());
        }
        return 0;
    }
}
