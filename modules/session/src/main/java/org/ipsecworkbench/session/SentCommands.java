package org.ipsecworkbench.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.hostconnection.AuditRecord;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of a session: what was sent to its hosts, when, by which action and what came of it, as a table with a line for
 * each command, parted by tabs. Its transcript is the evidence that was taken at that time. Reads and writes files; not for the
 * event thread.
 */
public final class SentCommands {
    /** What a trail is called in its session. */
    public static final String NAME = "commands-sent.tsv";

    private static final String HEADER = "time\thost\taction\tresult\tcommand\n";
    private static final String NOT_KEPT = "; what it printed is not kept";
    private static final int MAX_TEXT = 8192;
    /** More of a trail that came from elsewhere is not looked through for commands that are there already: 64 MiB. */
    private static final int MAX_TRAIL = 64 << 20;

    private SentCommands() {}

    /**
     * Adds the commands that went to hosts and are in no trail of the session yet, and those of their transcripts that are no
     * evidence yet, as {@link EvidenceKind#COMMAND}. Adds nothing where there is none.
     *
     * @param hosts what the session calls each host, by its address without the user
     */
    public static void keep(AuditRecord record, Map<String, String> hosts, SessionWorkspace session)
            throws IOException {
        Set<String> known = known(session);
        Set<String> transcripts = transcripts(session.session());
        StringBuilder table = new StringBuilder(HEADER);
        List<Addition> fresh = new ArrayList<>();
        boolean isNew = false;
        for (AuditRecord.Sent sent : record.sentTo(hosts.keySet())) {
            Transcript transcript = sent.transcript();
            String host = hosts.getOrDefault(sent.entry().host(), "");
            boolean isKept = transcripts.contains(
                    key(host, sent.entry().time(), sent.entry().line()));
            boolean isGone = !isKept && sent.isStarted() && transcript == null;
            String line = line(sent, isGone ? NOT_KEPT : "");
            if (known.contains(line)) {
                continue;
            }
            if (!isKept && transcript != null) {
                fresh.add(addition(transcript, host));
            }
            table.append(line).append('\n');
            isNew = true;
        }
        if (!isNew) {
            return;
        }
        if (record.forgotten() > 0) {
            table.append("Commands of before that are not kept: ")
                    .append(record.forgotten())
                    .append('\n');
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        fresh.add(
                new Addition(EvidenceKind.AUDIT_TRAIL, "", NAME, Instant.now(), () -> new ByteArrayInputStream(bytes)));
        session.addAll(fresh);
    }

    private static Addition addition(Transcript transcript, String host) {
        return new Addition(
                EvidenceKind.COMMAND,
                host,
                transcript.line(),
                transcript.started(),
                () -> new ByteArrayInputStream(TranscriptFile.bytes(transcript)));
    }

    /** The transcripts that are evidence by now. */
    private static Set<String> transcripts(Session session) {
        return session.evidence().stream()
                .filter(item -> item.kind().isTranscript())
                .map(item -> key(item.host(), item.takenAt(), item.name()))
                .collect(Collectors.toSet());
    }

    private static String key(String host, @Nullable Instant time, String line) {
        return host + " " + time + " " + line;
    }

    /** The lines of all trails of the session. */
    private static Set<String> known(SessionWorkspace session) throws IOException {
        Set<String> lines = new HashSet<>();
        for (EvidenceItem item : session.session().evidence(EvidenceKind.AUDIT_TRAIL)) {
            try (InputStream in = session.evidence(item).open()) {
                new String(in.readNBytes(MAX_TRAIL), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static String line(AuditRecord.Sent sent, String note) {
        return String.join(
                "\t",
                sent.entry().time().toString(),
                cell(sent.entry().host()),
                cell(sent.entry().action()),
                cell(sent.result() + note),
                cell(sent.entry().text()));
    }

    private static String cell(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
    }
}
