package org.ipsecworkbench.hostconnection.known;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/**
 * The file in which the known hosts are kept, which several processes read and change. A change holds a lock beside the
 * file, reads it, and puts another file in its place, so that none is lost and none is seen half. Safe for several threads.
 */
public final class KnownHostsFile {
    /** Its name in the folder of the user's settings. */
    public static final String NAME = "known-hosts.ini";

    /** The property that names that folder; the launcher sets it for the window and for the command line. */
    private static final String FOLDER = "netbeans.user";

    /** A larger file is none of ours. */
    private static final long MAX_BYTES = 32 << 20;

    private static final Object TURN = new Object();

    private final Path file;

    /** The file at a place. */
    public KnownHostsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * The file of this user.
     *
     * @throws IllegalStateException where nobody said which folder the user's settings are in
     */
    public static KnownHostsFile ofUser() {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            throw new IllegalStateException(
                    "The property " + FOLDER + " does not name the folder of the user's settings.");
        }
        return new KnownHostsFile(Path.of(folder, NAME));
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /**
     * What it holds now; nothing where it does not exist.
     *
     * @throws IOException where it cannot be read or is no text at all
     */
    public KnownHosts read() throws IOException {
        byte[] bytes;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException(file + " has more than " + (MAX_BYTES >> 20) + " MB, which is no list of hosts.");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return KnownHosts.EMPTY;
        }
        try {
            return KnownHostsText.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not in UTF-8, so that it is neither read nor changed.", e);
        }
    }

    /**
     * Changes it, and waits for others who do so.
     *
     * @param change from what it holds to what it shall hold; what it throws leaves the file as it is
     * @return what it holds now
     */
    public KnownHosts update(UnaryOperator<KnownHosts> change) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new NoSuchFileException(file.toString());
        }
        Files.createDirectories(folder);
        Path lock = folder.resolve(file.getFileName() + ".lock");
        // A lock of a file is held by the process, not by the thread.
        synchronized (TURN) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                KnownHosts after = change.apply(read());
                if (!held.isValid()) {
                    throw new IOException("The lock of " + file + " was lost.");
                }
                write(folder, KnownHostsText.format(after));
                return after;
            }
        }
    }

    private void write(Path folder, String text) throws IOException {
        Path draft = Files.createTempFile(folder, NAME, ".part");
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
