package org.ipsecworkbench.session.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.Addition;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionFormatException;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.session.SessionLimits;
import org.jspecify.annotations.Nullable;

/** A journal and the saved session that it goes on from. May be used by several threads. */
public final class Workplace {
    private static final int BUFFER = 1 << 16;

    private final WorkFolder folder;
    private final Disk disk;
    private final SessionLimits limits;
    private final ProblemLog problems;
    private final Temporary temporary = new Temporary();
    private @Nullable SessionReader base;
    private @Nullable Path file;
    private Session session;
    private boolean isChanged;

    private Workplace(WorkFolder folder, Disk disk, SessionLimits limits, ProblemLog problems, Session session) {
        this.folder = folder;
        this.disk = disk;
        this.limits = limits;
        this.problems = problems;
        this.session = session;
    }

    public static Workplace create(Path folder, Session session, Disk disk) throws IOException {
        WorkFolder work = WorkFolder.open(folder, disk);
        work.write(session);
        SessionLimits limits = SessionLimits.DEFAULT;
        return new Workplace(work, disk, limits, new ProblemLog(limits.maxProblems()), session);
    }

    public static Workplace open(Path file, Path folder, SessionLimits limits, Disk disk) throws IOException {
        WorkFolder work = WorkFolder.open(folder, disk);
        ProblemLog problems = new ProblemLog(limits.maxProblems());
        Workplace place = new Workplace(work, disk, limits, problems, Session.empty("", Instant.EPOCH));
        try {
            place.openBase(file);
            return place;
        } catch (IOException e) {
            work.delete();
            throw e;
        }
    }

    public static Workplace recover(Path folder, SessionLimits limits, Disk disk) throws IOException {
        ProblemLog problems = new ProblemLog(limits.maxProblems());
        WorkFolder work = WorkFolder.open(folder, disk);
        try {
            Workplace place = new Workplace(work, disk, limits, problems, work.read(limits, problems));
            place.isChanged = true;
            place.reopenBase();
            place.isChanged = !place.isAsSaved();
            return place;
        } catch (IOException e) {
            work.close();
            throw e;
        }
    }

    /** Goes on from a saved session, and forgets the evidence that is in it now. */
    private void openBase(Path saved) throws IOException {
        SessionReader reader = SessionReader.open(saved, limits, temporary);
        base = reader;
        file = saved;
        session = absolute(reader.session(), saved);
        folder.base(saved, reader.manifestHash());
        folder.write(session);
        folder.clear();
        isChanged = false;
    }

    private void reopenBase() throws IOException {
        WorkFolder.Base known = folder.base();
        if (known == null) {
            return;
        }
        file = known.file();
        SessionReader reader;
        try {
            reader = SessionReader.open(known.file(), limits, temporary);
        } catch (IOException e) {
            problems.add(
                    known.file().toString(),
                    "The session that was worked on cannot be read any more; what was in it and not in the journal is"
                            + " missing: " + e.getMessage());
            return;
        }
        base = reader;
        if (!reader.manifestHash().equals(known.manifestHash())) {
            problems.add(
                    known.file().toString(),
                    "The session was saved once more after the journal was written; both are put together here.");
            session = session.withEvidence(
                    session.evidence().stream().map(item -> found(item, reader)).toList());
        }
    }

    /** Whether all that the journal says is in the saved session too. */
    private boolean isAsSaved() throws IOException {
        WorkFolder.Base known = folder.base();
        return base != null
                && known != null
                && base.manifestHash().equals(known.manifestHash())
                && session.equals(absolute(base.session(), known.file()));
    }

    /** Where an item is now, told by its content: saving gives entries new names. */
    private EvidenceItem found(EvidenceItem item, SessionReader reader) {
        if (!(item.location() instanceof Location.Inside inside)
                || item.sha256().isEmpty()
                || folder.file(inside) != null) {
            return item;
        }
        return reader.session().evidence().stream()
                .filter(saved -> saved.sha256().equals(item.sha256()))
                .findFirst()
                .map(saved -> item.at(saved.location()))
                .orElse(item);
    }

