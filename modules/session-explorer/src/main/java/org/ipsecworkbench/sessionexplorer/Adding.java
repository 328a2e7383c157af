package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.session.EvidenceFiles;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.FileOpening;
import org.ipsecworkbench.workbench.Formats;
import org.openide.util.NbBundle.Messages;

/** Adds files of evidence to sessions, each as what its content says it is. */
@Messages({
    "# {0} - how many",
    "LBL_Adding=Adding {0}",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotAdded={0}: {1}",
    "# {0} - folder",
    "# {1} - limit",
    "MSG_TooMany={0} holds more than {1} files; only so many were added."
})
final class Adding {
    /** Of one folder: more is somebody's home, dropped by mistake. */
    private static final int MAX_FILES = 1000;

    private static final int MAX_DEPTH = 8;

    private Adding() {}

    /**
     * Adds files, and those in folders. A session among them is opened beside, since it is no evidence.
     *
     * @param host whose they are; empty where nobody said
     */
    static void add(OpenedSession session, List<Path> dropped, String host) {
        session.work(Bundle.LBL_Adding(Formats.count(dropped.size(), "file", "files")), (workspace, monitor) -> {
            List<String> faults = new ArrayList<>();
            List<Path> sessions = new ArrayList<>();
            for (Path file : files(dropped, faults)) {
                if (monitor.cancelled()) {
                    break;
                }
                try {
                    if (SessionFile.recognises(file)) {
                        sessions.add(file);
                    } else {
                        add(workspace, file, host, monitor);
                    }
                } catch (IOException e) {
                    faults.add(Bundle.MSG_NotAdded(file, String.valueOf(e.getMessage())));
                }
            }
            if (!sessions.isEmpty()) {
                FileOpening.open(sessions);
            }
            if (!faults.isEmpty()) {
                OpenedSession.tell(String.join("\n", faults));
            }
        });
    }

    /**
     * Adds one file; not on the event dispatch thread.
     *
     * @param host whose it is; empty where nobody said. A transcript says it itself.
     */
    static EvidenceItem add(SessionWorkspace workspace, Path file, String host, ScanMonitor monitor)
            throws IOException {
        EvidenceKind kind = EvidenceFiles.kind(file);
        return kind.equals(EvidenceKind.TRANSCRIPT)
                ? workspace.add(TranscriptFile.read(file))
                : workspace.addFile(file, kind, host, monitor);
    }

    private static List<Path> files(List<Path> dropped, List<String> faults) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path one : dropped) {
            if (!Files.isDirectory(one)) {
                files.add(one);
                continue;
            }
            try (Stream<Path> inside = Files.walk(one, MAX_DEPTH)) {
                List<Path> found = inside.filter(Files::isRegularFile)
                        .sorted()
                        .limit(MAX_FILES + 1L)
                        .toList();
                files.addAll(found.subList(0, Math.min(found.size(), MAX_FILES)));
                if (found.size() > MAX_FILES) {
                    faults.add(Bundle.MSG_TooMany(one, MAX_FILES));
                }
            }
        }
        return files;
    }
}
