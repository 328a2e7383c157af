package org.ipsecworkbench.ikelogbrowser;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ikelogbrowser.detail.NegotiationView;
import org.ipsecworkbench.ikelogbrowser.list.NegotiationList;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.FileDrop;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.Mode;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** The window of the key negotiations of one file. */
@TopComponent.Description(
        preferredID = "Negotiations",
        iconBase = BrowserWindow.ICON,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - file name",
    "LBL_Window=Negotiations of {0}",
    "# {0} - file name",
    "LBL_ReadingFile=Reading the negotiations of {0}",
    "LBL_NotRead=The negotiations of this file cannot be shown",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotRead={0}\n\n{1}",
    "LBL_NothingRead=Reading was cancelled",
    "LBL_NoNegotiation=No key negotiation was captured",
    "# {0} - file",
    "# {1} - packets",
    "MSG_NoNegotiation={0}\n\nNone of its {1} is a message of IKE (UDP 500 and 4500, or TCP). Either the hosts had negotiated"
            + " before the capture began, or nothing made them negotiate: no policy asks for IPsec, or there was no traffic"
            + " that it covers. It may also have been captured where these packets do not pass, or the keys are set by hand."
            + "\n\nStart the capture first, then make the hosts negotiate anew: end their security associations, or connect"
            + " again.",
    "# {0} - place",
    "# {1} - problem",
    "LBL_Problem={0}: {1}"
})
public final class BrowserWindow extends TopComponent {
    /** Icon of negotiations. */
    static final String ICON = "org/ipsecworkbench/ikelogbrowser/icons/negotiations.svg";

    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";

    private final transient Path file;
    private final transient ReportLoad load;
    private final ReadingStrip reading;
    private final ProblemStrip problems = new ProblemStrip();
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private final NegotiationView negotiation = new NegotiationView();
    private final NegotiationList list = new NegotiationList(negotiation::show, negotiation::focusLadder);
    private final JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, list, negotiation);
    private final transient ChangeListener timesChosen = e -> list.showTimes();
    private boolean whole = true;

    private BrowserWindow(Path file) {
        this.file = file;
        load = new ReportLoad(file, this::show);
        reading = new ReadingStrip(load::cancel);
        String name = String.valueOf(file.getFileName());
        setName(Bundle.LBL_Window(name));
        setDisplayName(Bundle.LBL_Window(Formats.abbreviate(name, 40)));
        setToolTipText(file.toString());
        setLayout(new BorderLayout());
        JPanel strips = new JPanel();
        strips.setLayout(new BoxLayout(strips, BoxLayout.Y_AXIS));
        strips.add(reading);
        strips.add(problems);
        add(strips, BorderLayout.NORTH);
        list.setMinimumSize(new Dimension(240, 100));
        list.setPreferredSize(new Dimension(460, 600));
        negotiation.setMinimumSize(new Dimension(380, 100));
        negotiation.setPreferredSize(new Dimension(820, 600));
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.37);
        content.add(message, MESSAGE);
        content.add(both, CONTENT);
        add(content, BorderLayout.CENTER);
        message.show(Mark.INSUFFICIENT, Bundle.LBL_ReadingFile(Formats.abbreviate(name, 60)), "", false);
        setTransferHandler(new FileDrop());
        Copying.enable(this);
    }

    /** Shows the negotiations of a capture, or brings their window to the front. On the event dispatch thread. */
    static void show(Path file) {
        for (TopComponent open : TopComponent.getRegistry().getOpened()) {
            if (open instanceof BrowserWindow window && window.file.equals(file)) {
                if (window.whole) {
                    window.requestActive();
                    return;
                }
                // Asked for again after it was cancelled or failed: read anew.
                window.close();
            }
        }
        BrowserWindow window = new BrowserWindow(file);
        Mode editor = WindowManager.getDefault().findMode("editor");
        if (editor != null) {
            editor.dockInto(window);
        }
        window.open();
        window.requestActive();
        window.load.start();
    }

    private void show(Reading now) {
        reading.show(now);
        if (now instanceof Reading.Ended ended) {
            whole = !ended.cancelled();
            show(ended.report(), ended.packets());
        } else if (now instanceof Reading.Failed failed) {
            whole = false;
            boolean cancelled = failed.why().isEmpty();
            message.show(
                    cancelled ? Mark.INSUFFICIENT : Mark.INCONCLUSIVE,
                    cancelled ? Bundle.LBL_NothingRead() : Bundle.LBL_NotRead(),
                    cancelled ? file.toString() : Bundle.MSG_NotRead(file, failed.why()),
                    true);
            requestFocusInWindow();
        }
    }

    private void show(IkeReport report, long packets) {
        List<String> lines = report.problems().stream()
                .map(problem -> Bundle.LBL_Problem(problem.where(), problem.what()))
                .toList();
        problems.show(lines);
        if (report.negotiations().isEmpty()) {
            message.show(
                    Mark.INSUFFICIENT,
                    Bundle.LBL_NoNegotiation(),
                    Bundle.MSG_NoNegotiation(file, Formats.count(packets, "packet", "packets")),
                    true);
        } else {
            list.show(report);
            cards.show(content, CONTENT);
        }
        requestFocusInWindow();
    }

    @Override
    public boolean requestFocusInWindow() {
        return both.isShowing() ? list.focusFirst() : message.focusFirst();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    @Override
    protected void componentOpened() {
        TimeDisplay.addChangeListener(timesChosen);
    }

    @Override
    protected void componentClosed() {
        TimeDisplay.removeChangeListener(timesChosen);
        load.close();
    }
}
