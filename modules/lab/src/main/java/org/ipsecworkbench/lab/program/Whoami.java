package org.ipsecworkbench.lab.program;

import java.util.Locale;
import org.ipsecworkbench.lab.model.Domain;

/** {@code whoami}, and its groups, which tell whether a shell has full rights. Form of the groups unverified. */
final class Whoami implements Program {
    private static final String ROW = "%-44s %-16s %-12s %s";

    @Override
    public int run(Call call) {
        if (!call.word(0).equals("/groups")) {
            call.out().line((Domain.NETBIOS + "\\" + call.shell().user()).toLowerCase(Locale.ROOT));
            return 0;
        }
        call.out().blank();
        call.out().say("GROUP INFORMATION");
        call.out().line("-----------------");
        call.out().blank();
        call.out()
                .line(String.format(Locale.ROOT, ROW, "Group Name", "Type", "SID", "Attributes")
                        .stripTrailing());
        call.out().line("=".repeat(44) + " " + "=".repeat(16) + " " + "=".repeat(12) + " " + "=".repeat(50));
        row(call, "Everyone", "Well-known group", "S-1-1-0");
        row(call, "BUILTIN\\Administrators", "Alias", "S-1-5-32-544");
        row(call, "Mandatory Label\\High Mandatory Level", "Label", "S-1-16-12288");
        return 0;
    }

    private static void row(Call call, String name, String type, String sid) {
        call.out()
                .line(String.format(
                        Locale.ROOT, ROW, name, type, sid, "Mandatory group, Enabled by default, Enabled group"));
    }
}
