package org.ipsecworkbench.sessionexplorer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceFiles;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.FileOpening;
import org.ipsecworkbench.workbench.ShownFile;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;

/**
 * Opens pieces of evidence of a session: each in the view of its content, and as text where there is none. What lies in the
 * session is unpacked for that, and its windows close with the session.
 */
@Messages({
    "# {0} - evidence",
    "LBL_Opening=Opening {0}",
    "# {0} - evidence",
    "# {1} - reason",
    "MSG_NotOpened={0} cannot be opened: {1}"
})
final class Views implements Closeable {
    /** Kinds that have no view of their own, beside files that nobody knows. */
    private static final Set<EvidenceKind> AS_TEXT = Set.of(EvidenceKind.FILE, EvidenceKind.AUDIT_TRAIL);

    private static final int MAX_NAME = 60;

    private final OpenedSession session;
    /** Of files that are gone when the session is closed; guarded by this. */
    private final Set<Path> unpacked = new HashSet<>();
    /** The piece of evidence, by its id, that a file holds which was opened in a view; guarded by this. */
    private final Map<Path, String> opened = new HashMap<>();

    private @Nullable Path folder;

    Views(OpenedSession session) {
        this.session = session;
    }

    /** Opens a piece in the view that fits, at a place; a line of what has no view for lines is shown in its text. */
    void open(EvidenceItem item, Place place) {
        session.work(Bundle.LBL_Opening(item.name()), (workspace, monitor) -> {
            Evidence evidence = workspace.evidence(item);
            if (item.kind().isTranscript()) {
                open(item, evidence.transcript(), place);
            } else if (isText(item.kind(), place)) {
                showText(item, evidence, place);
            } else {
                openFile(item, evidence.file(), place);
            }
        });
    }

    /** Shows a piece as text, whatever it is. */
    void openAsText(EvidenceItem item) {
        session.work(Bundle.LBL_Opening(item.name()), (workspace, monitor) -> {
            Evidence evidence = workspace.evidence(item);
            if (item.kind().isTranscript()) {
                showText(item, ShownText.of(evidence.transcript()), Place.ALL);
            } else {
                showText(item, evidence, Place.ALL);
            }
        });
    }

    /** What a command printed may be the listing of a policy, events or a log, and then has a view. */
    private void open(EvidenceItem item, Transcript transcript, Place place) throws IOException {
        Path printed = write(item, transcript.output());
        if (transcript.output().length == 0 || isText(EvidenceFiles.kind(printed), place)) {
            showText(item, ShownText.of(transcript), place);
        } else {
            openFile(item, printed, place);
        }
    }

    /** Whether a piece of a kind is shown as text: it has no view, or none that knows its lines. */
    private static boolean isText(EvidenceKind kind, Place place) {
        boolean isLine = place.unit() == Place.Unit.LINE;
        return AS_TEXT.contains(kind) || isLine && !kind.equals(EvidenceKind.OAKLEY_LOG);
    }

    private synchronized Path write(EvidenceItem item, byte[] bytes) throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("ipsecwb-views-");
        }
        String words = item.host() + " " + item.name();
        String safe = words.replaceAll("[^A-Za-z0-9._-]+", " ").trim();
        String name = safe.length() > MAX_NAME ? safe.substring(0, MAX_NAME) : safe;
        Path file = folder.resolve(name + " (" + item.id().replaceAll("[^A-Za-z0-9]", "") + ").txt");
        unpacked.add(file);
        return Files.write(file, bytes);
    }

    private void openFile(EvidenceItem item, Path file, Place place) {
        Path shown = file.toAbsolutePath().normalize();
        synchronized (this) {
            opened.put(shown, item.id());
            if (item.location() instanceof Location.Inside) {
                unpacked.add(shown);
            }
        }
        String fault = FileOpening.openPart(file, place);
        if (!fault.isEmpty()) {
            OpenedSession.tell(fault);
        }
    }

    private void showText(EvidenceItem item, Evidence evidence, Place place) throws IOException {
        try (InputStream in = evidence.open()) {
            byte[] bytes = in.readNBytes(ShownText.MAX_BYTES + 1);
            showText(item, ShownText.of(item, bytes, StandardCharsets.UTF_8), place);
        }
    }

    private void showText(EvidenceItem item, ShownText text, Place place) {
        SwingUtilities.invokeLater(() -> TextWindow.show(session, item, text, place));
    }

    /** The piece of evidence that a file holds: one that was opened here, or that lies there outside of the session. */
    Optional<EvidenceItem> item(Path file) {
        String id;
        synchronized (this) {
            id = opened.get(file);
        }
        OpenedSession.State state = session.state();
        return state.session().evidence().stream()
                .filter(item -> item.id().equals(id) || isAt(item, file, state))
                .findFirst();
    }

    private static boolean isAt(EvidenceItem item, Path file, OpenedSession.State state) {
        if (!(item.location() instanceof Location.Outside outside)) {
            return false;
        }
        try {
            Path path = Path.of(outside.path());
            Path from = state.file().map(Path::getParent).orElse(null);
            return (from == null ? path : from.resolve(path)).normalize().equals(file);
        } catch (InvalidPathException e) {
            // A session of another system may name files as this one cannot; then it is not this file.
            return false;
        }
    }

    /** Closes the windows of what was unpacked, and forgets it. On the event dispatch thread. */
    void closeWindows() {
        Set<Path> gone;
        synchronized (this) {
            gone = Set.copyOf(unpacked);
        }
        for (TopComponent window : List.copyOf(TopComponent.getRegistry().getOpened())) {
            boolean isOurs = window instanceof TextWindow text && text.isOf(session)
                    || window instanceof TimelineWindow timeline && timeline.isOf(session)
                    || window.getLookup().lookupAll(ShownFile.class).stream()
                            .anyMatch(shown -> gone.contains(shown.file()));
            if (isOurs) {
                window.close();
            }
        }
    }

    /** Deletes what was written here; not on the event dispatch thread. */
    @Override
    public synchronized void close() throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        folder = null;
    }
}
