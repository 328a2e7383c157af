package org.ipsecworkbench.ikelogbrowser;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ikelogbrowser.detail.NegotiationView;
import org.ipsecworkbench.ikelogbrowser.event.EventView;
import org.ipsecworkbench.ikelogbrowser.list.NegotiationList;
import org.ipsecworkbench.ikelogbrowser.timeline.OutcomeTimeline;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Bookmarkable;
import org.ipsecworkbench.workbench.Bookmarks;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.FileDrop;
import org.ipsecworkbench.workbench.Followable;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.ipsecworkbench.workbench.ShownFile;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.jspecify.annotations.Nullable;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.util.lookup.Lookups;
import org.openide.windows.TopComponent;

/** The window of the key negotiations and IPsec events of one file, and of others that tell of the same. */
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
    "LBL_NothingTold=Nothing of IPsec is told of",
    "# {0} - files",
    "MSG_NothingTold={0}\n\nNothing in it is about a key negotiation or IPsec. A log may have begun after the hosts had negotiated; events"
            + " of negotiations are only written where auditing of IPsec main mode, quick mode and extended mode is on.",
    "# {0} - file",
    "# {1} - reason",
    "LBL_SourceNotRead={0} cannot be read: {1}",
    "CTL_AddTitle=Add Source",
    "MSG_NoLog=Only an Oakley.log is followed here. A capture is followed in its own window."
})
public final class BrowserWindow extends TopComponent implements Followable, ShownFile, Bookmarkable {
    /** Icon of negotiations. */
    static final String ICON = "org/ipsecworkbench/ikelogbrowser/icons/negotiations.svg";

    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";

