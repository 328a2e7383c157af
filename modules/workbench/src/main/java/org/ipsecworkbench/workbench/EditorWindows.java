package org.ipsecworkbench.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openide.windows.Mode;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/**
 * Windows in the editor area, of which a view has one for each thing that it shows. On the event dispatch thread.
 *
 * <pre>{@code
 * EditorWindows.find(NotesWindow.class, one -> one.file().equals(file))
 *         .ifPresentOrElse(TopComponent::requestActive, () -> EditorWindows.show(new NotesWindow(file)));
 * }</pre>
 */
public final class EditorWindows {
    private EditorWindows() {}

    /** The windows of a kind that are open. */
    public static <W extends TopComponent> List<W> open(Class<W> kind) {
        return TopComponent.getRegistry().getOpened().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The open window of a kind that is the one wanted. */
    public static <W extends TopComponent> Optional<W> find(Class<W> kind, Predicate<? super W> wanted) {
        return open(kind).stream().filter(wanted).findFirst();
    }

    /** Opens a new window in the editor area, and brings it to the front. */
    public static void show(TopComponent window) {
        Mode editor = WindowManager.getDefault().findMode("editor");
        if (editor != null) {
            editor.dockInto(window);
        }
        window.open();
        window.requestActive();
    }
}
