package org.ipsecworkbench.captureviewer;

import javax.swing.JButton;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.ReadingBar;
import org.openide.util.NbBundle.Messages;

/**
 * How far the reading is, with the button that ends it; after that, what is missing, or that more may come, with the button
 * that goes on. Else invisible.
 */
@Messages({
    "LBL_Opening=Opening…",
    "# {0} - bytes read",
    "# {1} - bytes in all",
    "LBL_Unpacking=Unpacking… {0} of {1}",
    "# {0} - packets",
    "# {1} - bytes read",
    "# {2} - bytes in all",
    "LBL_Reading=Reading… {0} packets, {1} of {2}. What you see is the part read so far.",
    "# {0} - share",
    "# {1} - packets",
    "LBL_Cancelled=Reading was cancelled at {0}. Everything here is about the first {1} packets only.",
    "LBL_FollowingNone=Following: no packet yet",
    "ACN_Progress=Progress of reading the capture"
})
final class ProgressStrip extends ReadingBar {
    private static final long serialVersionUID = 1;

    private final JButton cancel;
    private final JButton follow;
    private final JButton stop;

    ProgressStrip(Runnable onCancel, Runnable onFollow, Runnable onStop) {
        super("progress", Bundle.ACN_Progress());
        cancel = cancelButton("cancel", onCancel);
        follow = followButton(onFollow);
        stop = stopButton(onStop);
        showProgress(Bundle.LBL_Opening(), 0, 0, cancel);
    }

    void show(Snapshot snapshot) {
        long done = snapshot.done();
        long total = snapshot.total();
        long packets = snapshot.coverage() == null ? 0 : snapshot.coverage().packets();
        if (snapshot.growth().writing()) {
            showWriting(follow);
            return;
        }
        switch (snapshot.state()) {
            case OPENING ->
                showProgress(
                        total <= 0
                                ? Bundle.LBL_Opening()
                                : Bundle.LBL_Unpacking(Formats.bytes(done), Formats.bytes(total)),
                        done,
                        total,
                        cancel);
            case READING ->
                showProgress(
                        Bundle.LBL_Reading(
                                Formats.count(snapshot.packets()), Formats.bytes(done), Formats.bytes(total)),
                        done,
                        total,
                        cancel);
            case FOLLOWING -> {
                if (snapshot.packets() == 0) {
                    showWords(Bundle.LBL_FollowingNone(), stop);
                } else {
                    showFollowing(
                            Formats.count(snapshot.packets(), "packet", "packets"),
                            snapshot.growth().quiet(),
                            stop);
                }
            }
            case CANCELLED -> {
                showNotice(
                        Mark.INCONCLUSIVE,
                        Bundle.LBL_Cancelled(
                                Formats.share(total <= 0 ? 0 : done / (double) total), Formats.count(packets)));
                setVisible(packets > 0);
            }
            case COMPLETE, FAILED -> setVisible(false);
        }
    }
}
