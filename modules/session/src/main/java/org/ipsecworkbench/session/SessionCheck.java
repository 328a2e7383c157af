package org.ipsecworkbench.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;

/** Tells whether a session's evidence is what was taken, by reading all of it. */
public final class SessionCheck {
    private static final int BUFFER = 1 << 16;

    private SessionCheck() {}

    /**
     * All that is wrong with a session: evidence that is missing, was changed, is not in its list or has no hash there. Takes as
     * long as reading the files does.
     *
     * @throws InterruptedIOException where the monitor cancelled
     */
    public static List<Problem> problems(SessionContents contents, ScanMonitor monitor) throws InterruptedIOException {
        List<Problem> found = new ArrayList<>();
        List<EvidenceItem> items = contents.session().evidence();
        long total = items.stream().mapToLong(item -> Math.max(0, item.size())).sum();
        long done = 0;
        for (EvidenceItem item : items) {
            try (InputStream in = contents.evidence(item).open()) {
                done = read(in, done, total, monitor);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                found.add(new Problem("item " + item.id(), item.name() + " cannot be read: " + e.getMessage()));
            }
            if (item.sha256().isEmpty()) {
                found.add(new Problem(
                        "item " + item.id(),
                        item.name() + " has no hash in the list, so that nothing tells a change."));
            }
        }
        // Hashes were compared at the end of each.
        found.addAll(contents.problems());
        return List.copyOf(found);
    }

    private static long read(InputStream in, long before, long total, ScanMonitor monitor) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long done = before;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            done += count;
            monitor.progress(done, total);
            if (monitor.cancelled()) {
                throw new InterruptedIOException("The check was cancelled.");
            }
        }
        return done;
    }
}
