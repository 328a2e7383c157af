package org.ipsecworkbench.session.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.ipsecworkbench.session.Location;

/** Where files outside of a session lie, as it is written down. */
final class Locations {
    private Locations() {}

    static Location.Outside of(Path file) {
        return new Location.Outside(file.toAbsolutePath().toString().replace('\\', '/'));
    }

    /** The place seen from nowhere. */
    static Location.Outside absolute(Location.Outside outside, Path session) {
        try {
            return of(session.toAbsolutePath().resolveSibling(outside.path()).normalize());
        } catch (InvalidPathException e) {
            // Of another system, and said when it is opened.
            return outside;
        }
    }

    /** The place seen from a session: relative where the file lies beside or below it, so that both can be moved. */
    static Location.Outside from(Path session, Location.Outside outside) {
        try {
            Path folder = session.toAbsolutePath().getParent();
            Path file = Path.of(outside.path());
            return folder != null && file.startsWith(folder)
                    ? new Location.Outside(folder.relativize(file).toString().replace('\\', '/'))
                    : outside;
        } catch (InvalidPathException e) {
            return outside;
        }
    }
}