    private final transient Path file;
    private final transient Sources sources = new Sources(new Shown());
    private final SourceBar bar = new SourceBar(this::addSource, this::askForKeys, this::askForTime, this::follow);
    private final ReadingStrip reading = new ReadingStrip(new Strip());
    private final ProblemStrip problems = new ProblemStrip();
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private final NegotiationView negotiation = new NegotiationView();
    private final OutcomeTimeline timeline = new OutcomeTimeline(this::pick);
    private final NegotiationList list = new NegotiationList(this::select, negotiation::focusLadder, timeline::unpick);
    private final JPanel overview = new JPanel(new BorderLayout());
    private final JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, overview, negotiation);
    private final Views views = new Views(both, this::requestFocusInWindow);
    private final transient ChangeListener timesChosen = e -> {
        list.showTimes();
        views.showTimes();
        timeline.refresh();
    };
    private transient List<String> told = List.of();
    private transient @Nullable Gathered gathered;
    /** Where to go as soon as it is read. */
    private transient Place wanted = Place.ALL;

    private BrowserWindow(Path file) {
        this.file = file;
        String name = String.valueOf(file.getFileName());
        setName(Bundle.LBL_Window(name));
        setDisplayName(Bundle.LBL_Window(Formats.abbreviate(name, 40)));
        setToolTipText(file.toString());
        setLayout(new BorderLayout());
        JPanel strips = new JPanel();
        strips.setLayout(new BoxLayout(strips, BoxLayout.Y_AXIS));
        strips.add(bar);
        strips.add(reading);
        strips.add(problems);
        add(strips, BorderLayout.NORTH);
        // Over the list, which it filters, so that the ladder gets all of the height.
        overview.add(timeline, BorderLayout.NORTH);
        overview.add(list, BorderLayout.CENTER);
        overview.setMinimumSize(new Dimension(240, 100));
        overview.setPreferredSize(new Dimension(550, 600));
        negotiation.setMinimumSize(new Dimension(380, 100));
        negotiation.setPreferredSize(new Dimension(600, 600));
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.48);
        content.add(message, MESSAGE);
        content.add(views, CONTENT);
        add(content, BorderLayout.CENTER);
        message.show(Mark.INSUFFICIENT, Bundle.LBL_ReadingFile(Formats.abbreviate(name, 60)), "", false);
        setTransferHandler(new AddingDrop());
        Copying.enable(this);
        KeyStroke find = KeyStroke.getKeyStroke(KeyEvent.VK_F, InputEvent.CTRL_DOWN_MASK);
        Keys.on(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, find, this::find);
        associateLookup(Lookups.fixed(this));
    }

    /** Shows the negotiations of a capture, or brings their window to the front. On the event dispatch thread. */
    static BrowserWindow show(Path file) {
        Optional<BrowserWindow> open = EditorWindows.find(BrowserWindow.class, one -> one.file.equals(file));
        if (open.isPresent() && open.get().isWhole()) {
            open.get().requestActive();
            return open.get();
        }
        // Asked for again after it was cancelled or failed: read anew.
        open.ifPresent(TopComponent::close);
        BrowserWindow window = new BrowserWindow(file);
        EditorWindows.show(window);
        window.sources.add(file);
        window.changed();
        return window;
    }

    /** Goes to what is told at a place of its first file, as soon as that is read. */
    void show(Place place) {
        wanted = place;
        if (views.isShowing()) {
            goToWanted();
        }
    }

    private void goToWanted() {
        Place place = wanted;
        wanted = Place.ALL;
        Gathered all = gathered;
        if (all != null) {
            ToldAt.event(file, place, all)
                    .ifPresentOrElse(
                            views::select, () -> ToldAt.of(file, place, all).ifPresent(this::goTo));
        }
    }

    @Override
    public Optional<Bookmarks.InFile> spot() {
        EventView events = views.events();
        Gathered all = gathered;
        return events == null || all == null
                ? negotiation.spot()
                : events.selected()
                        .flatMap(one -> all.origins()
                                .spot(
                                        one.event().event().evidence(),
                                        one.event().meaning()));
    }

    private void goTo(ToldAt at) {
        views.showNegotiations();
        list.choose(at.negotiation(), () -> negotiation.show(at.step(), at.source(), at.place()));
    }

    @Override
    public Path file() {
        return file;
    }

    /** Whether its first file was read as far as it goes, or still is being read. */
    private boolean isWhole() {
        Reading first = sources.files().get(0).reading();
        return !(first instanceof Reading.Failed || first instanceof Reading.Ended last && last.cancelled());
    }

    private void addSource() {
        File[] chosen = new FileChooserBuilder(BrowserWindow.class)
                .setTitle(Bundle.CTL_AddTitle())
                .setFilesOnly(true)
                .showMultiOpenDialog();
        if (chosen != null) {
            add(Arrays.stream(chosen).map(File::toPath).toList());
        }
    }

    private void add(List<Path> files) {
        files.forEach(one -> sources.add(one.toAbsolutePath().normalize()));
        changed();
    }

    private void askForKeys() {
        KeyDialog.ask(sources::decrypt);
    }

    private void askForTime() {
        LogTimeDialog.ask(
                sources.files().stream().filter(Sources.File::isOakley).toList(), sources::setTime);
    }

    private void changed() {
        List<Sources.File> files = sources.files();
        reading.show(files);
        bar.show(files, !sources.keys().isEmpty(), isFollowing());
        showProblems();
        boolean isEmpty = files.stream().allMatch(file -> file.reading() instanceof Reading.Failed);
        if (isEmpty && files.get(0).reading() instanceof Reading.Failed failed) {
            boolean cancelled = failed.why().isEmpty();
            message.show(
                    cancelled ? Mark.INSUFFICIENT : Mark.INCONCLUSIVE,
                    cancelled ? Bundle.LBL_NothingRead() : Bundle.LBL_NotRead(),
                    cancelled ? file.toString() : Bundle.MSG_NotRead(file, failed.why()),
                    true);
            reveal(MESSAGE, true);
        }
    }

    /** Those of what was read, and before them the files that give nothing or are no longer followed. */
    private void showProblems() {
        List<String> lines = new ArrayList<>();
        for (Sources.File one : sources.files()) {
            if (one.reading() instanceof Reading.Failed failed && !failed.why().isEmpty()) {
                lines.add(Bundle.LBL_SourceNotRead(one.name, failed.why()));
            } else if (one.reading() instanceof Reading.Ended last
                    && !last.notice().isEmpty()) {
                lines.add(Bundle.LBL_Problem(one.name, last.notice()));
            }
        }
        lines.addAll(told);
        problems.show(lines);
    }

    private void show(Gathered all) {
        told = all.problems();
        gathered = all;
        showProblems();
        boolean first = !views.isShowing();
        negotiation.origins(all.origins());
        if (!views.show(all)) {
            boolean isCapture = all.kinds().equals(List.of(Source.Kind.CAPTURE));
            message.show(
                    Mark.INSUFFICIENT,
                    isCapture ? Bundle.LBL_NoNegotiation() : Bundle.LBL_NothingTold(),
                    isCapture
                            ? Bundle.MSG_NoNegotiation(file, Formats.count(all.packets(), "packet", "packets"))
                            : Bundle.MSG_NothingTold(sources.files().stream()
                                    .map(one -> one.path.toString())
                                    .collect(Collectors.joining("\n"))),
                    true);
            reveal(MESSAGE, first);
        } else if (all.report().negotiations().isEmpty()) {
            reveal(CONTENT, first);
            goToWanted();
        } else {
            timeline.show(all.report().negotiations());
            // Not before there are rows, so that nobody reads that nothing is selected.
            list.show(all.report().negotiations(), all.summary(), () -> {
                reveal(CONTENT, first);
                goToWanted();
            });
        }
    }

    private void reveal(String card, boolean focuses) {
        cards.show(content, card);
        if (focuses) {
            requestFocusInWindow();
        }
    }

    @Override
    public boolean isFollowing() {
        return sources.files().stream().anyMatch(one -> one.reading() instanceof Reading.Following);
    }

    @Override
    public String whyNotFollowed() {
        return sources.files().stream().anyMatch(Sources.File::isOakley) ? "" : Bundle.MSG_NoLog();
    }

    @Override
    public void follow(boolean on) {
        sources.follow(on);
    }

    private void select(@Nullable Negotiation one) {
        negotiation.show(one);
        timeline.select(one);
    }

    private void pick(@Nullable Instant from, @Nullable Instant to) {
        list.pick(from, to);
    }

    @Override
    public boolean requestFocusInWindow() {
        if (!views.isShowing()) {
            return message.focusFirst();
        }
        EventView events = views.events();
        return events == null ? list.focusFirst() : events.focusFirst();
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
        sources.close();
        negotiation.close();
        list.close();
        views.close();
        timeline.close();
    }

    private final class Shown implements Sources.View {
        @Override
        public void show(Gathered all) {
            BrowserWindow.this.show(all);
        }

        @Override
        public void changed() {
            BrowserWindow.this.changed();
        }
    }

    private final class Strip implements ReadingStrip.Actions {
        @Override
        public void cancel() {
            sources.cancel();
        }

        @Override
        public void follow(boolean on) {
            BrowserWindow.this.follow(on);
        }

        @Override
        public void readAgain() {
            sources.readAgain();
        }
    }

    /** Goes to the search of what the events or the selected negotiation say, or without one to the filter. */
    private void find() {
        EventView events = views.events();
        if (events != null) {
            events.find();
        } else if (!negotiation.find()) {
            list.focusFilter();
        }
    }

    /** Files that are dropped here are further sources. */
    private final class AddingDrop extends FileDrop {
        private static final long serialVersionUID = 1;

        @Override
        protected void take(List<Path> files) {
            add(files);
        }
    }
}
