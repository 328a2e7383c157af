package org.ipsecworkbench.ike.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.table.Table;

/**
 * Makes synthetic descriptions of events from the labels that the module knows, and tables of them in the forms of Event
 * Viewer, PowerShell and Log Parser. No Windows wrote them; the headers are those that were seen in public.
 */
public final class SyntheticTables {
    private static final Map<Integer, Map<String, String[]>> LABELS = labels();

    private SyntheticTables() {}

    private static Map<Integer, Map<String, String[]>> labels() {
        Map<Integer, Map<String, String[]>> labels = new HashMap<>();
        for (String[] row : Table.rows(IkeEvents.class, "events/labels.tsv")) {
            for (String id : row[0].split(",")) {
                labels.computeIfAbsent(Integer.valueOf(id), any -> new HashMap<>())
                        .put(row[3], row);
            }
        }
        return labels;
    }

    /** The values of an event that its description has, each behind its label, as Event Viewer shows them. */
    public static String description(SyntheticEvents.Event event) {
        StringBuilder text = new StringBuilder("A synthetic description of event ")
                .append(event.id())
                .append(".\r\n");
        Map<String, List<String>> sections = new LinkedHashMap<>();
        Map<String, String[]> labels = LABELS.getOrDefault(event.id(), Map.of());
        event.values().forEach((name, value) -> {
            String[] row = labels.get(name);
            if (row != null) {
                sections.computeIfAbsent(row[1], any -> new ArrayList<>()).add(row[2] + ":\t" + value);
            }
        });
        sections.forEach((section, lines) -> {
            text.append("\r\n").append(section.isEmpty() ? "" : section + ":\r\n");
            lines.forEach(line -> text.append('\t').append(line).append("\r\n"));
        });
        return text.toString();
    }

    /** Names of the values that the description has. */
    public static List<String> described(SyntheticEvents.Event event) {
        return event.values().keySet().stream()
                .filter(LABELS.getOrDefault(event.id(), Map.of())::containsKey)
                .toList();
    }

    /** Event Viewer: five headers, six columns. */
    public static String viewer(String header, List<SyntheticEvents.Event> events) {
        return header + "\r\n"
                + events.stream()
                        .map(event -> "Information,1/2/2026 3:04:05 AM," + event.provider() + "," + event.id()
                                + ",None," + quoted(description(event)))
                        .collect(Collectors.joining("\r\n"));
    }

    /** Get-WinEvent and Export-Csv. */
    public static String powerShell(List<SyntheticEvents.Event> events) {
        return "#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n"
                + "\"Message\",\"Id\",\"Version\",\"Level\",\"RecordId\",\"ProviderName\",\"LogName\",\"MachineName\",\"TimeCreated\",\"Properties\"\r\n"
                + events.stream()
                        .map(
                                event -> quoted(description(event)) + ",\"" + event.id() + "\",\"" + event.version()
                                        + "\",\"0\",\"77\",\"" + event.provider()
                                        + "\",\"Security\",\"synthetic.example\",\"1/2/2026 3:04:05 AM\",\"System.Collections.Generic.List\"")
                        .collect(Collectors.joining("\r\n"));
    }

    /** Log Parser: all values in one column. */
    public static String logParser(List<SyntheticEvents.Event> events) {
        return "EventLog,RecordNumber,TimeGenerated,EventID,SourceName,Strings,ComputerName,Message\n"
                + events.stream()
                        .map(event -> "Security,7,2026-01-02 03:04:05," + event.id() + "," + event.provider() + ","
                                + quoted(String.join("|", event.values().values())) + ",SYNTHETIC,"
                                + quoted(description(event)))
                        .collect(Collectors.joining("\n"));
    }

    /** Event Viewer of Windows 2003, which writes no header. */
    public static String old(List<SyntheticEvents.Event> events) {
        return events.stream()
                .map(event -> "1/2/2005,3:04:05 AM," + event.provider() + ",Failure Audit,Logon/Logoff ," + event.id()
                        + ",NT AUTHORITY\\NETWORK SERVICE,SYNTHETIC," + quoted(description(event)))
                .collect(Collectors.joining("\r\n"));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
