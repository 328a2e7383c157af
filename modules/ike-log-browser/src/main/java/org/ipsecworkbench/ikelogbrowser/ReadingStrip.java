package org.ipsecworkbench.ikelogbrowser;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.swing.JButton;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.ReadingBar;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * How far the reading is, with the button that ends it; after that, that only a part was read, that a log is followed, or
 * that a file has changed, with the button that goes on. Else invisible.
 */
@Messages({
    "CTL_ReadAgain=&Read Again",
    "LBL_Scanning=Looking for messages of IKE…",
    "# {0} - file",
    "LBL_ReadingOf=Reading {0}…",
    "# {0} - packets",
    "LBL_Partial=Reading was cancelled. Everything here is about the first {0} packets only.",
    "# {0} - file",
    "LBL_PartialOf=Reading was cancelled. Everything here is about the beginning of {0} only.",
    "# {0} - files",
    "LBL_Grown={0} has changed since it was read. What you see is what it held then.",
    "ACN_Progress=Progress of reading the negotiations"
})
final class ReadingStrip extends ReadingBar {
    private static final long serialVersionUID = 1;

    private final JButton cancel;
    private final JButton follow;
    private final JButton stop;
    private final JButton again;

    /** What the buttons do. */
    interface Actions {
        /** Ends the reading. */
        void cancel();

        /** Follows logs, or no longer. */
        void follow(boolean on);

        /** Reads what was changed. */
        void readAgain();
    }

    ReadingStrip(Actions actions) {
        super("reading", Bundle.ACN_Progress());
        cancel = cancelButton("cancelReading", actions::cancel);
        follow = followButton(() -> actions.follow(true));
        stop = stopButton(() -> actions.follow(false));
        again = button("readAgain", Bundle.CTL_ReadAgain(), actions::readAgain);
        showProgress(Bundle.LBL_Scanning(), 0, 0, cancel);
    }

    /** Shows what needs the most attention of some files. */
    void show(List<Sources.File> files) {
        Sources.File running = first(files, file -> file.reading() instanceof Reading.Running);
        Sources.File partial = first(files, file -> file.reading() instanceof Reading.Ended last && last.cancelled());
        Sources.File following = first(files, file -> file.reading() instanceof Reading.Following);
        List<Sources.File> grown = files.stream().filter(Sources.File::isGrown).toList();
        if (running != null && running.reading() instanceof Reading.Running now) {
            String words = now.scanning() ? Bundle.LBL_Scanning() : Bundle.LBL_ReadingOf(running.name);
            showProgress(words, now.done(), now.total(), cancel);
        } else if (!grown.isEmpty() && grown.stream().allMatch(Sources.File::isOakley)) {
            showWriting(follow);
        } else if (!grown.isEmpty()) {
            String names = grown.stream().map(file -> file.name).collect(Collectors.joining(", "));
            showNotice(Mark.INSUFFICIENT, Bundle.LBL_Grown(names), again);
        } else if (partial != null && partial.reading() instanceof Reading.Ended last) {
            long packets = last.said().contents().packets();
            showNotice(
                    Mark.INCONCLUSIVE,
                    packets > 0 ? Bundle.LBL_Partial(Formats.count(packets)) : Bundle.LBL_PartialOf(partial.name));
        } else if (following != null && following.reading() instanceof Reading.Following now) {
            showFollowing(Formats.count(now.lines(), "line", "lines"), now.quiet(), stop);
        } else {
            setVisible(false);
        }
    }

    private static Sources.@Nullable File first(List<Sources.File> files, Predicate<Sources.File> which) {
        return files.stream().filter(which).findFirst().orElse(null);
    }
}
