package org.ipsecworkbench.session.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceItem;
import org.jspecify.annotations.Nullable;

/** Evidence that was unpacked because somebody needs a file; gone when this is closed. May be used by several threads. */
public final class Temporary implements Closeable {
    private final Map<String, Path> files = new HashMap<>();
    private @Nullable Path folder;

    private synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("ipsecwb-session-");
        }
        return folder;
    }

    /** A file of that name, which is not there yet. */
    Path place(String name) throws IOException {
        Path place = folder().resolve(name);
        Files.deleteIfExists(place);
        return place;
    }

    /** The file of an item, unpacked the first time. */
    synchronized Path file(Evidence evidence) throws IOException {
        EvidenceItem item = evidence.item();
        Path known = files.get(item.id());
        if (known != null && Files.exists(known)) {
            return known;
        }
        Path folder = folder();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (item.size() > free) {
            throw new IOException("There is no room in " + folder + " to unpack " + Text.shown(item.name())
                    + ": it has " + item.size() + " bytes, and " + free + " are free.");
        }
        Path file = folder.resolve(SafeNames.of(item, files.size() + 1));
        try (InputStream in = evidence.open()) {
            Files.copy(in, file);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        files.put(item.id(), file);
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        if (folder != null) {
            delete(folder);
            folder = null;
            files.clear();
        }
    }

    /** Deletes a folder and what is in it, without following links. */
    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
