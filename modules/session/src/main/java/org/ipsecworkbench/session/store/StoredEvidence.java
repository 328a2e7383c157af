package org.ipsecworkbench.session.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.SessionFormatException;

/** An item's content in its entry, in a file of a working folder, or in a file outside. */
abstract class StoredEvidence implements Evidence {
    private final EvidenceItem item;
    private final ProblemLog problems;

    private StoredEvidence(EvidenceItem item, ProblemLog problems) {
        this.item = item;
        this.problems = problems;
    }

    /** In a ZIP file. */
    static Evidence packed(EvidenceItem item, Entries entries, String entry, Temporary temporary, ProblemLog problems) {
        return new StoredEvidence(item, problems) {
            @Override
            InputStream raw() throws IOException {
                return entries.open(entry);
            }

            @Override
            public Path file() throws IOException {
                return temporary.file(this);
            }
        };
    }

    /** Nowhere: the saved session is gone. */
    static Evidence missing(EvidenceItem item, ProblemLog problems) {
        return new StoredEvidence(item, problems) {
            @Override
            InputStream raw() throws IOException {
                throw new FileNotFoundException(
                        Text.shown(item.name()) + " was in a saved session that cannot be read any more.");
            }

            @Override
            public Path file() throws IOException {
                raw();
                throw new IllegalStateException("There is none");
            }
        };
    }

    /** In a file of ours. */
    static Evidence plain(EvidenceItem item, Path file, ProblemLog problems) {
        return new StoredEvidence(item, problems) {
            @Override
            InputStream raw() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public Path file() {
                return file;
            }
        };
    }

    /** In a file of somebody else's, whose path came out of a session; it counts from where the session is. */
    static Evidence outside(EvidenceItem item, Location.Outside location, Path session, ProblemLog problems) {
        return new StoredEvidence(item, problems) {
            @Override
            InputStream raw() throws IOException {
                InputStream in = Files.newInputStream(file());
                // It may have been appended to; what was taken is its beginning.
                return item.size() < 0 ? in : new BoundedInput(in, item.size(), item.name());
            }

            @Override
            public Path file() throws IOException {
                return checked(item, location.path(), session);
            }
        };
    }

    private static Path checked(EvidenceItem item, String path, Path session) throws IOException {
        String name = Text.shown(path);
        // A share or device would be asked with the user's credentials, for whoever wrote the session.
        if (path.startsWith("\\\\") || path.startsWith("//")) {
            throw new SessionFormatException(
                    name + " is not opened: it is on a share or a device. Copy it here and add it to the session.");
        }
        Path file;
        try {
            file = session.resolveSibling(path);
        } catch (InvalidPathException e) {
            throw new SessionFormatException(name + " is no path of this system.", e);
        }
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException("The session refers to " + name
                    + ", which is not there. Put it beside the session, or add it anew from where it is.");
        }
        if (item.size() > Files.size(file)) {
            throw new SessionFormatException(name + " is not what the session refers to: it has " + Files.size(file)
                    + " bytes, and had " + item.size() + ".");
        }
        return file;
    }

    /** The bytes, unchecked. */
    abstract InputStream raw() throws IOException;

    @Override
    public EvidenceItem item() {
        return item;
    }

    @Override
    public InputStream open() throws IOException {
        return new HashedInput(raw(), this::check);
    }

    private void check(long size, String sha256) {
        boolean isSize = item.size() < 0 || item.size() == size;
        if (!isSize || !item.sha256().isEmpty() && !item.sha256().equals(sha256)) {
            problems.count(
                    "item " + Text.shown(item.id()),
                    Text.shown(item.name()) + " is not what was taken: "
                            + (isSize
                                    ? "its SHA-256 is another."
                                    : "it has " + size + " bytes, and had " + item.size() + "."));
        }
    }
}
