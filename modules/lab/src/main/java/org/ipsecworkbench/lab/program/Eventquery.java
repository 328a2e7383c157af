package org.ipsecworkbench.lab.program;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.lab.model.AuditEvent;

/** {@code eventquery.vbs} of Windows Server 2003, run by cscript: the Security log as a list. Format unverified. */
final class Eventquery implements Program {
    private static final Pattern ID = Pattern.compile("(?i)ID\\s+eq\\s+(\\d{1,5})");

    @Override
    public int run(Call call) {
        if (!call.raw().toLowerCase(Locale.ROOT).contains("/l security")) {
            call.err().say("ERROR: Invalid syntax.");
            return 1;
        }
        Matcher id = ID.matcher(call.raw());
        int wanted = id.find() ? Integer.parseInt(id.group(1)) : -1;
        for (AuditEvent event : call.host().security().events()) {
            if (wanted < 0 || event.id() == wanted) {
                event(call, event);
            }
        }
        return 0;
    }

    private static void event(Call call, AuditEvent event) {
        String time = call.host()
                .format(
                        event.time(),
                        call.host().language().date() + " "
                                + call.host().language().longTime());
        call.out().pair("Type:", 15, "", event.isSuccess() ? "Audit Success" : "Audit Failure");
        call.out().pair("Event:", 15, "", event.id());
        call.out().pair("Date Time:", 15, "", time);
        call.out().pair("Source:", 15, "", "Security");
        call.out().pair("ComputerName:", 15, "", call.host().name());
        call.out().pair("Category:", 15, "", event.id() < 600 ? "Logon/Logoff" : "Policy Change");
        call.out().pair("User:", 15, "", "NT AUTHORITY\\NETWORK SERVICE");
        call.out().pair("Description:", 15, "", title(event.id()));
        for (Map.Entry<String, String> value : event.data().entrySet()) {
            call.out().line(value.getKey() + ": ");
            call.out().print(value.getValue());
            if (!value.getValue().endsWith("\n")) {
                call.out().blank();
            }
        }
        call.out().blank();
    }

    private static String title(int id) {
        return switch (id) {
            case 541 -> "IKE security association established.";
            case 542, 543 -> "IKE security association ended.";
            case 544 -> "IKE security association establishment failed because peer could not authenticate.";
            case 545 -> "IKE peer authentication failed.";
            case 546 -> "IKE security association establishment failed because peer sent invalid proposal.";
            case 613, 614 -> "IPSec Services";
            default -> "IKE security association negotiation failed.";
        };
    }
}
