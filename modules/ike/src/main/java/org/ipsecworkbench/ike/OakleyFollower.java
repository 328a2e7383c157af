package org.ipsecworkbench.ike;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Objects;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.oakley.LogInput;
import org.ipsecworkbench.ike.oakley.OakleyReader;
import org.jspecify.annotations.Nullable;

/**
 * An Oakley.log that is read on as the host writes it. What it reports at any time is what reading the file anew would give;
 * an append costs only itself, and a report what is kept. One thread at a time, not the event thread.
 */
public final class OakleyFollower implements Closeable {
    private final Path file;
    private final LogTime time;
    private final InputStream in;
    private final OakleyReader reader;
    private final @Nullable Object key;
    private long size;
    /** The day of the last change that was read; the file may be gone since. */
    private LocalDate notAfter;

    private OakleyFollower(Path file, Source source, LogTime time) throws IOException {
        this.file = file;
        this.time = time;
        key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        notAfter = time.notAfter(file);
        in = Files.newInputStream(file);
        reader = new OakleyReader(LogInput.open(in), source, OakleyLimits.DEFAULT, IkeLimits.DEFAULT);
    }

    /** At the beginning of a log, of which nothing is read yet. */
    public static OakleyFollower open(Path file, Source source, LogTime time) throws IOException {
        return new OakleyFollower(file, source, time);
    }

    /**
     * Reads what was appended; the first time, everything.
     *
     * @param monitor may cancel; reading goes on the next time
     * @return whether there was anything
     */
    public boolean read(ScanMonitor monitor) throws IOException {
        long now = Files.size(file);
        if (now == size) {
            return false;
        }
        reader.read(now, monitor);
        notAfter = time.notAfter(file);
        size = monitor.cancelled() ? size : now;
        return true;
    }

    /** What the log says as far as it was read. */
    public OakleyReport report() {
        return reader.report(notAfter, time.zone());
    }

    /** Why the file cannot be read on, as a sentence; empty where it can. */
    public String whyNotFollowed() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (!Objects.equals(key, now.fileKey())) {
                return "Another file has taken the name of the one that was followed; what was read of the first one is shown.";
            }
            return now.size() < size
                    ? "The file became shorter while it was read; what was read until then is shown."
                    : "";
        } catch (NoSuchFileException e) {
            return "The file was deleted or renamed while it was followed; what was read until then is shown.";
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
