package org.ipsecworkbench.session.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionFormatException;
import org.ipsecworkbench.session.SessionLimits;

/** The entries of a ZIP file, of which only the directory is read. May be used by several threads. */
public final class Entries implements Closeable {
    private final Path file;
    private final ZipFile zip;
    private final SessionLimits limits;
    private final Map<String, ZipEntry> byName = new LinkedHashMap<>();

    private boolean closed;

    private Entries(Path file, ZipFile zip, SessionLimits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    /** Whether a file begins as a ZIP file does and does not end as one. */
    static boolean isCut(Path file) throws IOException {
        return SessionFile.recognises(file) && ZipEnd.of(file).directoryBytes() < 0;
    }

    /**
     * Opens a file.
     *
     * @throws SessionFormatException where it is no ZIP file, or none that anybody should open
     * @throws IOException where it cannot be read
     */
    public static Entries open(Path file, SessionLimits limits, ProblemLog problems) throws IOException {
        long directory = ZipEnd.of(file).directoryBytes();
        if (directory < 0) {
            throw new SessionFormatException(
                    file + " is no session, or its end is missing: it does not end as a ZIP file does.");
        }
        if (directory > limits.maxDirectoryBytes()) {
            throw new SessionFormatException(file + " is not opened: its directory would take " + directory
                    + " bytes of memory, and a session may take " + limits.maxDirectoryBytes() + ".");
        }
        try {
            Entries entries = new Entries(file, new ZipFile(file.toFile(), StandardCharsets.UTF_8), limits);
            entries.list(problems);
            return entries;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
            throw new SessionFormatException(file + " is a damaged ZIP file: " + reason + ".", e);
        }
    }

    private void list(ProblemLog problems) throws IOException {
        try {
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory() && byName.putIfAbsent(entry.getName(), entry) != null) {
                    problems.add(
                            Text.shown(entry.getName()), "The file has two entries of this name; one of them counts.");
                }
            }
        } catch (IllegalArgumentException e) {
            zip.close();
            throw e;
        }
        withoutFolder();
    }

    /** A folder that somebody packed as a whole, as Explorer does, is the session inside of it. */
    private void withoutFolder() {
        List<String> manifests = byName.keySet().stream()
                .filter(name -> name.matches("[^/\\\\]+[/\\\\]" + Pattern.quote(SessionZip.MANIFEST)))
                .toList();
        if (byName.containsKey(SessionZip.MANIFEST) || manifests.size() != 1) {
            return;
        }
        int folder = manifests.get(0).length() - SessionZip.MANIFEST.length();
        String prefix = manifests.get(0).substring(0, folder);
        Map<String, ZipEntry> inside = new LinkedHashMap<>();
        byName.forEach((name, entry) ->
                inside.put(name.startsWith(prefix) ? name.substring(folder).replace('\\', '/') : name, entry));
        byName.clear();
        byName.putAll(inside);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** The size of an entry in bytes, as the directory states it; -1 where it is not there. */
    public long size(String name) {
        ZipEntry entry = byName.get(name);
        return entry == null ? -1 : entry.getSize();
    }

    /**
     * The content of an entry.
     *
     * @throws IOException where it is not there, is refused by a limit, or cannot be read
     */
    public synchronized InputStream open(String name) throws IOException {
        if (closed) {
            throw new IOException(file + " was closed.");
        }
        ZipEntry entry = byName.get(name);
        if (entry == null) {
            throw new SessionFormatException(Text.shown(name) + " is missing in " + file + ".");
        }
        long size = entry.getSize();
        if (size > limits.maxItemBytes()) {
            throw new SessionFormatException(Text.shown(name) + " is not opened: it says to have " + size
                    + " bytes, and an item may have " + limits.maxItemBytes() + ".");
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (size > limits.freeInflationBytes() && size / packed > limits.maxInflation()) {
            throw new SessionFormatException(Text.shown(name) + " is not opened: " + packed + " bytes would become "
                    + size + ", which is more than " + limits.maxInflation() + " times as much.");
        }
        InputStream in = content(entry);
        return new BoundedInput(in, size, name);
    }

    private InputStream content(ZipEntry entry) throws IOException {
        InputStream in;
        try {
            in = zip.getInputStream(entry);
        } catch (ZipException e) {
            throw new SessionFormatException(Text.shown(entry.getName()) + " is damaged in " + file + ".", e);
        }
        if (in == null) {
            throw new SessionFormatException(Text.shown(entry.getName()) + " is missing in " + file + ".");
        }
        return in;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        zip.close();
    }
}
