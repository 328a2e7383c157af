package org.ipsecworkbench.certificate.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.Store;
import org.ipsecworkbench.certificate.StoreLocation;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.read.Block.Row;
import org.ipsecworkbench.certificate.read.CertutilReader.Section;

/**
 * {@code certutil -store} and {@code -v -store}, and {@code -dump} of a certificate. Fields are told by their order around the two
 * dates, hash and key by what Windows does not translate.
 */
final class StoreReader {
    private static final Pattern TITLE = Pattern.compile("^\"?([A-Za-z][A-Za-z0-9]{1,40})\"?(?:\\s+\".*\")?$");
    private static final Pattern SERIAL = Pattern.compile("(?i)^[0-9a-f]{2}(?:\\s?[0-9a-f]{2})*$");
    private static final Pattern THUMBPRINT = Pattern.compile("(?i)^[0-9a-f]{2}(?: ?[0-9a-f]{2}){19}$");
    private static final Pattern TEMPLATE =
            Pattern.compile("(?i).*(?:template|mod[eè]le|vorlage|plantilla|modello|模板|範本|テンプレート|шаблон).*");

    private StoreReader() {}

    static void read(Section section, ListingDates dates, Reading reading) {
        String name = section.store();
        List<String> lines = section.lines();
        int begin = -1;
        int number = 0;
        for (int i = 0; i <= lines.size(); i++) {
            Matcher separator = i == lines.size() ? null : CertutilReader.SEPARATOR.matcher(lines.get(i));
            if (separator != null && !separator.matches()) {
                continue;
            }
            List<String> part = lines.subList(begin + 1, i);
            if (begin < 0) {
                String title = head(part, section, reading);
                name = title.isEmpty() ? name : title;
            } else {
                Store store = new Store(section.location(), name.isEmpty() ? "My" : name);
                block(part, section.line(begin + 1), store, number, dates, reading);
            }
            begin = i;
            number = separator == null ? 0 : Integer.parseInt(separator.group(2));
        }
    }

    /** One certificate without a store: a dump of a file. */
    static void readOne(Section section, ListingDates dates, Reading reading) {
        Store store = new Store(StoreLocation.FILE, reading.file());
        block(section.lines(), section.firstLine(), store, 1, dates, reading);
    }

    /** What stands before the first separator: the name of the store, or the rest of a certificate that was cut. */
    private static String head(List<String> lines, Section section, Reading reading) {
        String title = "";
        for (String line : lines) {
            Matcher name = TITLE.matcher(line.strip());
            if (name.matches()) {
                title = name.group(1);
            } else if (line.contains(" = ")) {
                reading.problem(
                        reading.at(section.firstLine()),
                        "The listing begins inside of a certificate, which was left out.");
                return title;
            }
        }
        return title;
    }

    private static void block(
            List<String> lines, int firstLine, Store store, int number, ListingDates dates, Reading reading) {
        Block block = Block.of(lines, firstLine);
        String place = reading.at(firstLine > 1 ? firstLine - 1 : firstLine);
        List<Row> rows = block.rows();
        int begins = date(rows, 0, dates);
        int ends = begins < 0 ? -1 : date(rows, begins + 1, dates);
        int hash = hash(rows);
        List<Row> names = names(rows, begins, ends, hash);
        if (names.isEmpty()) {
            reading.problem(place, "A certificate of the listing has no dates that can be read; it was left out.");
            return;
        }
        CertificateFacts facts = ExtensionText.facts(
                block,
                reading.cut(names.get(1).name()),
                reading.cut(names.get(0).name()),
                serial(begins < 0 ? rows.subList(0, rows.indexOf(names.get(0))) : rows.subList(0, begins)),
                ends < 0 ? null : dates.read(rows.get(begins).value()),
                ends < 0 ? null : dates.read(rows.get(ends).value()),
                hash < 0 ? "" : digits(rows.get(hash).value()),
                reading.cut(template(rows)),
                reading.limits().maxValues());
        if (facts.issuer().isEmpty()) {
            reading.problem(place, "A certificate of the listing names no issuer that can be read.");
        }
        KeyText key = KeyText.of(hash < 0 ? List.of() : rows.subList(hash, rows.size()));
        reading.add(new StoredCertificate(number, store, facts, null, key.state(), reading.cut(key.provider()), place));
    }

    /** The rows of issuer and subject, which stand around the dates; Windows Server 2003 lists no dates, but both names first. */
    private static List<Row> names(List<Row> rows, int begins, int ends, int hash) {
        Row none = new Row("", "", 0, List.of());
        if (ends >= 0) {
            return List.of(
                    begins == 0 ? none : rows.get(begins - 1), ends + 1 < rows.size() ? rows.get(ends + 1) : none);
        }
        List<Row> named =
                rows.stream().filter(row -> !row.name().isEmpty()).limit(2).toList();
        return hash >= 0 && named.size() == 2 ? named : List.of();
    }

    private static int date(List<Row> rows, int from, ListingDates dates) {
        for (int i = from; i < rows.size(); i++) {
            if (!rows.get(i).isSentence() && dates.read(rows.get(i).value()) != null) {
                return i;
            }
        }
        return -1;
    }

    /** The last one with that mark: the hashes of the key come before that of the certificate. */
    private static int hash(List<Row> rows) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            Row row = rows.get(i);
            if (row.label().replace(" ", "").endsWith("(sha1)")
                    && THUMBPRINT.matcher(row.value()).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** The first hexadecimal number; before it a verbose listing has a version of one digit. */
    private static String serial(List<Row> rows) {
        for (Row row : rows) {
            if (SERIAL.matcher(row.value()).matches()) {
                return ExtensionText.serial(digits(row.value()));
            }
        }
        return "";
    }

    static String digits(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static String template(List<Row> rows) {
        List<String> found = new ArrayList<>();
        for (Row row : rows) {
            if (!row.value().isEmpty() && TEMPLATE.matcher(row.label()).matches()) {
                found.add(row.value());
            }
        }
        return found.isEmpty() ? "" : found.get(found.size() - 1);
    }
}
