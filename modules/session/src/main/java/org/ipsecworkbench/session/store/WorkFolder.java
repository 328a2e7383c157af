package org.ipsecworkbench.session.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.format.ManifestReader;
import org.ipsecworkbench.session.format.ManifestWriter;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a session that is being worked on: a folder with {@code session.json}, the evidence that was added since the
 * session was saved, and {@code base}, which names the saved file and the hash of its list. Locked as long as a process works
 * on it, so that one that is not locked was left by a process that ended.
 */
public final class WorkFolder implements Closeable {
    private static final String LOCK = "lock";
    private static final String BASE = "base";

    private final Path folder;
    private final Disk disk;
    private final FileChannel channel;
    private final Set<String> own = new HashSet<>();

    private WorkFolder(Path folder, Disk disk, FileChannel channel) throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.channel = channel;
        try (Stream<Path> files = Files.list(folder.resolve(SessionZip.EVIDENCE))) {
            files.forEach(file -> own.add(SessionZip.EVIDENCE + file.getFileName()));
        }
    }

    /**
     * Takes a folder, which is made where it is not there.
     *
     * @throws IOException where another process works on it, or it cannot be written
     */
    public static WorkFolder open(Path folder, Disk disk) throws IOException {
        Files.createDirectories(folder.resolve(SessionZip.EVIDENCE));
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!isLocked(channel)) {
                return new WorkFolder(folder, disk, channel);
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException("Another workbench works on the session in " + folder + ".");
    }

    /** Whether another holds the lock; takes it otherwise. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** The folders in this one that a process left when it ended without being asked to. */
    public static List<Path> abandoned(Path root) throws IOException {
        List<Path> abandoned = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return abandoned;
        }
        List<Path> folders;
        try (Stream<Path> all = Files.list(root)) {
            folders = all.filter(folder -> Files.exists(folder.resolve(SessionZip.MANIFEST)))
                    .sorted()
                    .toList();
        }
        for (Path folder : folders) {
            try (FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!isLocked(channel)) {
                    abandoned.add(folder);
                }
            }
        }
        return abandoned;
    }

    /** Puts the list on the disk. */
    public void write(Session session) throws IOException {
        byte[] manifest = ManifestWriter.write(session);
        SafeFile.write(folder.resolve(SessionZip.MANIFEST), disk, out -> out.write(manifest), () -> {});
    }

    /** The list as it was last written. */
    public Session read(SessionLimits limits, ProblemLog problems) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(SessionZip.MANIFEST))) {
            return ManifestReader.read(in.readNBytes(limits.maxManifestBytes() + 1), limits, problems);
        }
    }

    /** Notes which saved session the list goes on from, and what its list's hash is. */
    public void base(Path file, String manifestHash) throws IOException {
        byte[] bytes = (manifestHash + "\n" + file.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8);
        SafeFile.write(folder.resolve(BASE), disk, out -> out.write(bytes), () -> {});
    }

    /** A saved session, and the hash that its list had. */
    public record Base(Path file, String manifestHash) {}

    /** The saved session; null where it was never saved. */
    public @Nullable Base base() throws IOException {
        Path file = folder.resolve(BASE);
        if (!Files.exists(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.size() < 2 ? null : new Base(Path.of(lines.get(1)), lines.get(0));
        } catch (InvalidPathException e) {
            throw new IOException(file + " is damaged: it names no file.", e);
        }
    }

    /** The names of entries that are in use: these, and those that were added here, in lower case. */
    public Set<String> taken(Set<String> others) {
        Set<String> all = new HashSet<>(others);
        own.forEach(entry -> all.add(entry.toLowerCase(Locale.ROOT)));
        return all;
    }

    /**
     * Takes in new evidence, and says its size and hash.
     *
     * @param taken names of entries that are in use, in lower case; that of the new one comes to them
     */
    public EvidenceItem add(EvidenceItem item, InputStream content, Set<String> taken) throws IOException {
        String entry = SafeNames.entry(item, taken);
        EvidenceItem[] added = new EvidenceItem[1];
        SafeFile.create(
                folder.resolve(entry),
                disk,
                out -> new HashedInput(content, (size, sha256) -> added[0] = item.taken(size, sha256, entry))
                        .transferTo(out));
        own.add(entry);
        return added[0];
    }

    /** The file of an entry that was added here; null where it is one of the saved session's. */
    public @Nullable Path file(Location.Inside inside) {
        return own.contains(inside.entry()) ? folder.resolve(inside.entry()) : null;
    }

    /** Forgets the evidence: it has been saved. */
    public void clear() throws IOException {
        for (String entry : Set.copyOf(own)) {
            Files.deleteIfExists(folder.resolve(entry));
            own.remove(entry);
        }
    }

    /** Lets others have the folder. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Lets go of the folder and deletes it. */
    public void delete() throws IOException {
        channel.close();
        Temporary.delete(folder);
    }
}
