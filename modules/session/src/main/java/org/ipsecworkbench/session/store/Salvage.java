package org.ipsecworkbench.session.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.session.SessionFormatException;
import org.ipsecworkbench.session.SessionLimits;

/**
 * Saves what is there of a ZIP file that lost its end, and with it its directory: a download that broke off, a disk that was
 * pulled. Entries are read one after the other from the beginning and written to another file, the last one as far as it goes.
 */
final class Salvage {
    private static final int BUFFER = 1 << 16;

    private Salvage() {}

    /**
     * Writes what is there to a file that is not there yet.
     *
     * @throws SessionFormatException where there is nothing
     * @throws IOException where it cannot be read or written
     */
    static void write(Path damaged, Path to, SessionLimits limits, ProblemLog problems) throws IOException {
        long left = limits.freeInflationBytes() + Files.size(damaged) * limits.maxInflation();
        Set<String> names = new HashSet<>();
        String open = "";
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(damaged), StandardCharsets.UTF_8);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to), StandardCharsets.UTF_8)) {
            try {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (names.size() > limits.maxItems()) {
                        break;
                    }
                    if (entry.isDirectory() || !names.add(entry.getName())) {
                        continue;
                    }
                    open = entry.getName();
                    out.putNextEntry(new ZipEntry(open));
                    left -= copy(in, out, left);
                    open = "";
                }
            } catch (ZipException | EOFException | IllegalArgumentException e) {
                // Here it was cut, and what came before is what there is.
            }
            if (names.isEmpty()) {
                throw new SessionFormatException(
                        damaged + " is no session, or its end is missing: it does not end as a ZIP file does.");
            }
        }
        problems.add(
                damaged.getFileName().toString(),
                "The file has no end: it was cut, or not all of it was copied. What is there was saved, "
                        + names.size() + (names.size() == 1 ? " entry" : " entries")
                        + (open.isEmpty() ? "." : ", of which " + Text.shown(open) + " is not whole."));
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            copied += count;
            if (copied > most) {
                throw new ZipException("more than a session may become");
            }
            out.write(buffer, 0, count);
        }
        return copied;
    }
}
