package org.ipsecworkbench.ike.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.table.Table;

/**
 * Makes synthetic events from the tables of the module: for every event ID and version all values that its definition names. No Windows wrote them; the form is that of {@code wevtutil qe /f:xml}.
 */
public final class SyntheticEvents {
    /** One event to be written. */
    public record Event(String provider, int id, int version, Map<String, String> values) {
        /** With one value changed. */
        public Event with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.put(name, value);
            return new Event(provider, id, version, changed);
        }

        /** Whether its values have no names in the file, as those of providers without a definition. */
        public boolean isNameless() {
            return !provider.startsWith("Microsoft-Windows");
        }
    }

    private static final String FILTER = "Source IP Address 192.0.2.1\nSource IP Address Mask 255.255.255.255\n"
            + "Destination IP Address 192.0.2.2\nDestination IP Address Mask 255.255.255.255\nProtocol 0\nSource Port 0\n"
            + "Destination Port 0";

    private SyntheticEvents() {}

    /** One event of each ID and version. */
    public static List<Event> all() {
        List<Event> events = new ArrayList<>();
        for (String[] row : Table.rows(IkeEvents.class, "events/fields.tsv")) {
            int id = Integer.parseInt(row[1]);
            Event event = new Event(provider(row[0], id), id, Integer.parseInt(row[2]), new LinkedHashMap<>());
            for (String name : row[3].isEmpty() ? new String[0] : row[3].split(",")) {
                event.values().put(name, row[0].equals("trace") ? traced(name) : value(name));
            }
            events.add(event.isNameless() ? new Event(event.provider(), id, 0, event.values()) : event);
        }
        for (String[] row : Table.rows(IkeEvents.class, "events/events.tsv")) {
            int id = Integer.parseInt(row[1]);
            // Those whose values no source at hand names.
            if (events.stream().noneMatch(event -> event.id() == id)) {
                events.add(new Event(provider(row[0], id), id, 0, new LinkedHashMap<>()));
            }
        }
        return events;
    }

    /** The event of one ID with the most values. */
    public static Event of(int id) {
        return all().stream()
                .filter(event -> event.id() == id)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static String provider(String group, int id) {
        return switch (group) {
            case "services" -> "Service Control Manager";
            case "driver" -> "IPSec";
            case "ras" -> "RasClient";
            case "trace" -> "Microsoft-Windows-WFP";
            case "firewall" -> "Microsoft-Windows-Windows Firewall With Advanced Security";
            case "policy-agent" -> "Microsoft-Windows-IPSEC-SRV";
            case "kerberos" -> "Microsoft-Windows-Security-Kerberos";
            case "netlogon" -> "NETLOGON";
            case "time" -> "Microsoft-Windows-Time-Service";
            case "group-policy" -> "Microsoft-Windows-GroupPolicy";
            default -> id < 1000 ? "Security" : "Microsoft-Windows-Security-Auditing";
        };
    }

    /** Numbers, and addresses as sockets have them. */
    private static String traced(String name) {
        return switch (name) {
            case "LocalAddress", "MainModeLocalAddress" -> "0x02000000C00002010000000000000000";
            case "RemoteAddress", "MainModePeerAddress" -> "0x02000000C00002020000000000000000";
            case "FailureErrorCode", "FailureStatus" -> "13805";
            case "FailurePoint", "SaRole", "Role" -> name.equals("FailurePoint") ? "1" : "0";
            case "MmState", "QMState", "EMState", "DiffieHellmanGroup" -> name.equals("DiffieHellmanGroup") ? "3" : "1";
            case "ICookie" -> "0123456789abcdef";
            case "RCookie" -> "0000000000000000";
            case "ExchangeType" -> "Identity Protection";
            default -> name.endsWith("Address") || name.endsWith("Sids") ? "value of " + name : "2";
        };
    }

    private static String value(String name) {
        return switch (name) {
            case "ModifyingUser" -> "S-1-5-18";
            case "ModifyingApplication" -> "C:\\Windows\\System32\\svchost.exe";
            case "ErrorCode" -> "0";
            case "Service" -> "IKE and AuthIP IPsec Keying Modules";
            case "ServiceKey" -> "IKEEXT";
            case "Error" -> "809";
            case "notification" -> "%%8214";
            case "MMImpersonationState", "EMImpersonationState" -> "%%8217";
            case "LocalAddress" -> "192.0.2.1";
            case "RemoteAddress" -> "192.0.2.2";
            case "KeyModName", "KeyingModuleName" -> "%%8222";
            case "FailurePoint" -> "%%8199";
            case "FailureReason" -> "Negotiation timed out";
            case "MMAuthMethod", "EMAuthMethod" -> "%%8193";
            case "State" -> "%%8202";
            case "Role" -> "%%8205";
            case "MMSAID", "MainModeSaId" -> "9";
            case "InitiatorCookie" -> "0123456789abcdef";
            case "ResponderCookie" -> "0000000000000000";
            case "MMCipherAlg" -> "%%8235";
            case "MMIntegrityAlg" -> "%%8242";
            case "DHGroup" -> "%%8232";
            case "MMLifetime" -> "480";
            case "EspAuthType" -> "%%16393";
            case "CipherType" -> "%%16400";
            case "AhAuthType" -> "-";
            case "InboundSpi" -> "3249710068";
            case "OutboundSpi" -> "3405691582";
            case "Mode" -> "Key Exchange Mode (Main Mode)";
            case "Filter" -> FILTER;
            case "PeerIdentity" -> "Preshared key ID.\nPeer IP Address: 192.0.2.2";
            default -> name.endsWith("Port") ? "500" : "value of " + name;
        };
    }

    /** Events as XML, without a root. */
    public static String xml(List<Event> events) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            xml.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='")
                    .append(event.provider())
                    .append("'/><EventID>")
                    .append(event.id())
                    .append("</EventID><Version>")
                    .append(event.version())
                    .append("</Version><Level>0</Level><TimeCreated SystemTime='2026-01-02T03:04:")
                    .append(String.format("%02d", i % 60))
                    .append(".500Z'/><EventRecordID>")
                    .append(i + 1)
                    .append(
                            "</EventRecordID><Channel>Security</Channel><Computer>synthetic.example</Computer></System>")
                    .append("<EventData>");
            event.values()
                    .forEach((name, value) -> xml.append(event.isNameless() ? "<Data>" : "<Data Name='" + name + "'>")
                            .append(value)
                            .append("</Data>"));
            xml.append("</EventData></Event>\n");
        }
        return xml.toString();
    }
}
