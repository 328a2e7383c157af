package org.ipsecworkbench.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.session.store.Disk;
import org.ipsecworkbench.session.store.WorkFolder;
import org.ipsecworkbench.session.store.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * A session that is being collected or changed. Every change is in its folder, the journal, before the method returns, so that
 * it is still there after a crash: {@link #abandoned} finds it and {@link #recover} goes on with it.
 *
 * <p>May be used by several threads; saving holds up changes until it is done.
 */
public final class SessionWorkspace implements SessionContents {
    /** Captures and other files up to this size are copied into a saved session unless it is said otherwise: 1 GiB. */
    public static final long DEFAULT_MAX_INSIDE = 1L << 30;

    private final Workplace workplace;

    private SessionWorkspace(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * Begins a new session.
     *
     * @param folder the journal: one that is not there yet
     */
    public static SessionWorkspace create(Path folder, Session session) throws IOException {
        return new SessionWorkspace(Workplace.create(folder, session, Disk.REAL));
    }

    /**
     * Begins to work on a saved session.
     *
     * @param folder the journal: one that is not there yet
     */
    public static SessionWorkspace open(Path file, Path folder, SessionLimits limits) throws IOException {
        return new SessionWorkspace(Workplace.open(file, folder, limits, Disk.REAL));
    }

    /** Goes on with what a process left that ended without being asked to. Unchanged where all of it had been saved. */
    public static SessionWorkspace recover(Path folder, SessionLimits limits) throws IOException {
        return new SessionWorkspace(Workplace.recover(folder, limits, Disk.REAL));
    }

    /** The journals in a folder that no process works on. */
    public static List<Path> abandoned(Path root) throws IOException {
        return WorkFolder.abandoned(root);
    }

    @Override
    public Session session() {
        return workplace.session();
    }

    @Override
    public List<Problem> problems() {
        return workplace.problems();
    }

    @Override
    public Evidence evidence(EvidenceItem item) {
        return workplace.evidence(item);
    }

    /** Whether there is anything that is not in the saved file. */
    public boolean isChanged() {
        return workplace.isChanged();
    }

    /** The saved session; empty where it was never saved. */
    public Optional<Path> file() {
        return workplace.file();
    }

    /** Changes what is said about the evidence: titles, notes, bookmarks, which items there are. */
    public Session update(UnaryOperator<Session> change) throws IOException {
        return workplace.update(change);
    }

    /** Adds a command that was run. */
    public EvidenceItem add(Transcript transcript) throws IOException {
        InputStream bytes = new ByteArrayInputStream(TranscriptFile.bytes(transcript));
        return add(EvidenceKind.TRANSCRIPT, transcript.host(), transcript.line(), transcript.started(), bytes);
    }

    /** Adds bytes that are kept nowhere else, which are read to their end. */
    public EvidenceItem add(EvidenceKind kind, String host, String name, @Nullable Instant takenAt, InputStream content)
            throws IOException {
        return workplace.add(kind, host, name, takenAt, content);
    }

    /**
     * Adds much evidence at once, such as the answers of a fleet: the list is written once, when all of it is there.
     *
     * @return the items, in the same order
     * @throws IOException where a piece cannot be read or written; none of them is listed then
     */
    public List<EvidenceItem> addAll(List<Addition> additions) throws IOException {
        return workplace.addAll(additions);
    }

    /**
     * Adds a file where it lies. It is read once, for its hash; whether it is copied is decided when the session is saved.
     *
     * @param host whose it is; empty where nobody said
     */
    public EvidenceItem addFile(Path file, EvidenceKind kind, String host, ScanMonitor monitor) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        return workplace.addFile(file, kind, host, modified, monitor);
    }

    /**
     * Saves the session. Evidence is streamed into the new file, which takes the place of a former one at once.
     *
     * @param maxInside larger files that lie outside stay there and are referred to, in bytes
     * @throws IOException where that cannot be done; a former file is as it was then, and nothing is lost here
     */
    public void save(Path file, long maxInside, ScanMonitor monitor) throws IOException {
        workplace.save(file, maxInside, monitor);
    }

    /** Ends the work. What was not saved stays in the journal. */
    @Override
    public void close() throws IOException {
        workplace.close(workplace.isChanged());
    }

    /** Ends the work and forgets what was not saved. */
    public void discard() throws IOException {
        workplace.close(false);
    }
}
