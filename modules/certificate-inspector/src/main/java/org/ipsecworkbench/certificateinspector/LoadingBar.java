package org.ipsecworkbench.certificateinspector;

import javax.swing.JButton;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.ReadingBar;
import org.openide.util.NbBundle.Messages;

/** Says how far reading and judging are. */
@Messages({
    "LBL_Loading=Reading",
    "# {0} - done",
    "# {1} - all",
    "LBL_Judging=Judging certificates: {0} of {1}",
    "LBL_Stopped=Cancelled: what was not judged until then says so.",
    "ACN_Loading=How far reading is"
})
final class LoadingBar extends ReadingBar {
    private static final long serialVersionUID = 1;

    private final JButton cancel;

    /** Its button does that. */
    LoadingBar(Runnable cancels) {
        super("loading", Bundle.ACN_Loading());
        cancel = cancelButton("cancelLoading", cancels);
        setVisible(false);
    }

    /** Files are read. */
    void reads(long done, long total) {
        showProgress(Bundle.LBL_Loading(), done, total, cancel);
    }

    /** Certificates are judged. */
    void judges(long done, long total) {
        showProgress(Bundle.LBL_Judging(Formats.count(done), Formats.count(total)), done, total, cancel);
    }

    /** It was cancelled. */
    void stopped() {
        showNotice(Mark.ATTENTION, Bundle.LBL_Stopped());
    }
}
