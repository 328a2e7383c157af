package org.ipsecworkbench.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.redact.Redactor;

/**
 * Makes a session that can be handed to others: names of hosts, domains, users and organizations, addresses and SIDs are replaced,
 * the same by the same everywhere, so that relations, subnets, SPIs and times stay, and a diagnosis comes to the same. Keys and
 * passwords are taken out, captures cut behind their headers. Title, notes and names of files are left out, and evidence that
 * cannot be redacted too: binary logs, archives, and files that nothing here reads.
 *
 * <p>Names are found by the forms in which Windows writes them; those of rules and policies stay, except for such names in them.
 */
public final class SessionRedaction {
    private SessionRedaction() {}

    /**
     * Writes the other session. All evidence is read twice, and needs its room on the disk for temporary files.
     *
     * @param to the file that is written or replaced, whole or not at all
     * @param names more names to replace, beside those that are found
     * @throws IOException where something cannot be written, or the monitor cancelled
     */
    public static RedactionReport redact(SessionContents from, Path to, Collection<String> names, ScanMonitor monitor)
            throws IOException {
        Redactor redactor = new Redactor();
        redactor.find(names);
        Session session = from.session();
        session.hosts().forEach(host -> redactor.findHost(host.name()));
        List<String> leftOut = new ArrayList<>();
        List<EvidenceItem> items = new ArrayList<>();
        for (EvidenceItem item : session.evidence()) {
            try {
                redactor.find(from.evidence(item));
                items.add(item);
            } catch (IOException e) {
                leftOut.add(item.kind().label() + " " + item.name() + ": " + e.getMessage());
            }
        }
        redactor.replace();
        Path folder = Files.createTempDirectory("ipsecwb-redact");
        int kept = 0;
        try (SessionWorkspace work = SessionWorkspace.create(folder.resolve("session"), begun(session, redactor))) {
            for (EvidenceItem item : items) {
                if (add(from.evidence(item), redactor, folder.resolve("evidence"), work, leftOut, monitor)) {
                    kept++;
                }
            }
            work.save(to, Long.MAX_VALUE, monitor);
        } finally {
            Files.deleteIfExists(folder.resolve("evidence"));
            Files.deleteIfExists(folder);
        }
        return new RedactionReport(kept, leftOut, redactor.names(), redactor.addresses(), redactor.removed());
    }

    private static Session begun(Session session, Redactor redactor) {
        Session begun = Session.empty("Redacted session", session.created());
        for (SessionHost host : session.hosts()) {
            Map<String, String> system = new LinkedHashMap<>();
            host.system().forEach((key, value) -> system.put(key, redactor.redact(value)));
            begun = begun.with(new SessionHost(redactor.redact(host.name()), host.clockOffset(), system, ""));
        }
        return begun;
    }

    private static boolean add(
            Evidence evidence,
            Redactor redactor,
            Path draft,
            SessionWorkspace work,
            List<String> leftOut,
            ScanMonitor monitor)
            throws IOException {
        EvidenceItem item = evidence.item();
        try {
            Files.deleteIfExists(draft);
            redactor.redact(evidence, draft, monitor);
        } catch (IOException e) {
            if (monitor.cancelled()) {
                throw e;
            }
            leftOut.add(item.kind().label() + " " + item.name() + ": " + e.getMessage());
            return false;
        }
        boolean isCommand = item.kind().isTranscript();
        int number = work.session().evidence().size() + 1;
        String name = isCommand ? redactor.redact(item.name()) : item.kind().key() + "-" + number + ending(item.kind());
        try (InputStream in = Files.newInputStream(draft)) {
            EvidenceItem added = work.add(item.kind(), redactor.redact(item.host()), name, item.takenAt(), in);
            if (item.isBaseline()) {
                work.update(session -> session.with(added.withBaseline(true)));
            }
        }
        return true;
    }

    private static String ending(EvidenceKind kind) {
        return kind.equals(EvidenceKind.CAPTURE) ? ".pcapng" : kind.equals(EvidenceKind.CERTIFICATE) ? ".cer" : ".txt";
    }
}
