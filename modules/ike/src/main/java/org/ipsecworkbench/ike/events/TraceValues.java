package org.ipsecworkbench.ike.events;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.isakmp.AddressText;
import org.ipsecworkbench.ike.table.Table;

/**
 * Values of the trace Microsoft-Windows-WFP in the words of audit events: the resources {@code traces.tsv} and {@code
 * enumerations.tsv}. No such trace of a real host was at hand: how tools write its addresses and cookies is expected.
 */
final class TraceValues {
    private record Sort(String auditName, String kind) {}

    private record Number(String enumeration, long value) {}

    private static final Pattern HEX = Pattern.compile("(0x)?(([0-9a-fA-F]{2}){4,28})");

    /** A socket address begins with its family, little endian: 2 is IPv4, 23 is IPv6 (SOCKADDR_IN, SOCKADDR_IN6). */
    private static final int IPV4 = 0x0200;

    private static final int IPV6 = 0x1700;

    private static final Map<String, Sort> SORTS = new HashMap<>();
    private static final Map<Number, String> MEANINGS = new HashMap<>();

    static {
        for (String[] row : Table.rows(TraceValues.class, "traces.tsv")) {
            SORTS.put(row[0].toLowerCase(Locale.ROOT), new Sort(row[1], row[2]));
        }
        for (String[] row : Table.rows(TraceValues.class, "enumerations.tsv")) {
            MEANINGS.put(new Number(row[0], Long.parseLong(row[1])), row[2]);
        }
    }

    private TraceValues() {}

    /** The event with what its numbers and bytes stand for. */
    static EventRecord worded(EventRecord event) {
        return event.with(event.fields().stream()
                .map(field -> new EventRecord.Field(field.name(), field.raw(), meaning(field)))
                .toList());
    }

    /** The event with the names that audit events have for the same values. */
    static EventRecord asAudit(EventRecord event) {
        return event.with(event.fields().stream()
                .map(field -> new EventRecord.Field(sort(field.name()).auditName(), field.raw(), field.meaning()))
                .toList());
    }

    private static Sort sort(String name) {
        return SORTS.getOrDefault(name.toLowerCase(Locale.ROOT), new Sort(name, ""));
    }

    private static String meaning(EventRecord.Field field) {
        if (!field.meaning().isEmpty()) {
            return field.meaning();
        }
        String kind = sort(field.name()).kind();
        return switch (kind) {
            case "" -> "";
            case "address" -> address(field.raw());
            case "cookie" -> cookie(field.raw());
            default ->
                field.raw().isEmpty() || !Character.isDigit(field.raw().charAt(0))
                        ? ""
                        : MEANINGS.getOrDefault(new Number(kind, Values.number(field.raw())), "");
        };
    }

    /** Sixteen digits, from a number or from digits behind 0x. */
    private static String cookie(String raw) {
        boolean isNumber = raw.startsWith("0x") || raw.length() != 16 && !raw.isEmpty();
        return isNumber ? HexFormat.of().toHexDigits(Values.number(raw)) : "";
    }

    /** An address alone, or a socket address around it. */
    private static String address(String raw) {
        if (!HEX.matcher(raw).matches()) {
            return "";
        }
        Bytes bytes = Bytes.wrap(HexFormat.of().parseHex(raw.startsWith("0x") ? raw.substring(2) : raw));
        if (bytes.length() == 4) {
            return AddressText.of(bytes);
        }
        if (bytes.length() >= 8 && bytes.u16(0) == IPV4) {
            return AddressText.of(bytes.slice(4, 8));
        }
        if (bytes.length() >= 24 && bytes.u16(0) == IPV6) {
            return AddressText.of(bytes.slice(8, 24));
        }
        return bytes.length() == 16 ? AddressText.of(bytes) : "";
    }
}
