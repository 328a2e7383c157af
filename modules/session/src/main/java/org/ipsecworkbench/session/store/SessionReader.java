package org.ipsecworkbench.session.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.format.ManifestReader;

/** A session in a ZIP file: its list, and its entries to read when they are asked for. */
public final class SessionReader implements Closeable {
    private final Path file;
    private final Entries entries;
    private final ProblemLog problems;
    private final Session session;
    private final String manifestHash;
    private final int maxManifestBytes;
    private final Temporary temporary;

    private SessionReader(Path file, Entries entries, SessionLimits limits, ProblemLog problems, Temporary temporary) {
        this.temporary = temporary;
        this.file = file;
        this.entries = entries;
        this.problems = problems;
        maxManifestBytes = limits.maxManifestBytes();
        byte[] manifest = manifest(limits);
        manifestHash = Hashes.of(manifest);
        session = checked(ManifestReader.read(manifest, limits, problems), limits);
    }

    /**
     * Opens a file.
     *
     * @param temporary stays with the caller, who closes it after this
     */
    public static SessionReader open(Path file, SessionLimits limits, Temporary temporary) throws IOException {
        ProblemLog problems = new ProblemLog(limits.maxProblems());
        Path whole = file;
        if (Entries.isCut(file)) {
            whole = temporary.place("salvaged.zip");
            Salvage.write(file, whole, limits, problems);
        }
        Entries entries = Entries.open(whole, limits, problems);
        return new SessionReader(file.toAbsolutePath(), entries, limits, problems, temporary);
    }

    private byte[] manifest(SessionLimits limits) {
        try (InputStream in = entries.open(SessionZip.MANIFEST)) {
            return in.readNBytes(limits.maxManifestBytes() + 1);
        } catch (IOException e) {
            problems.add(SessionZip.MANIFEST, "The session's own list cannot be read: " + e.getMessage());
            return new byte[0];
        }
    }

    /** Compares the list with what is there: what is missing is told, what is not listed is added. */
    private Session checked(Session listed, SessionLimits limits) {
        List<EvidenceItem> items = new ArrayList<>();
        Set<String> unlisted = new HashSet<>(entries.names());
        unlisted.remove(SessionZip.MANIFEST);
        Set<String> ids = new HashSet<>();
        for (EvidenceItem item : listed.evidence()) {
            ids.add(item.id());
            items.add(item);
            if (item.location() instanceof Location.Inside inside) {
                unlisted.remove(inside.entry());
                if (entries.size(inside.entry()) < 0) {
                    problems.add(
                            "item " + Text.shown(item.id()),
                            Text.shown(item.name()) + " is listed, but is not in the session.");
                }
            }
        }
        for (String name : unlisted.stream().sorted().toList()) {
            if (items.size() >= limits.maxItems()) {
                problems.add(
                        "session", "There is more in the file than the " + limits.maxItems() + " items that are read.");
                break;
            }
            problems.add(Text.shown(name), "This is in the file, but the session does not list it.");
            String id = "unlisted-" + (items.size() + 1);
            while (!ids.add(id)) {
                id += "-";
            }
            items.add(new EvidenceItem(
                    id,
                    EvidenceKind.FILE,
                    "",
                    name,
                    null,
                    entries.size(name),
                    "",
                    new Location.Inside(name),
                    "",
                    false,
                    ""));
        }
        return listed.withEvidence(items);
    }

    public Session session() {
        return session;
    }

    public List<Problem> problems() {
        return problems.problems();
    }

    /** The session's own list as it stands in the file, byte for byte: what a signature signs. */
    public byte[] manifest() throws IOException {
        try (InputStream in = entries.open(SessionZip.MANIFEST)) {
            return in.readNBytes(maxManifestBytes);
        }
    }

    /** The hash of the session's own list. */
    public String manifestHash() {
        return manifestHash;
    }

    public Evidence evidence(EvidenceItem item) {
        if (item.location() instanceof Location.Outside outside) {
            return StoredEvidence.outside(item, outside, file, problems);
        }
        Location.Inside inside = (Location.Inside) item.location();
        return StoredEvidence.packed(item, entries, inside.entry(), temporary, problems);
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
