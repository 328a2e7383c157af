package org.ipsecworkbench.sessionexplorer;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.diagnosis.Timeline;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.sessionexplorer.timeline.TimelineView;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;

/** The window of the joint timeline of a session. */
@TopComponent.Description(
        preferredID = "SessionTimeline",
        iconBase = Icons.SESSION,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - session",
    "LBL_TimelineOf=Timeline: {0}",
    "# {0} - session",
    "HINT_TimelineOf=What all evidence of {0} says happened when",
    "LBL_NoEntries=Nothing in this session tells a time",
    "MSG_NoEntries=Add captures, logs of IKE, events or answers of hosts to the session, by Session › Add Evidence… or by"
            + " dropping them on its window, and read again.",
    "LBL_ReadingFirst=Reading all evidence of the session",
    "MSG_ReadingFirst=Captures are read from their first packet to their last, so that large ones take their time. What was read"
            + " is shown when it is done, or cancelled."
})
final class TimelineWindow extends TopComponent {
    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";
    private static final int MAX_NAME = 40;

    private final transient OpenedSession session;
    private final transient Views views;
    private final TimelineBar bar;
    private final ProblemStrip problems = new ProblemStrip();
    private final MessageView message = new MessageView();
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final TimelineView view = new TimelineView(this::open);
    private final transient ChangeListener changed = e -> compare();
    private transient @Nullable TimelineLoad load;
    private int asked;
    /** Of which evidence what is shown was read. */
    private transient List<String> read = List.of();

    private TimelineWindow(OpenedSession session, Views views) {
        this.session = session;
        this.views = views;
        String name = Bundle.LBL_TimelineOf(session.name());
        setName(name);
        setDisplayName(Formats.abbreviate(name, MAX_NAME));
        setToolTipText(Bundle.HINT_TimelineOf(session.name()));
        setLayout(new BorderLayout());
        bar = new TimelineBar(this::cancel, this::read);
        JPanel top = new JPanel(new BorderLayout());
        top.add(bar, BorderLayout.NORTH);
        top.add(problems, BorderLayout.CENTER);
        add(top, BorderLayout.NORTH);
        content.add(message, MESSAGE);
        content.add(view, CONTENT);
        add(content, BorderLayout.CENTER);
        Copying.enable(this);
        session.addChangeListener(changed);
        message.show(Mark.INSUFFICIENT, Bundle.LBL_ReadingFirst(), Bundle.MSG_ReadingFirst(), false);
        read();
    }

    /** Shows the timeline of a session, or brings its window to the front. On the event dispatch thread. */
    static void show(OpenedSession session, Views views) {
        EditorWindows.find(TimelineWindow.class, one -> one.isOf(session))
                .ifPresentOrElse(
                        TopComponent::requestActive, () -> EditorWindows.show(new TimelineWindow(session, views)));
    }

    boolean isOf(OpenedSession other) {
        return session.equals(other);
    }

    private void read() {
        cancel();
        read = evidence();
        bar.progress(0, 0);
        int number = ++asked;
        load = new TimelineLoad(session, bar::progress, timeline -> {
            // One that was cancelled for another comes, too.
            if (number == asked) {
                show(timeline);
            }
        });
    }

    private void cancel() {
        if (load != null) {
            load.cancel();
        }
    }

    private List<String> evidence() {
        return session.session().evidence().stream().map(EvidenceItem::id).toList();
    }

    private void show(Timeline timeline) {
        if (!isOpened()) {
            return;
        }
        load = null;
        bar.ended(timeline.isComplete());
        problems.show(timeline.problems().stream()
                .map(problem -> problem.where() + ": " + problem.what())
                .toList());
        if (timeline.entries().isEmpty()) {
            message.show(Mark.INSUFFICIENT, Bundle.LBL_NoEntries(), Bundle.MSG_NoEntries(), false);
            cards.show(content, MESSAGE);
        } else {
            view.show(timeline);
            cards.show(content, CONTENT);
            // Whoever went on elsewhere while it was read stays there.
            if (equals(TopComponent.getRegistry().getActivated())) {
                view.focusFirst();
            }
        }
        compare();
    }

    /** Whether the session holds other evidence by now. */
    private void compare() {
        if (load == null && !read.equals(evidence())) {
            bar.changed();
        }
    }

    private void open(TimelineEntry entry) {
        session.session().item(entry.item()).ifPresent(item -> views.open(item, entry.place()));
    }

    @Override
    protected void componentClosed() {
        cancel();
        session.removeChangeListener(changed);
        view.close();
    }

    @Override
    public boolean requestFocusInWindow() {
        return view.isShowing() ? view.focusFirst() : message.focusFirst();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }
}
