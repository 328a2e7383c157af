package org.ipsecworkbench.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence as a session lists it.
 *
 * @param id unique in its session
 * @param host a {@link SessionHost#name}; empty where it is of no host or nobody said of which
 * @param name what it was there: the command line, or the path of the file
 * @param takenAt when it was taken; null where that is not known
 * @param size in bytes; -1 where it is not known
 * @param sha256 of the content, in lower-case hex; empty where it is not known
 * @param note free text
 * @param isBaseline whether it shows a state that worked, to compare later ones with
 * @param others what a newer version wrote: an object of JSON as text; else empty
 * @param kind what it is
 * @param location where its content is
 */
public record EvidenceItem(
        String id,
        EvidenceKind kind,
        String host,
        String name,
        @Nullable Instant takenAt,
        long size,
        String sha256,
        Location location,
        String note,
        boolean isBaseline,
        String others) {
    /** The same with another id. */
    public EvidenceItem withId(String other) {
        return new EvidenceItem(other, kind, host, name, takenAt, size, sha256, location, note, isBaseline, others);
    }

    /** The same with another note. */
    public EvidenceItem withNote(String other) {
        return new EvidenceItem(id, kind, host, name, takenAt, size, sha256, location, other, isBaseline, others);
    }

    /** The same, as a state that worked or not. */
    public EvidenceItem withBaseline(boolean other) {
        return new EvidenceItem(id, kind, host, name, takenAt, size, sha256, location, note, other, others);
    }

    /** The same evidence as part of another host's. */
    public EvidenceItem withHost(String other) {
        return new EvidenceItem(id, kind, other, name, takenAt, size, sha256, location, note, isBaseline, others);
    }

    /** The same item once its content was taken into the session. */
    public EvidenceItem taken(long bytes, String hash, String entry) {
        return new EvidenceItem(
                id, kind, host, name, takenAt, bytes, hash, new Location.Inside(entry), note, isBaseline, others);
    }

    /** The same evidence in another place. */
    public EvidenceItem at(Location other) {
        return new EvidenceItem(id, kind, host, name, takenAt, size, sha256, other, note, isBaseline, others);
    }
}
