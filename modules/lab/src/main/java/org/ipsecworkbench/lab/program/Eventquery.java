package org.ipsecworkbench.lab.program;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsecworkbench.lab.model.AuditEvent;
import org.ipsecworkbench.lab.model.EventLog;

/**
 * {@code eventquery.vbs} of Windows Server 2003, run by cscript: the Security or System log as a list, or with
 * {@code /FO CSV} as a table. Format unverified.
 */
final class Eventquery implements Program {
    private static final int SERVICE_STATE = 7036;
    private static final Pattern ID = Pattern.compile("(?i)ID\\s+eq\\s+(\\d{1,5})");

    @Override
    public int run(Call call) {
        String line = call.raw().toLowerCase(Locale.ROOT);
        boolean isSystem = line.contains("/l system");
        if (!isSystem && !line.contains("/l security")) {
            call.err().say("ERROR: Invalid syntax.");
            return 1;
        }
        Matcher id = ID.matcher(call.raw());
        int wanted = id.find() ? Integer.parseInt(id.group(1)) : -1;
        boolean isTable = "csv".equalsIgnoreCase(call.after("/fo"));
        if (isTable) {
            row(
                    call,
                    List.of("Type", "Event", "Date Time", "Source", "ComputerName", "Category", "User", "Description"));
        }
        EventLog log = isSystem ? call.host().system() : call.host().security();
        for (AuditEvent event : log.events()) {
            if (wanted < 0 || event.id() == wanted) {
                if (isTable) {
                    row(call, columns(call, event));
                } else {
                    event(call, event);
                }
            }
        }
        return 0;
    }

    private static void row(Call call, List<String> values) {
        call.out()
                .line(values.stream()
                        .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")));
    }

    private static List<String> columns(Call call, AuditEvent event) {
        StringBuilder description = new StringBuilder(title(event.id()));
        event.data()
                .forEach((name, value) ->
                        description.append("\r\n").append(name).append(": \r\n").append(value));
        return List.of(
                type(event),
                Integer.toString(event.id()),
                time(call, event),
                source(event),
                call.host().name(),
                category(event),
                user(event),
                description.toString());
    }

    private static String time(Call call, AuditEvent event) {
        return call.host()
                .format(
                        event.time(),
                        call.host().language().date() + " "
                                + call.host().language().longTime());
    }

    private static boolean isAudit(AuditEvent event) {
        return event.log().equals("Security");
    }

    private static String type(AuditEvent event) {
        return !isAudit(event) ? "Information" : event.isSuccess() ? "Audit Success" : "Audit Failure";
    }

    private static String source(AuditEvent event) {
        return isAudit(event) ? "Security" : event.id() == SERVICE_STATE ? "Service Control Manager" : "IPSec";
    }

    private static String category(AuditEvent event) {
        return !isAudit(event) ? "None" : event.id() < 600 ? "Logon/Logoff" : "Policy Change";
    }

    private static String user(AuditEvent event) {
        return isAudit(event) ? "NT AUTHORITY\\NETWORK SERVICE" : "N/A";
    }

    private static void event(Call call, AuditEvent event) {
        call.out().pair("Type:", 15, "", type(event));
        call.out().pair("Event:", 15, "", event.id());
        call.out().pair("Date Time:", 15, "", time(call, event));
        call.out().pair("Source:", 15, "", source(event));
        call.out().pair("ComputerName:", 15, "", call.host().name());
        call.out().pair("Category:", 15, "", category(event));
        call.out().pair("User:", 15, "", user(event));
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
            case 4294 -> "The IPSec driver is in secure mode.";
            case 4295 -> "The IPSec driver is in bypass mode.";
            case SERVICE_STATE -> "A service changed its state.";
            default -> "IKE security association negotiation failed.";
        };
    }
}
