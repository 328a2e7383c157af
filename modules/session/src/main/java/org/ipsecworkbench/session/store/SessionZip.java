package org.ipsecworkbench.session.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.format.ManifestWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a session as a ZIP file: {@code session.json} first, so that it survives a file that is cut, then the evidence in its
 * order. Files above 4 GB become ZIP64. The same session gives the same bytes.
 */
public final class SessionZip {
    /** The manifest's name. */
    public static final String MANIFEST = "session.json";

    /** What the names of the evidence begin with. */
    static final String EVIDENCE = "evidence/";

    private static final int BUFFER = 1 << 16;

    /** The years that a ZIP file can say. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 0, 0);

    private SessionZip() {}

    /** Gives the content of an item; the caller closes. */
    public interface Contents {
        InputStream open(EvidenceItem item) throws IOException;
    }

    /** The session with an entry of its own for each item that is inside. */
    public static Session named(Session session) {
        Set<String> used = new HashSet<>();
        List<EvidenceItem> items = new ArrayList<>();
        for (EvidenceItem item : session.evidence()) {
            items.add(
                    item.location() instanceof Location.Inside
                            ? item.at(new Location.Inside(SafeNames.entry(item, used)))
                            : item);
        }
        return session.withEvidence(items);
    }

    /**
     * Writes the session.
     *
     * @param session as {@link #named} gave it
     * @throws IOException where evidence cannot be read or the file not be written, or the monitor cancelled
     */
    public static void write(Session session, Contents contents, OutputStream out, ScanMonitor monitor)
            throws IOException {
        long total = session.evidence().stream()
                .filter(item -> item.location() instanceof Location.Inside)
                .mapToLong(item -> Math.max(0, item.size()))
                .sum();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(entry(MANIFEST, session.created()));
        zip.write(ManifestWriter.write(session));
        zip.closeEntry();
        long done = 0;
        for (EvidenceItem item : session.evidence()) {
            if (item.location() instanceof Location.Inside inside) {
                try (InputStream in = contents.open(item)) {
                    done = copy(in, entry(inside.entry(), item.takenAt()), zip, monitor, done, total);
                }
            }
        }
        zip.finish();
        zip.flush();
    }

    private static long copy(
            InputStream in, ZipEntry entry, ZipOutputStream zip, ScanMonitor monitor, long before, long total)
            throws IOException {
        long done = before;
        byte[] bytes = in.readNBytes(BUFFER);
        zip.setLevel(packs(bytes) ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
        zip.putNextEntry(entry);
        int count = bytes.length;
        while (count > 0) {
            if (monitor.cancelled()) {
                throw new InterruptedIOException("Saving was cancelled; the former session is as it was.");
            }
            zip.write(bytes, 0, count);
            done += count;
            monitor.progress(done, total);
            count = in.readNBytes(bytes, 0, bytes.length);
        }
        zip.closeEntry();
        return done;
    }

    /** Whether packing is worth its time, which it is not for what is encrypted: by the first 64 KiB. */
    private static boolean packs(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length / 10 * 9 + 1];
            int count = 0;
            int more;
            while ((more = deflater.deflate(packed, count, packed.length - count)) > 0) {
                count += more;
            }
            return deflater.finished();
        } finally {
            deflater.end();
        }
    }

    private static ZipEntry entry(String name, @Nullable Instant time) {
        ZipEntry entry = new ZipEntry(name);
        LocalDateTime local =
                time == null || time.isBefore(Instant.EPOCH) || time.isAfter(LAST.toInstant(ZoneOffset.UTC))
                        ? FIRST
                        : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        entry.setTimeLocal(local.isBefore(FIRST) ? FIRST : local);
        return entry;
    }
}
