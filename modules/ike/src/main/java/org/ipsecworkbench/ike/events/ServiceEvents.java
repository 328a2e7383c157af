package org.ipsecworkbench.ike.events;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the service control manager says of the services of IPsec: the resource {@code services.tsv}. Names of services and
 * states are in the language of the host; the bytes beside them, which newer Windows add, are not: {@code IKEEXT/4}.
 */
final class ServiceEvents {
    /**
     * A service.
     *
     * @param key its name, the same in every language
     * @param loss what does not work without it
     */
    record Service(String key, String loss) {}

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{4}){2,256}");
    private static final Pattern NAME_AND_STATE = Pattern.compile("([^/]+)(/(\\d))?");
    private static final String STOPPED = "1";
    private static final String RUNNING = "4";

    static {
        for (String[] row : Table.rows(ServiceEvents.class, "services.tsv")) {
            SERVICES.put(row[0], new Service(row[1], row[2]));
        }
    }

    private ServiceEvents() {}

    /** The service of IPsec that an event is about; null where it is about another one. */
    static @Nullable Service service(EventRecord event) {
        for (String name : new String[] {binary(event, 1), event.value("ServiceKey"), event.value("Service")}) {
            Service service = SERVICES.get(name.strip().toLowerCase(Locale.ROOT));
            if (service != null) {
                return service;
            }
        }
        return null;
    }

    /** Which service, and what became of it. */
    static String detail(EventRecord event, Service service) {
        return switch (event.id()) {
            case 7036 -> state(event, service);
            case 7040 ->
                service.key() + ": from " + orUnknown(event.value("OldStart")) + " to "
                        + orUnknown(event.value("NewStart")) + ".";
            default ->
                service.key() + "; without it " + service.loss() + "."
                        + (event.value("Error").isEmpty() ? "" : " Error: " + event.value("Error") + ".");
        };
    }

    private static String state(EventRecord event, Service service) {
        String code = binary(event, 3);
        String word = event.value("State").toLowerCase(Locale.ROOT);
        if (code.equals(STOPPED) || code.isEmpty() && word.equals("stopped")) {
            return service.key() + " stopped; without it " + service.loss() + ".";
        }
        if (code.equals(RUNNING) || code.isEmpty() && word.equals("running")) {
            return service.key() + " runs.";
        }
        return service.key() + ": " + orUnknown(event.value("State")) + ".";
    }

    private static String orUnknown(String value) {
        return value.isEmpty() ? "unknown" : value;
    }

    /** A part of {@code NAME/STATE}, which the bytes beside the values spell in UTF-16. */
    private static String binary(EventRecord event, int part) {
        String hex = event.value("Binary");
        if (!HEX.matcher(hex).matches()) {
            return "";
        }
        String text = new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_16LE).replace("\0", "");
        Matcher matcher = NAME_AND_STATE.matcher(text);
        return matcher.matches() && matcher.group(part) != null ? matcher.group(part) : "";
    }
}
