package org.ipsecworkbench.session.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes a file so that its name always stands for the former content or the whole new one: into a draft beside it, onto the
 * disk, and then under its name at once.
 */
public final class SafeFile {
    private static final int BUFFER = 1 << 16;
    private static final String DRAFT = ".draft";

    /** A draft that nobody wrote to for so long was left by a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private SafeFile() {}

    /** Writes the content. */
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Runs when the new content is on the disk and before it takes the name, such as to close the former file. */
    public interface BeforeReplacing {
        void run() throws IOException;
    }

    /**
     * Writes or replaces a file, through links.
     *
     * @throws IOException where it cannot be written; the former content is still there then
     */
    public static void write(Path file, Disk disk, Body body, BeforeReplacing before) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        removeAbandoned(target);
        replace(target, disk, body, before);
    }

    /** Writes a file that is not there, in a folder of this process alone, where nobody else leaves drafts. */
    static void create(Path file, Disk disk, Body body) throws IOException {
        replace(file.toAbsolutePath(), disk, body, () -> {});
    }

    private static void replace(Path target, Disk disk, Body body, BeforeReplacing before) throws IOException {
        Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + DRAFT);
        try {
            try (Disk.Output to = disk.create(draft)) {
                OutputStream buffered = new BufferedOutputStream(to, BUFFER);
                body.write(buffered);
                buffered.flush();
                to.sync();
            }
            before.run();
            disk.replace(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void removeAbandoned(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        String prefix = "." + target.getFileName() + ".";
        Instant limit = Instant.now().minus(ABANDONED);
        DirectoryStream.Filter<Path> old = path -> {
            String name = path.getFileName().toString();
            return name.startsWith(prefix)
                    && name.endsWith(DRAFT)
                    && Files.getLastModifiedTime(path).toInstant().isBefore(limit);
        };
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, old)) {
            for (Path draft : drafts) {
                Files.deleteIfExists(draft);
            }
        }
    }
}