    /** What lies outside is found from anywhere, as long as the session has no place of its own. */
    private static Session absolute(Session session, Path file) {
        return session.withEvidence(session.evidence().stream()
                .map(item -> item.location() instanceof Location.Outside outside
                                && !outside.path().startsWith("\\\\")
                                && !outside.path().startsWith("//")
                        ? item.at(Locations.absolute(outside, file))
                        : item)
                .toList());
    }

    public synchronized Session session() {
        return session;
    }

    public synchronized boolean isChanged() {
        return isChanged;
    }

    public synchronized Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    public synchronized List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        if (base != null) {
            all.addAll(base.problems());
        }
        all.addAll(problems.problems());
        return List.copyOf(all);
    }

    /** Evidence of this session, also after it was saved under another name. */
    public Evidence evidence(EvidenceItem item) {
        return new Evidence() {
            @Override
            public EvidenceItem item() {
                return item;
            }

            @Override
            public InputStream open() throws IOException {
                return stored(item).open();
            }

            @Override
            public Path file() throws IOException {
                return stored(item).file();
            }
        };
    }

    private synchronized Evidence stored(EvidenceItem listed) {
        EvidenceItem item = session.item(listed.id()).orElse(listed);
        if (item.location() instanceof Location.Inside inside) {
            Path own = folder.file(inside);
            if (own != null) {
                return StoredEvidence.plain(item, own, problems);
            }
            return base == null ? StoredEvidence.missing(item, problems) : base.evidence(item);
        }
        Path from = file == null ? Path.of("").toAbsolutePath().resolve("session") : file.toAbsolutePath();
        return StoredEvidence.outside(item, (Location.Outside) item.location(), from, problems);
    }

    public synchronized Session update(UnaryOperator<Session> change) throws IOException {
        Session changed = change.apply(session);
        if (!changed.equals(session)) {
            folder.write(changed);
            session = changed;
            isChanged = true;
        }
        return session;
    }

    /** Takes content in, which is read without holding up others. */
    public EvidenceItem add(EvidenceKind kind, String host, String name, @Nullable Instant takenAt, InputStream content)
            throws IOException {
        EvidenceItem added;
        synchronized (this) {
            Set<String> taken = folder.taken(entriesOfBase());
            added = folder.add(item(kind, host, name, takenAt, new Location.Inside("")), content, taken);
        }
        return list(added);
    }

    /** Takes in much at once; the list is written when all of it is there. */
    public synchronized List<EvidenceItem> addAll(List<Addition> additions) throws IOException {
        Set<String> taken = folder.taken(entriesOfBase());
        int id = Integer.parseInt(freeId());
        List<EvidenceItem> added = new ArrayList<>();
        for (Addition one : additions) {
            EvidenceItem item = item(one.kind(), one.host(), one.name(), one.takenAt(), new Location.Inside(""), id++);
            try (InputStream in = one.content().open()) {
                added.add(folder.add(item, in, taken));
            }
        }
        update(old -> {
            List<EvidenceItem> items = new ArrayList<>(old.evidence());
            items.addAll(added);
            Session with = old.withEvidence(items);
            for (String host :
                    new LinkedHashSet<>(added.stream().map(EvidenceItem::host).toList())) {
                with = host.isEmpty() || with.host(host).isPresent() ? with : with.with(SessionHost.of(host));
            }
            return with;
        });
        return added;
    }

    public EvidenceItem addFile(Path from, EvidenceKind kind, String host, Instant takenAt, ScanMonitor monitor)
            throws IOException {
        Path path = from.toRealPath();
        EvidenceItem[] hashed = new EvidenceItem[1];
        EvidenceItem item = item(kind, host, path.getFileName().toString(), takenAt, Locations.of(path));
        long total = Files.size(path);
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new HashedInput(
                // What is appended while it is read belongs to a later time.
                new BoundedInput(Files.newInputStream(path), total, item.name()),
                (size, sha256) -> hashed[0] = item.taken(size, sha256, "").at(item.location()))) {
            long done = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                done += count;
                monitor.progress(done, total);
                if (monitor.cancelled()) {
                    throw new InterruptedIOException("Adding " + path.getFileName() + " was cancelled.");
                }
            }
        }
        return list(hashed[0]);
    }

    /** Lists an item under an id that is free, which another thread may have taken meanwhile. */
    private synchronized EvidenceItem list(EvidenceItem item) throws IOException {
        EvidenceItem listed = session.item(item.id()).isEmpty() ? item : item.withId(freeId());
        update(old -> {
            Session with = old.with(listed);
            return listed.host().isEmpty() || old.host(listed.host()).isPresent()
                    ? with
                    : with.with(SessionHost.of(listed.host()));
        });
        return listed;
    }

    private synchronized EvidenceItem item(
            EvidenceKind kind, String host, String name, @Nullable Instant takenAt, Location location) {
        return item(kind, host, name, takenAt, location, Integer.parseInt(freeId()));
    }

    private static EvidenceItem item(
            EvidenceKind kind, String host, String name, @Nullable Instant takenAt, Location location, int id) {
        return new EvidenceItem(Integer.toString(id), kind, host, name, takenAt, -1, "", location, "", false, "");
    }

    private String freeId() {
        int highest = session.evidence().stream()
                .map(EvidenceItem::id)
                .filter(id -> id.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return Integer.toString(highest + 1);
    }

    private Set<String> entriesOfBase() {
        Set<String> entries = new HashSet<>();
        for (EvidenceItem item : session.evidence()) {
            if (item.location() instanceof Location.Inside inside) {
                entries.add(inside.entry().toLowerCase(Locale.ROOT));
            }
        }
        return entries;
    }

    /** Saves the session; what lies outside and is not larger comes in. */
    public synchronized void save(Path target, long maxInside, ScanMonitor monitor) throws IOException {
        Map<String, EvidenceItem> sources = new HashMap<>();
        List<EvidenceItem> placed = new ArrayList<>();
        for (EvidenceItem item : session.evidence()) {
            sources.put(item.id(), item);
            boolean isLarge = item.size() < 0 || item.size() > maxInside;
            placed.add(
                    item.location() instanceof Location.Outside outside
                            ? item.at(isLarge ? Locations.from(target, outside) : new Location.Inside(""))
                            : item);
        }
        Session saved = SessionZip.named(session.withEvidence(placed));
        SessionZip.Contents contents = item -> content(sources.getOrDefault(item.id(), item));
        try {
            SafeFile.write(
                    target,
                    disk,
                    out -> SessionZip.write(saved, contents, out, monitor),
                    // Windows does not replace a file that is open.
                    this::closeBase);
        } catch (IOException e) {
            if (base == null && file != null) {
                base = SessionReader.open(file, limits, temporary);
            }
            throw e;
        }
        openBase(target);
    }

    /** The content to save. A file outside must be what was added; what is in the session stays as it is. */
    private InputStream content(EvidenceItem item) throws IOException {
        InputStream in = stored(item).open();
        if (item.location() instanceof Location.Inside) {
            return in;
        }
        return new HashedInput(in, (size, sha256) -> {
            if (size != item.size() || !item.sha256().isEmpty() && !sha256.equals(item.sha256())) {
                throw new SessionFormatException(
                        item.name() + " has changed since it was added. Add it again, or remove it, and save then.");
            }
        });
    }

    private void closeBase() throws IOException {
        if (base != null) {
            base.close();
            base = null;
        }
    }

    /** Ends the work. */
    public synchronized void close(boolean keepJournal) throws IOException {
        closeBase();
        temporary.close();
        if (keepJournal) {
            folder.close();
        } else {
            folder.delete();
        }
    }
}
