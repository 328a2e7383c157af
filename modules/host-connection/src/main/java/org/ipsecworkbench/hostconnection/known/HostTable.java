package org.ipsecworkbench.hostconnection.known;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.HostAddress;

/** Reads hosts from a table whose header names its columns. */
final class HostTable {
    /** What a column holds, by the words that its header may be; columns of other words are left out. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("address", "address"),
            Map.entry("host", "address"),
            Map.entry("hostname", "address"),
            Map.entry("ip", "address"),
            Map.entry("url", "address"),
            Map.entry("scheme", "scheme"),
            Map.entry("port", "port"),
            Map.entry("auth", "auth"),
            Map.entry("user", "user"),
            Map.entry("username", "user"),
            Map.entry("group", "group"),
            Map.entry("tags", "tags"),
            Map.entry("pin", "pin"),
            Map.entry("notes", "notes"),
            Map.entry("description", "notes"));

    private static final String SEPARATORS = ",;\t";

    private final HostImport into;
    private List<String> header = List.of();

    HostTable(HostImport into) {
        this.into = into;
    }

    /** Whether a line names columns, one of which tells where a host is. */
    static boolean isHeader(String line) {
        return columns(line.split("[" + SEPARATORS + "]"))
                .anyMatch(column -> column.equals("name") || column.equals("address"));
    }

    private static Stream<String> columns(String[] cells) {
        return Stream.of(cells)
                .map(cell -> cell.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .map(cell -> COLUMNS.getOrDefault(cell, ""));
    }

    void read(String text, String first) {
        char separator = SEPARATORS
                .chars()
                .mapToObj(c -> (char) c)
                .filter(c -> first.indexOf(c) >= 0)
                .findFirst()
                .orElse(',');
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : rows) {
                row(row);
            }
        } catch (CsvParseException e) {
            into.problem(1, "What follows is no table: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(CsvRecord row) {
        int line = (int) row.getStartingLineNumber();
        List<String> cells = row.getFields();
        if (cells.stream().allMatch(String::isBlank) || cells.get(0).startsWith("#")) {
            return;
        }
        if (header.isEmpty()) {
            header = columns(cells.toArray(String[]::new)).toList();
            if (cells.stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains("password"))) {
                into.problem(line, "Passwords are not taken from files; the column is left out.");
            }
            return;
        }
        try {
            into.add(line, host(cells));
        } catch (IllegalArgumentException e) {
            into.problem(line, e.getMessage() + " The host is left out.");
        }
    }

    private KnownHost host(List<String> cells) {
        String where = cell(cells, "address").or(() -> cell(cells, "name")).orElse("");
        String name = cell(cells, "name").orElse(where);
        HostAddress address = where.contains("://") || where.startsWith("local:") || where.startsWith("recorded:")
                ? HostAddress.parse(where)
                : address(
                        where,
                        cell(cells, "scheme").orElse(""),
                        cell(cells, "port").orElse(""));
        return new KnownHost(
                name.equals(where) ? address.host() : name,
                address,
                KnownHostsText.method(cell(cells, "auth").orElse("")),
                cell(cells, "user").orElse(""),
                cell(cells, "group").orElse(""),
                KnownHostsText.tags(cell(cells, "tags").orElse("").replace(';', ',')),
                cell(cells, "pin").orElse(""),
                cell(cells, "notes").orElse(""),
                List.of());
    }

    /** An address of parts: HTTPS where scheme or port say so. */
    static HostAddress address(String host, String scheme, String port) {
        String https = port.equals("5986") ? "winrms" : "winrm";
        String kind = switch (scheme.toLowerCase(Locale.ROOT)) {
            case "" -> https;
            case "http", "winrm" -> "winrm";
            case "https", "winrms" -> "winrms";
            default -> throw new IllegalArgumentException("A scheme is winrm or winrms.");
        };
        String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return HostAddress.parse(kind + "://" + bracketed + (port.isEmpty() ? "" : ":" + port));
    }

    private Optional<String> cell(List<String> cells, String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= cells.size()
                ? Optional.empty()
                : Optional.of(cells.get(index).strip()).filter(cell -> !cell.isEmpty());
    }
}
