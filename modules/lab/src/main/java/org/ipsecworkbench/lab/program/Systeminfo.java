package org.ipsecworkbench.lab.program;

import java.util.Locale;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;

/** {@code systeminfo}. Format unverified. */
final class Systeminfo implements Program {
    private static final int WIDTH = 27;

    @Override
    public int run(Call call) {
        WindowsHost host = call.host();
        String number = host.version().number();
        Language language = host.language();
        call.out().blank();
        call.out().pair("Host Name:", WIDTH, "", host.name());
        call.out().pair("OS Name:", WIDTH, "", host.version().caption());
        call.out()
                .pair("OS Version:", WIDTH, "", number + " N/A Build " + number.substring(number.lastIndexOf('.') + 1));
        call.out().pair("OS Configuration:", WIDTH, "", "Member Server");
        call.out()
                .pair(
                        "System Boot Time:",
                        WIDTH,
                        "",
                        host.format(host.now().minusSeconds(86_400), language.date() + ", " + language.longTime()));
        call.out()
                .pair(
                        "System Locale:",
                        WIDTH,
                        "",
                        language.tag().toLowerCase(Locale.ROOT) + ";"
                                + language.locale().getDisplayName(Locale.ENGLISH));
        call.out().pair("Time Zone:", WIDTH, "", "(UTC) Coordinated Universal Time");
        call.out().pair("Domain:", WIDTH, "", Domain.NAME);
        return 0;
    }
}
