package org.ipsecworkbench.sessionexplorer;

import javax.swing.JButton;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.ReadingBar;
import org.openide.util.NbBundle.Messages;

/** How far the evidence is read, with the button that ends it; after that, whether all was, or the session has changed since. */
@Messages({
    "LBL_ReadingEvidence=Reading all evidence of the session…",
    "LBL_ReadInPart=Reading was cancelled. What you see is of the evidence that was read until then.",
    "LBL_SessionChanged=Evidence came or went since this was read.",
    "CTL_ReadAll=&Read Again",
    "ACN_ReadingEvidence=Progress of reading the evidence"
})
final class TimelineBar extends ReadingBar {
    private static final long serialVersionUID = 1;

    private final JButton cancel;
    private final JButton again;

    TimelineBar(Runnable cancelled, Runnable readAgain) {
        super("timelineReading", Bundle.ACN_ReadingEvidence());
        cancel = cancelButton("cancelTimeline", cancelled);
        again = button("readTimelineAgain", Bundle.CTL_ReadAll(), readAgain);
        progress(0, 0);
    }

    void progress(long done, long total) {
        showProgress(Bundle.LBL_ReadingEvidence(), done, total, cancel);
    }

    /** Reading has ended. */
    void ended(boolean isComplete) {
        if (isComplete) {
            setVisible(false);
        } else {
            showNotice(Mark.INCONCLUSIVE, Bundle.LBL_ReadInPart(), again);
        }
    }

    void changed() {
        showNotice(Mark.INSUFFICIENT, Bundle.LBL_SessionChanged(), again);
    }
}
