package org.ipsecworkbench.captureviewer;

import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.capture.live.LiveCapture;
import org.ipsecworkbench.workbench.EditorWindows;
import org.jspecify.annotations.Nullable;

/** The windows of captures that are open, one per file. Everything on the event dispatch thread. */
final class CaptureWindows {
    private CaptureWindows() {}

    static List<CaptureWindow> open() {
        return EditorWindows.open(CaptureWindow.class);
    }

    /** Opens a file, or brings its window to the front. */
    static CaptureWindow show(Path file) {
        return show(file, false);
    }

    /** Opens a window for a capture that was started on this machine, and follows its file. */
    static CaptureWindow show(LiveCapture capture) {
        List<Path> files = capture.files();
        Path file = files.get(files.size() - 1);
        CaptureWindow overwritten = find(file);
        if (overwritten != null) {
            overwritten.close();
        }
        CaptureWindow window = show(file, true);
        window.show(capture);
        return window;
    }

    private static CaptureWindow show(Path file, boolean follow) {
        CaptureWindow open = find(file);
        if (open != null && open.isWhole()) {
            open.requestActive();
            if (follow) {
                open.follow(true);
            }
            return open;
        }
        if (open != null) {
            // Asked for again after it was cancelled or failed: read anew.
            open.close();
        }
        CaptureWindow window = new CaptureWindow(file);
        EditorWindows.show(window);
        window.start(follow);
        return window;
    }

    private static @Nullable CaptureWindow find(Path file) {
        return EditorWindows.find(CaptureWindow.class, window -> window.file().equals(file))
                .orElse(null);
    }
}
