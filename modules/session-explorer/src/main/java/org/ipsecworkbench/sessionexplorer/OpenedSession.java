package org.ipsecworkbench.sessionexplorer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.swing.SwingUtilities;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionWorkspace;
import org.netbeans.api.progress.ProgressHandle;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.UndoRedo;
import org.openide.util.ChangeSupport;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * A session that is open, and its state as of the last work on it, which can be had on the event dispatch thread. What is done
 * with it is done in the background, one after another; listeners are told on the event dispatch thread after each.
 */
@Messages({"LBL_Unnamed=New session", "# {0} - work", "# {1} - reason", "MSG_WorkFailed={0} failed: {1}"})
final class OpenedSession {
    /** Something that is done with a session. */
    interface Work {
        void run(SessionWorkspace session, ScanMonitor monitor) throws IOException;
    }

    /**
     * How it stands.
     *
     * @param file empty where it was never saved
     */
    record State(Session session, boolean isChanged, Optional<Path> file, List<Problem> problems) {}

    static final int PERCENT = 100;

    private final RequestProcessor worker = new RequestProcessor("Session", 1);
    private final SessionWorkspace workspace;
    private final ChangeSupport listeners = new ChangeSupport(this);
    private final AtomicInteger waiting = new AtomicInteger();
    private final UndoRedo.Manager undo = new UndoRedo.Manager();
    private volatile State state;

    /** Reads how it stands; not on the event dispatch thread. */
    OpenedSession(SessionWorkspace workspace) {
        this.workspace = workspace;
        state = read(workspace);
    }

    private static State read(SessionWorkspace workspace) {
        return new State(workspace.session(), workspace.isChanged(), workspace.file(), workspace.problems());
    }

    State state() {
        return state;
    }

    Session session() {
        return state.session();
    }

    /** Whether it has changes that are not saved, also such as are still to be written down. */
    boolean isUnsaved() {
        return waiting.get() > 0 || state.isChanged();
    }

    /** What it is called, for people. */
    String name() {
        State now = state;
        if (!now.session().title().isBlank()) {
            return now.session().title();
        }
        return now.file().map(file -> String.valueOf(file.getFileName())).orElseGet(Bundle::LBL_Unnamed);
    }

    /** It waits while it is being saved, so not for the event dispatch thread. */
    SessionWorkspace workspace() {
        return workspace;
    }

    /** Changes what is said about the evidence, which can be undone. */
    void update(String what, UnaryOperator<Session> change) {
        change(what, before -> {
            Session after = change.apply(before);
            if (!after.equals(before)) {
                SwingUtilities.invokeLater(() -> undo.addEdit(new SessionEdit(this, what, before, after)));
            }
            return after;
        });
    }

    /** The same for an edit that is undone or done again. */
    void change(String what, UnaryOperator<Session> change) {
        waiting.incrementAndGet();
        worker.post(() -> {
            attempt(what, () -> workspace.update(change));
            waiting.decrementAndGet();
        });
    }

    /** What can be undone; on the event dispatch thread. */
    UndoRedo.Manager undo() {
        return undo;
    }

    /** Does something that takes its time, with progress, and can be cancelled. */
    void work(String what, Work work) {
        work(what, work, () -> {});
    }

    /** Does it, and something else on the event dispatch thread where it did not fail. */
    void work(String what, Work work, Runnable then) {
        worker.post(() -> {
            AtomicBoolean isCancelled = new AtomicBoolean();
            ProgressHandle handle = ProgressHandle.createHandle(what, () -> {
                isCancelled.set(true);
                return true;
            });
            handle.start(PERCENT);
            try {
                if (attempt(what, () -> work.run(workspace, monitor(handle, isCancelled)))) {
                    SwingUtilities.invokeLater(then);
                }
            } finally {
                handle.finish();
            }
        });
    }

    /** Tells progress of up to 100 to a handle that was started with it; of what is read in several passes it never goes back. */
    static ScanMonitor monitor(ProgressHandle handle, AtomicBoolean isCancelled) {
        AtomicInteger shown = new AtomicInteger();
        return new ScanMonitor() {
            @Override
            public void progress(long done, long total) {
                int percent = total <= 0 ? 0 : (int) Math.min(PERCENT, done * PERCENT / total);
                // A handle takes no smaller number than the one before, and may be told by several threads.
                synchronized (shown) {
                    if (percent > shown.get()) {
                        shown.set(percent);
                        handle.progress(percent);
                    }
                }
            }

            @Override
            public boolean cancelled() {
                return isCancelled.get();
            }
        };
    }

    private interface Step {
        void run() throws IOException;
    }

    /** What fails is told; false then. */
    private boolean attempt(String what, Step step) {
        try {
            step.run();
            return true;
        } catch (IOException e) {
            tell(Bundle.MSG_WorkFailed(what, String.valueOf(e.getMessage())));
            return false;
        } finally {
            state = read(workspace);
            SwingUtilities.invokeLater(listeners::fireChange);
        }
    }

    /** Shows why something could not be done, on any thread. */
    static void tell(String words) {
        DialogDisplayer.getDefault().notifyLater(new NotifyDescriptor.Message(words, NotifyDescriptor.ERROR_MESSAGE));
    }

    /**
     * Ends the work on it, after what is still to be done. What was not saved is forgotten.
     *
     * @param views what goes with it
     */
    RequestProcessor.Task close(Closeable views) {
        return worker.post(() -> {
            try (views) {
                workspace.discard();
            } catch (IOException e) {
                tell(Bundle.MSG_WorkFailed(name(), String.valueOf(e.getMessage())));
            }
        });
    }

    /** Ends the work on it, and leaves what was not saved to a later run. */
    void leave() {
        worker.post(() -> {
            try {
                workspace.close();
            } catch (IOException e) {
                tell(Bundle.MSG_WorkFailed(name(), String.valueOf(e.getMessage())));
            }
        });
    }

    void addChangeListener(ChangeListener listener) {
        listeners.addChangeListener(listener);
    }

    void removeChangeListener(ChangeListener listener) {
        listeners.removeChangeListener(listener);
    }
}
