package org.ipsecworkbench.ike;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How the stamps of an Oakley.log are to be read, which have neither year nor time zone.
 *
 * @param zone of the host that wrote it
 * @param year of its last line; 0 is that of the file's time
 */
public record LogTime(ZoneId zone, int year) {
    /** As if it had been written on this machine, and not been touched since. */
    public static LogTime ofThisMachine() {
        return new LogTime(ZoneId.systemDefault(), 0);
    }

    /** A day before which, or on which, the last line was written. */
    LocalDate notAfter(Path file) throws IOException {
        return year == 0
                ? LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), zone)
                : LocalDate.of(year, 12, 31);
    }
}
