package org.ipsecworkbench.captureviewer;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.live.LiveCapture;
import org.ipsecworkbench.captureviewer.compare.ComparePanel;
import org.ipsecworkbench.captureviewer.compare.OtherCaptures;
import org.ipsecworkbench.captureviewer.coverage.CoveragePanel;
import org.ipsecworkbench.captureviewer.flows.FlowPanel;
import org.ipsecworkbench.captureviewer.live.LiveStrip;
import org.ipsecworkbench.captureviewer.packets.PacketNavigator;
import org.ipsecworkbench.captureviewer.packets.PacketPanel;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Bookmarkable;
import org.ipsecworkbench.workbench.Bookmarks;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.FileDrop;
import org.ipsecworkbench.workbench.Followable;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.OpenCapture;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.jspecify.annotations.Nullable;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle.Messages;
import org.openide.util.lookup.Lookups;
import org.openide.windows.TopComponent;

/** The window of one capture. */
@TopComponent.Description(
        preferredID = "Capture",
        iconBase = "org/ipsecworkbench/workbench/icons/capture.svg",
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "TAB_Coverage=Coverage",
    "TAB_Packets=Packets",
    "TAB_Conversations=Conversations",
    "TAB_Compare=Compare",
    "# {0} - file name",
    "LBL_OpeningFile=Opening {0}",
    "LBL_NotOpened=This file cannot be shown",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotOpened={0}\n\n{1}",
    "LBL_NoPackets=This capture holds no packets",
    "# {0} - file",
    "# {1} - format",
    "MSG_NoPackets={0}\n\nThe file is a {1} capture. Either nothing was captured, or the file was cut off before its first packet.",
    "LBL_NoPacketsYet=This capture holds no packets yet",
    "# {0} - file",
    "MSG_NoPacketsYet={0}\n\nThe file is followed: packets are shown as they are written.",
    "LBL_NothingRead=Opening was cancelled",
    "# {0} - place",
    "# {1} - problem",
    "LBL_Problem={0}: {1}",
    "# {0} - tab",
    "# {1} - verdict",
    "HINT_Capture={0}: {1}"
})
public final class CaptureWindow extends TopComponent
        implements PacketNavigator, Followable, OpenCapture, Bookmarkable {
    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CAPTURE = "capture";
    /** What was captured is read within some tenths of a second. */
    private static final Duration SETTLED = Duration.ofMillis(600);

    private final transient Path file;
    private final transient CaptureLoad load;
    private final ProgressStrip progress;
    private final ProblemStrip problems = new ProblemStrip();
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private final JTabbedPane tabs = new JTabbedPane();
    private final PacketPanel packets = new PacketPanel();
    private final CoveragePanel coverage = new CoveragePanel(new ToPackets());
    private final FlowPanel conversations = new FlowPanel(this::showPackets);
    private final ComparePanel compare;
    private final FollowButton follow = new FollowButton(this::follow);
    private final JPanel strips = new JPanel();
    private transient @Nullable LiveStrip live;
    private final transient ChangeListener timesChosen = e -> showTimes();
    private transient @Nullable Coverage newest;
    private transient Snapshot.@Nullable State stage;
    private boolean whole = true;
    /** The packet, from 0, that is to be shown as soon as it is read; -1 is none. */
    private long wanted = -1;

    CaptureWindow(Path file) {
        this.file = file;
        load = new CaptureLoad(file, this::show);
        compare = new ComparePanel(file, new Others());
        progress = new ProgressStrip(load::cancel, () -> follow(true), () -> follow(false));
        String name = String.valueOf(file.getFileName());
        setName(name);
        setDisplayName(Formats.abbreviate(name, 48));
        setToolTipText(file.toString());
        setLayout(new BorderLayout());
        strips.setLayout(new BoxLayout(strips, BoxLayout.Y_AXIS));
        strips.add(progress);
        strips.add(problems);
        add(strips, BorderLayout.NORTH);
        tabs.addTab(Bundle.TAB_Coverage(), coverage);
        tabs.addTab(Bundle.TAB_Packets(), packets);
        tabs.addTab(Bundle.TAB_Conversations(), conversations);
        tabs.addTab(Bundle.TAB_Compare(), compare);
        // FlatLaf's place for what belongs to all tabs; elsewhere the menu and the strip above have it.
        tabs.putClientProperty("JTabbedPane.trailingComponent", follow.atTheEnd());
        // None is that of a menu: F, E, V, T, W and H.
        tabs.setMnemonicAt(0, 'C');
        tabs.setMnemonicAt(1, 'P');
        tabs.setMnemonicAt(2, 'N');
        tabs.setMnemonicAt(3, 'M');
        // Later, since the tab moves the focus, too.
        tabs.addChangeListener(e -> SwingUtilities.invokeLater(this::requestFocusInWindow));
        content.add(message, MESSAGE);
        content.add(tabs, CAPTURE);
        add(content, BorderLayout.CENTER);
        message.show(Mark.INSUFFICIENT, Bundle.LBL_OpeningFile(Formats.abbreviate(name, 60)), "", false);
        packets.addPropertyChangeListener("filter", e -> coverage.filtered(packets.filter()));
        setTransferHandler(new FileDrop());
        Copying.enable(this);
        associateLookup(Lookups.fixed(this));
    }

    /** Goes to a packet, counted from 0, as soon as it is read. */
    void show(long packet) {
        wanted = packet;
        goToWanted();
    }

    /** Reads the file, or reads and follows it. */
    void start(boolean follow) {
        if (follow) {
            follow(true);
        } else {
            load.start();
        }
    }

    /** Whether the file is being read or was read to its end. */
    boolean isWhole() {
        return whole;
    }

    /** Shows the state of the capture that writes the file. */
    void show(LiveCapture capture) {
        live = new LiveStrip(capture, file, this::turned);
        strips.add(live, 0);
        revalidate();
    }

    private void goToWanted() {
        if (wanted >= 0 && wanted < packets.packets()) {
            goTo(wanted);
            wanted = -1;
        }
    }

    /** The capture goes on in the next file of its ring, and so in the next window; this one may soon be deleted. */
    private void turned(LiveCapture capture) {
        TopComponent active = TopComponent.getRegistry().getActivated();
        live = null;
        CaptureWindow next = CaptureWindows.show(capture);
        close();
        next.tabs.setSelectedIndex(tabs.getSelectedIndex());
        // Who works in another window stays there.
        (active == null || active == this ? next : active).requestActive();
    }

    /** Following ends when the capture has ended and everything was read. */
    private void showLive(Snapshot snapshot) {
        LiveStrip capturing = live;
        if (capturing != null && snapshot.state() == Snapshot.State.FOLLOWING) {
            progress.setVisible(false);
            if (!capturing.isRunning() && snapshot.growth().quiet().compareTo(SETTLED) > 0) {
                follow(false);
            }
        }
    }

    @Override
    public Path file() {
        return file;
    }

    /** The selected packet where packets are shown, else the whole capture. */
    @Override
    public Optional<Bookmarks.InFile> spot() {
        long packet = packets.isShowing() ? packets.selected() : -1;
        return Optional.of(new Bookmarks.InFile(file, packet < 0 ? Place.ALL : Place.packet(packet + 1), ""));
    }

    @Override
    public boolean isFollowing() {
        return follow.isSelected();
    }

    @Override
    public String whyNotFollowed() {
        return follow.whyNot();
    }

    @Override
    public void follow(boolean on) {
        follow.setSelected(on);
        load.follow(on);
    }

    private void show(Snapshot snapshot) {
        whole = snapshot.state().running() || snapshot.state() == Snapshot.State.COMPLETE;
        progress.show(snapshot);
        follow.show(snapshot);
        showLive(snapshot);
        Coverage found = snapshot.coverage();
        boolean same = found != null && found.equals(newest) && snapshot.state() == stage;
        newest = found;
        stage = snapshot.state();
        if (same) {
            return;
        }
        Capture capture = snapshot.capture();
        if (found != null) {
            problems.show(problems(snapshot, found));
        }
        if (found != null && capture != null && found.packets() > 0) {
            Mark mark = Looks.of(found.verdict());
            setIcon(ImageUtilities.icon2Image(mark.icon()));
            setToolTipText(Bundle.HINT_Capture(file, found.verdict().label()));
            packets.show(snapshot, capture, found);
            conversations.show(found);
            compare.show(found);
            coverage.show(found, packets.start(), snapshot.state());
            boolean first = !tabs.isShowing();
            cards.show(content, CAPTURE);
            goToWanted();
            if (first) {
                requestFocusInWindow();
            }
        } else if (!snapshot.state().running() || snapshot.state() == Snapshot.State.FOLLOWING) {
            showMessage(snapshot, found);
        }
    }

    /** A file that is still being written is not damaged because it ends inside a packet. */
    private static List<String> problems(Snapshot snapshot, Coverage found) {
        return found.problems().stream()
                .filter(problem -> !snapshot.growth().writing()
                        || !problem.equals(snapshot.growth().unfinished()))
                .map(problem -> Bundle.LBL_Problem(problem.where(), problem.what()))
                .toList();
    }

    private void showMessage(Snapshot snapshot, @Nullable Coverage found) {
        if (snapshot.failure() != null) {
            String why = snapshot.failure();
            message.show(
                    Mark.INCONCLUSIVE,
                    Bundle.LBL_NotOpened(),
                    why.contains(file.toString()) ? why : Bundle.MSG_NotOpened(file, why),
                    true);
        } else if (snapshot.state() == Snapshot.State.FOLLOWING) {
            message.show(Mark.INSUFFICIENT, Bundle.LBL_NoPacketsYet(), Bundle.MSG_NoPacketsYet(file), false);
        } else if (found != null && snapshot.state() == Snapshot.State.COMPLETE) {
            message.show(Mark.INSUFFICIENT, Bundle.LBL_NoPackets(), Bundle.MSG_NoPackets(file, found.format()), true);
        } else {
            message.show(Mark.INSUFFICIENT, Bundle.LBL_NothingRead(), file.toString(), true);
        }
        cards.show(content, MESSAGE);
        requestFocusInWindow();
    }

    private void showPackets(String filter) {
        packets.filter(filter);
        showPackets();
    }

    private void showPackets() {
        tabs.setSelectedComponent(packets);
        // Later, since the tab moves the focus, too.
        SwingUtilities.invokeLater(packets::focusFirst);
    }

    @Override
    public void goTo(long packet) {
        tabs.setSelectedComponent(packets);
        packets.goTo(packet);
        SwingUtilities.invokeLater(packets::focusFirst);
    }

    @Override
    public long packets() {
        return packets.packets();
    }

    @Override
    public boolean requestFocusInWindow() {
        if (!tabs.isShowing()) {
            return message.focusFirst();
        }
        Component tab = tabs.getSelectedComponent();
        if (tab == packets) {
            return packets.focusFirst();
        }
        if (tab == conversations) {
            return conversations.focusFirst();
        }
        return tab == compare ? compare.focusFirst() : coverage.focusFirst();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    private void showTimes() {
        coverage.showTimes();
        packets.showTimes();
    }

    @Override
    protected void componentOpened() {
        TimeDisplay.addChangeListener(timesChosen);
        showTimes();
    }

    @Override
    protected void componentClosed() {
        if (live != null) {
            live.stop();
        }
        TimeDisplay.removeChangeListener(timesChosen);
        load.close();
        packets.close();
        conversations.close();
        compare.close();
    }

    /** The captures of the other windows, and files that are read for a comparison only. */
    private final class Others implements OtherCaptures {
        @Override
        public List<Open> open() {
            List<Open> open = new ArrayList<>();
            for (CaptureWindow window : CaptureWindows.open()) {
                if (window != CaptureWindow.this && window.newest != null) {
                    open.add(new Open(window.file, window.newest));
                }
            }
            return open;
        }

        @Override
        public Runnable read(Path other, Consumer<Snapshot> listener) {
            CaptureLoad reading = new CaptureLoad(other, listener);
            reading.start();
            return reading::close;
        }
    }

    private final class ToPackets implements CoveragePanel.Links {
        @Override
        public void filter(String filter) {
            packets.filter(filter);
        }

        @Override
        public void goToPackets() {
            showPackets();
        }
    }
}
