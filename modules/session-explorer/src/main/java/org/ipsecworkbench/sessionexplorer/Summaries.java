package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceFiles;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Says in one line what is in the piece of evidence that is selected; in the background, and only of the last one asked for. */
@Messages({
    "# {0} - summary",
    "LBL_InIt=In it: {0}",
    "# {0} - reason",
    "LBL_NotInIt=It cannot be read: {0}",
    "# {0} - size",
    "LBL_LargeItem=Open it to see what is in it: it has {0}"
})
final class Summaries {
    /** Larger pieces are not read for a line of text. */
    private static final long MAX_BYTES = 64L << 20;

    private static final RequestProcessor WORK = new RequestProcessor("Summaries of evidence", 1);

    private final OpenedSession session;
    private final BiConsumer<EvidenceItem, String> shows;
    private final AtomicInteger asked = new AtomicInteger();

    /** Tells the line on the event dispatch thread. */
    Summaries(OpenedSession session, BiConsumer<EvidenceItem, String> shows) {
        this.session = session;
        this.shows = shows;
    }

    /** Asks for another piece; null for none. */
    void ask(@Nullable EvidenceItem item) {
        int number = asked.incrementAndGet();
        if (item != null) {
            WORK.post(() -> {
                if (asked.get() == number) {
                    String words = summary(item, number);
                    SwingUtilities.invokeLater(() -> shows.accept(item, words));
                }
            });
        }
    }

    private String summary(EvidenceItem item, int number) {
        if (item.size() > MAX_BYTES) {
            return Bundle.LBL_LargeItem(Formats.bytes(item.size()));
        }
        ScanMonitor monitor = new ScanMonitor() {
            @Override
            public boolean cancelled() {
                return asked.get() != number;
            }
        };
        try {
            String words =
                    EvidenceFiles.summary(session.workspace().evidence(item).file(), monitor);
            return words.isEmpty() ? "" : Bundle.LBL_InIt(words);
        } catch (IOException e) {
            return Bundle.LBL_NotInIt(String.valueOf(e.getMessage()));
        }
    }
}
