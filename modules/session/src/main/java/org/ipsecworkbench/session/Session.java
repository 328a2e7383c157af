package org.ipsecworkbench.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a case: its hosts, and the evidence that was taken of them. Immutable; the evidence's content is had from
 * {@link SessionContents}.
 *
 * @param title for people; may be empty
 * @param evidence in the order in which it came; ids are unique
 * @param notes free text about the whole case
 * @param others what a newer version wrote and this one does not know: an object of JSON as text, kept as it is; else empty
 * @param created when it was begun
 * @param hosts whom it is about; names are unique
 * @param bookmarks places in the evidence to come back to
 */
public record Session(
        String title,
        Instant created,
        List<SessionHost> hosts,
        List<EvidenceItem> evidence,
        String notes,
        List<Bookmark> bookmarks,
        String others) {
    /** The version of the format that is written. */
    public static final String SCHEMA = "ipsecwb/session/1";

    /** What the names of saved sessions end with. */
    public static final String SUFFIX = ".ipsecwb";

    /** Copies the lists. */
    public Session {
        hosts = List.copyOf(hosts);
        evidence = List.copyOf(evidence);
        bookmarks = List.copyOf(bookmarks);
    }

    /** Nothing but a title. */
    public static Session empty(String title, Instant created) {
        return new Session(title, created, List.of(), List.of(), "", List.of(), "");
    }

    /** The evidence of one kind, in its order. */
    public List<EvidenceItem> evidence(EvidenceKind kind) {
        return evidence.stream().filter(item -> item.kind().equals(kind)).toList();
    }

    /** The evidence of one host, in its order. */
    public List<EvidenceItem> evidenceOf(String host) {
        return evidence.stream().filter(item -> item.host().equals(host)).toList();
    }

    /** The item with an id. */
    public Optional<EvidenceItem> item(String id) {
        return evidence.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The host of a name. */
    public Optional<SessionHost> host(String name) {
        return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
    }

    /** The same with another title. */
    public Session withTitle(String other) {
        return new Session(other, created, hosts, evidence, notes, bookmarks, others);
    }

    /** The same with other notes. */
    public Session withNotes(String other) {
        return new Session(title, created, hosts, evidence, other, bookmarks, others);
    }

    /** The same with other evidence instead. */
    public Session withEvidence(List<EvidenceItem> other) {
        return new Session(title, created, hosts, other, notes, bookmarks, others);
    }

    /** The same with other hosts instead. */
    public Session withHosts(List<SessionHost> other) {
        return new Session(title, created, other, evidence, notes, bookmarks, others);
    }

    /** The same with other bookmarks instead. */
    public Session withBookmarks(List<Bookmark> other) {
        return new Session(title, created, hosts, evidence, notes, other, others);
    }

    /** Adds the item, or puts it in the place of the one with its id. */
    public Session with(EvidenceItem item) {
        List<EvidenceItem> items = new ArrayList<>(evidence);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(item.id())) {
                items.set(i, item);
                return withEvidence(items);
            }
        }
        items.add(item);
        return withEvidence(items);
    }

    /** Adds the host, or puts it in the place of the one with its name. */
    public Session with(SessionHost host) {
        List<SessionHost> all = new ArrayList<>(hosts);
        all.removeIf(known -> known.name().equals(host.name()));
        all.add(host);
        return withHosts(all);
    }

    /** Without an item and its bookmarks. */
    public Session without(String id) {
        return withEvidence(
                        evidence.stream().filter(item -> !item.id().equals(id)).toList())
                .withBookmarks(bookmarks.stream()
                        .filter(bookmark -> !bookmark.item().equals(id))
                        .toList());
    }
}
