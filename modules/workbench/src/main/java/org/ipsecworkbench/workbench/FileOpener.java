package org.ipsecworkbench.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.session.Place;

/**
 * A view that opens files of its kind. Register it with {@code @ServiceProvider(service = FileOpener.class)}; its {@code
 * position} decides who is asked first.
 *
 * <pre>{@code
 * @ServiceProvider(service = FileOpener.class, position = 100)
 * public final class PcapNotes implements FileOpener {
 *     public boolean opens(Path file) {
 *         return file.toString().endsWith(".notes");
 *     }
 *     public void open(Path file) {
 *         SwingUtilities.invokeLater(() -> new NotesWindow(file).open());
 *     }
 * }
 * }</pre>
 *
 * <p>All methods are called off the event dispatch thread.
 */
public interface FileOpener {
    /**
     * Whether it opens this file. The file exists and can be read; better judged by its first bytes than by its name.
     */
    boolean opens(Path file) throws IOException;

    /** Opens the file in a window, or brings its window to the front. */
    void open(Path file) throws IOException;

    /**
     * Opens the file and goes to a place in it, as soon as that is read. Whoever knows no such places opens the file.
     *
     * @param place where; one that the file does not have is as good as none
     */
    default void open(Path file, Place place) throws IOException {
        open(file);
    }

    /**
     * Whether it also opens this file where another one does, since there is a second thing to see in it. Asked in place of {@link
     * #opens} after a file was opened; both windows are there then.
     */
    default boolean opensBeside(Path file) throws IOException {
        return false;
    }

    /** Files that ship with the view for a first look, best first; the welcome page offers them. */
    default List<Path> samples() {
        return List.of();
    }
}
