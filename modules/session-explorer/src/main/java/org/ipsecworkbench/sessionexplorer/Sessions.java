package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.EditorWindows;
import org.openide.modules.OnStop;
import org.openide.modules.Places;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;

/** The sessions that are open, each in its window, and the folder of their journals. On the event dispatch thread. */
final class Sessions {
    private static final RequestProcessor WORK = new RequestProcessor("Opening sessions", 1);

    private Sessions() {}

    /** The journals of all sessions of this user, in a folder of the user directory. */
    static Path journals() throws IOException {
        Path user = Objects.requireNonNull(Places.getUserDirectory(), "the workbench has a user directory")
                .toPath();
        return Files.createDirectories(user.resolve("sessions"));
    }

    private static Path newJournal() throws IOException {
        return journals().resolve(UUID.randomUUID().toString());
    }

    /** What makes a session out of files; not on the event dispatch thread. */
    interface Opening {
        SessionWorkspace open() throws IOException;
    }

    static List<SessionWindow> windows() {
        return EditorWindows.open(SessionWindow.class);
    }

    /** The sessions that are read and shown. */
    static List<OpenedSession> open() {
        return windows().stream()
                .map(SessionWindow::opened)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The host whose line is selected in the window of a session; empty where it is none's. */
    static String selectedHost(OpenedSession session) {
        return windows().stream()
                .filter(window -> session.equals(window.opened()))
                .findFirst()
                .map(SessionWindow::selectedHost)
                .orElse("");
    }

    /** What opens the evidence of a session that is shown. */
    static Optional<Views> views(OpenedSession session) {
        return windows().stream()
                .filter(window -> session.equals(window.opened()))
                .map(SessionWindow::views)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Opens a saved session, or brings its window to the front. */
    static void show(Path file) {
        EditorWindows.find(SessionWindow.class, window -> window.isOf(file))
                .ifPresentOrElse(
                        TopComponent::requestActive,
                        () -> begin(
                                new SessionWindow(file),
                                () -> SessionWorkspace.open(file, newJournal(), SessionLimits.DEFAULT)));
    }

    /** Begins an empty session. */
    static SessionWindow create(String title) {
        Session empty = Session.empty(title, Instant.now());
        SessionWindow window = new SessionWindow(null);
        begin(window, () -> SessionWorkspace.create(newJournal(), empty));
        return window;
    }

    /** Shows a session that is read already. */
    static void show(OpenedSession session) {
        SessionWindow window = new SessionWindow(session.state().file().orElse(null));
        EditorWindows.show(window);
        window.show(session);
    }

    private static void begin(SessionWindow window, Opening opening) {
        EditorWindows.show(window);
        WORK.post(() -> {
            try {
                OpenedSession opened = new OpenedSession(opening.open());
                SwingUtilities.invokeLater(() -> window.show(opened));
            } catch (IOException e) {
                SwingUtilities.invokeLater(() -> window.showFailure(String.valueOf(e.getMessage())));
            }
        });
    }

    /** Ends the work on what is still open: whoever ended the workbench was asked what to save. */
    @OnStop
    public static final class Stop implements Runnable {
        private static final long SECONDS = 10;

        @Override
        public void run() {
            CountDownLatch done = new CountDownLatch(1);
            SwingUtilities.invokeLater(() -> {
                List<RequestProcessor.Task> closing =
                        windows().stream().map(SessionWindow::end).toList();
                WORK.post(() -> {
                    closing.forEach(RequestProcessor.Task::waitFinished);
                    done.countDown();
                });
            });
            try {
                // Not for ever: what is not closed is recovered at the next start.
                done.await(SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
