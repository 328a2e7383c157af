package org.ipsecworkbench.lab.program;

import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.WindowsHost;

/** {@code gpresult}: which policies of the domain apply. Format unverified. */
final class Gpresult implements Program {
    @Override
    public int run(Call call) {
        WindowsHost host = call.host();
        call.out().blank();
        call.out().say("COMPUTER SETTINGS");
        call.out().line("------------------");
        call.out().line("    CN=" + host.name() + ",CN=Computers,DC=lab,DC=test");
        call.out().print("    ");
        call.out()
                .pair(
                        "Last time Group Policy was applied:",
                        0,
                        " ",
                        host.format(
                                host.now(),
                                host.language().date() + " " + host.language().longTime()));
        call.out().print("    ");
        call.out().pair("Group Policy was applied from:", 0, " ", Domain.CONTROLLER + "." + Domain.NAME);
        call.out().blank();
        call.out().print("    ");
        call.out().say("Applied Group Policy Objects");
        call.out().line("    -----------------------------");
        if (!host.domainRules().isEmpty() || !host.domainPolicy().isEmpty()) {
            call.out().line("        " + Domain.GPO);
        }
        call.out().line("        Default Domain Policy");
        if (!host.domainPolicy().isEmpty()) {
            call.out().blank();
            call.out().print("    ");
            call.out().say("IP Security Policy");
            call.out().line("        " + host.domainPolicy());
        }
        return 0;
    }
}
