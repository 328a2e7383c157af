package org.ipsecworkbench.certificate.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.RevocationList;
import org.ipsecworkbench.certificate.read.Block.Row;
import org.ipsecworkbench.certificate.read.CertutilReader.Section;

/** {@code certutil -dump} of a revocation list: issuer, two times, and below them two rows further in for each entry. */
final class RevocationListReader {
    private static final Pattern ENTRY =
            Pattern.compile("(?i)^ {2}[^ :][^:]{0,60}:\\s*([0-9a-f]{2}(?: ?[0-9a-f]{2})*)\\s*$");
    private static final Pattern REASON = Pattern.compile("^\\s{6,}\\S.*\\((\\d{1,2})\\)\\s*$");

    private RevocationListReader() {}

    static void read(Section section, ListingDates dates, Reading reading) {
        Block block = Block.of(section.lines(), section.firstLine());
        Moment thisUpdate = null;
        Moment nextUpdate = null;
        String issuer = "";
        int told = -1;
        Map<String, Integer> revoked = new HashMap<>();
        for (Row row : block.rows()) {
            Moment time = row.isSentence() ? null : dates.read(row.value());
            if (time != null && thisUpdate == null) {
                thisUpdate = time;
            } else if (time != null && nextUpdate == null) {
                nextUpdate = time;
            } else if (issuer.isEmpty()) {
                issuer = reading.cut(row.name());
            }
            if (nextUpdate != null && time == null && told < 0 && row.value().matches("\\d{1,9}")) {
                told = Integer.parseInt(row.value());
                entries(row.inner(), revoked, reading);
            }
        }
        String place = reading.at(section.firstLine());
        if (thisUpdate == null) {
            reading.problem(place, "The revocation list has no time that can be read.");
        }
        if (told > revoked.size()) {
            reading.problem(
                    place,
                    "The revocation list has " + told + " entries, of which " + revoked.size() + " could be read.");
        }
        reading.add(new RevocationList(issuer, "", thisUpdate, nextUpdate, revoked, null, place));
    }

    private static void entries(List<String> lines, Map<String, Integer> revoked, Reading reading) {
        String serial = "";
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            Matcher reason = REASON.matcher(line);
            if (entry.matches() && revoked.size() < reading.limits().maxRevoked() && isSerial(line)) {
                serial = ExtensionText.serial(StoreReader.digits(entry.group(1)));
                revoked.put(serial, -1);
            } else if (reason.matches() && !serial.isEmpty()) {
                revoked.put(serial, Integer.parseInt(reason.group(1)));
            }
        }
    }

    /** The number of extensions of an entry stands likewise, but has one digit or two. */
    private static boolean isSerial(String line) {
        return !line.matches(".*:\\s*\\d{1,2}\\s*$");
    }
}
