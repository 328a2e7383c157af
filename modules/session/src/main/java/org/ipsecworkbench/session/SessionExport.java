package org.ipsecworkbench.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.store.Disk;
import org.ipsecworkbench.session.store.HashedInput;
import org.ipsecworkbench.session.store.SafeFile;
import org.ipsecworkbench.session.store.SafeNames;

/**
 * Puts evidence of a session into a folder, as files for other programs: a folder for each host, files named by number and
 * source, and {@code SHA256SUMS}, which {@code sha256sum -c} checks.
 *
 * @param written how many files
 * @param problems evidence that could not be written, each with the reason
 */
public record SessionExport(int written, List<Problem> problems) {
    private static final String SUMS = "SHA256SUMS";

    /** Copies the list. */
    public SessionExport {
        problems = List.copyOf(problems);
    }

    /**
     * Writes the evidence.
     *
     * @param folder is made where it is not there; has to be empty
     * @param wanted which items
     * @throws IOException where the folder cannot be used or the monitor cancelled; what cannot be read of the session is a problem
     */
    public static SessionExport to(
            Path folder, SessionContents contents, Predicate<EvidenceItem> wanted, ScanMonitor monitor)
            throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IOException(folder + " is not empty. Name another folder.");
            }
        }
        List<EvidenceItem> items =
                contents.session().evidence().stream().filter(wanted).toList();
        List<Problem> problems = new ArrayList<>();
        StringBuilder sums = new StringBuilder();
        int written = 0;
        for (int i = 0; i < items.size(); i++) {
            EvidenceItem item = items.get(i);
            if (monitor.cancelled()) {
                throw new InterruptedIOException("Exporting was cancelled; " + folder + " holds a part.");
            }
            String name = SafeNames.of(item, i + 1);
            String relative = item.host().isEmpty() ? name : SafeNames.folder(item.host()) + "/" + name;
            Path file = folder.resolve(relative);
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (InputStream in = new HashedInput(
                    contents.evidence(item).open(),
                    (size, sha256) ->
                            sums.append(sha256).append("  ").append(relative).append('\n'))) {
                SafeFile.write(file, Disk.REAL, in::transferTo, () -> {});
                written++;
            } catch (IOException e) {
                problems.add(new Problem("item " + item.id(), item.name() + " is left out: " + e.getMessage()));
            }
            monitor.progress(i + 1L, items.size());
        }
        byte[] bytes = sums.toString().getBytes(StandardCharsets.UTF_8);
        SafeFile.write(folder.resolve(SUMS), Disk.REAL, out -> out.write(bytes), () -> {});
        return new SessionExport(written, problems);
    }
}
