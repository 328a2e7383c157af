package org.ipsecworkbench.sessionexplorer;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.FileDrop;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.UndoRedo;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.util.lookup.AbstractLookup;
import org.openide.util.lookup.InstanceContent;
import org.openide.windows.TopComponent;

/** The window of one session: what it holds as a tree, and what is known and said of the selected line. */
@TopComponent.Description(
        preferredID = "Session",
        iconBase = Icons.SESSION,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - file",
    "LBL_OpeningSession=Opening {0}",
    "LBL_BeginningSession=Beginning a session",
    "LBL_NotOpened=This session cannot be opened",
    "# {0} - file",
    "# {1} - reason",
    "MSG_SessionFailed={0}\n\n{1}",
    "# {0} - session",
    "LBL_Dirty={0} *",
    "# {0} - session",
    "HINT_Dirty={0}: changes are not saved",
    "# {0} - session",
    "MSG_SaveBeforeClose=Save the changes to {0}?",
    "TIT_SaveBeforeClose=Close Session",
    "CTL_SaveNow=&Save",
    "CTL_DiscardNow=&Discard Changes",
    "LBL_EmptySession=This session holds nothing yet",
    "MSG_EmptySession=Drop captures, logs, listings of policies or other files of evidence here, or add them by Session › Add"
            + " Evidence…\n\nHosts › Collect into Session… asks hosts all that a diagnosis needs, and Keep in Session of a"
            + " diagnosis keeps what it has collected."
})
public final class SessionWindow extends TopComponent {
    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";
    private static final int MAX_NAME = 40;

    private final transient @Nullable Path asked;
    private final transient InstanceContent lookup = new InstanceContent();
    private final ProblemStrip problems = new ProblemStrip();
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private final CardLayout sides = new CardLayout();
    private final JPanel left = new JPanel(sides);
    private final transient List<Consumer<OpenedSession>> whenOpen = new ArrayList<>();
    private transient @Nullable Shown shown;

    /** What there is once the session is read. */
    private record Shown(
            OpenedSession session, Views views, Unsaved unsaved, EvidenceOutline tree, DetailsPane details) {}

    /**
     * Shows nothing yet.
     *
     * @param asked the file that is to be opened; null for a new session
     */
    SessionWindow(@Nullable Path asked) {
        this.asked = asked;
        String name = asked == null ? Bundle.LBL_Unnamed() : String.valueOf(asked.getFileName());
        setName(name);
        setDisplayName(Formats.abbreviate(name, MAX_NAME));
        setLayout(new BorderLayout());
        content.add(message, MESSAGE);
        add(content, BorderLayout.CENTER);
        String doing =
                asked == null ? Bundle.LBL_BeginningSession() : Bundle.LBL_OpeningSession(Formats.abbreviate(name, 60));
        message.show(Mark.INSUFFICIENT, doing, "", false);
        setTransferHandler(new AddingDrop());
        Copying.enable(this);
        associateLookup(new AbstractLookup(lookup));
    }

    /** Whether it shows this file, or tries to. */
    boolean isOf(Path file) {
        return shown == null
                ? file.equals(asked)
                : shown.session.state().file().filter(file::equals).isPresent();
    }

    @Nullable
    OpenedSession opened() {
        return shown == null ? null : shown.session;
    }

    /** The host whose line is selected; empty where it is none's. */
    String selectedHost() {
        return shown == null ? "" : shown.tree.selectedHost();
    }

    /** The piece of evidence that a file holds; empty where it is none of this session. */
    Optional<EvidenceItem> item(Path file) {
        return shown == null ? Optional.empty() : shown.views.item(file);
    }

    /** What opens its evidence; null as long as it is not read. */
    @Nullable
    Views views() {
        return shown == null ? null : shown.views;
    }

    /** Shows the session that was read. */
    void show(OpenedSession session) {
        if (!isOpened()) {
            session.close(() -> {});
            return;
        }
        Views views = new Views(session);
        DetailsPane details = new DetailsPane(session, views);
        EvidenceOutline tree = new EvidenceOutline(details::show, details::open);
        tree.setTransferHandler(new AddingDrop());
        shown = new Shown(session, views, new Unsaved(session), tree, details);
        lookup.add(session);
        // By which the actions of other modules find it, as SessionContents.
        lookup.add(session.workspace());
        MessageView empty = new MessageView();
        empty.show(Mark.INSUFFICIENT, Bundle.LBL_EmptySession(), Bundle.MSG_EmptySession(), false);
        left.add(new JScrollPane(tree), CONTENT);
        left.add(empty, MESSAGE);
        left.setPreferredSize(new Dimension(760, 500));
        left.setMinimumSize(new Dimension(280, 100));
        JScrollPane right = new JScrollPane(details);
        right.setPreferredSize(new Dimension(420, 500));
        right.setMinimumSize(new Dimension(260, 100));
        right.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, left, right);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.66);
        JPanel top = new JPanel(new BorderLayout());
        top.add(new SessionBar(getLookup()), BorderLayout.NORTH);
        top.add(problems, BorderLayout.CENTER);
        JPanel whole = new JPanel(new BorderLayout());
        whole.add(top, BorderLayout.NORTH);
        whole.add(both, BorderLayout.CENTER);
        content.add(whole, CONTENT);
        cards.show(content, CONTENT);
        session.addChangeListener(e -> refresh());
        refresh();
        requestFocusInWindow();
        whenOpen.forEach(one -> one.accept(session));
        whenOpen.clear();
    }

    /** Does something with the session as soon as it is read. */
    void whenOpen(Consumer<OpenedSession> does) {
        if (shown != null) {
            does.accept(shown.session);
        } else {
            whenOpen.add(does);
        }
    }

    /** Says why the session cannot be shown. */
    void showFailure(String why) {
        message.show(
                Mark.INCONCLUSIVE,
                Bundle.LBL_NotOpened(),
                asked == null ? why : Bundle.MSG_SessionFailed(asked, why),
                true);
        requestFocusInWindow();
    }

    private void refresh() {
        if (shown == null) {
            return;
        }
        OpenedSession session = shown.session;
        OpenedSession.State state = session.state();
        String name = Formats.abbreviate(session.name(), MAX_NAME);
        setName(session.name());
        setDisplayName(state.isChanged() ? Bundle.LBL_Dirty(name) : name);
        String place = state.file().map(Path::toString).orElse(session.name());
        setToolTipText(state.isChanged() ? Bundle.HINT_Dirty(place) : place);
        shown.unsaved.register(state.isChanged());
        if (state.isChanged()) {
            lookup.add(shown.unsaved);
        } else {
            lookup.remove(shown.unsaved);
        }
        problems.show(state.problems().stream()
                .map(problem -> problem.where() + ": " + problem.what())
                .toList());
        shown.tree.show(SessionTree.of(state.session(), session.name()));
        boolean isEmpty =
                state.session().evidence().isEmpty() && state.session().hosts().isEmpty();
        sides.show(left, isEmpty ? MESSAGE : CONTENT);
    }

    @Override
    public UndoRedo getUndoRedo() {
        return shown == null ? UndoRedo.NONE : shown.session.undo();
    }

    @Override
    public boolean canClose() {
        if (shown == null) {
            return true;
        }
        shown.details.flush();
        OpenedSession session = shown.session;
        if (!session.isUnsaved()) {
            return true;
        }
        String save = Bundle.CTL_SaveNow();
        String discard = Bundle.CTL_DiscardNow();
        Object answer = DialogDisplayer.getDefault()
                .notify(new NotifyDescriptor(
                        Bundle.MSG_SaveBeforeClose(session.name()),
                        Bundle.TIT_SaveBeforeClose(),
                        NotifyDescriptor.YES_NO_CANCEL_OPTION,
                        NotifyDescriptor.QUESTION_MESSAGE,
                        new Object[] {save, discard, NotifyDescriptor.CANCEL_OPTION},
                        save));
        if (save.equals(answer)) {
            Saving.save(session, this::close);
            return false;
        }
        return discard.equals(answer);
    }

    @Override
    protected void componentClosed() {
        end();
    }

    /** Forgets the session and what was not saved of it, which takes until the task has ended. */
    RequestProcessor.Task end() {
        if (shown == null) {
            return RequestProcessor.getDefault().post(() -> {});
        }
        Shown gone = shown;
        shown = null;
        gone.unsaved.register(false);
        gone.views.closeWindows();
        return gone.session.close(gone.views);
    }

    @Override
    public boolean requestFocusInWindow() {
        return shown == null ? message.focusFirst() : shown.tree.requestFocusInWindow();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    /** Files that are dropped here are evidence. */
    private final class AddingDrop extends FileDrop {
        private static final long serialVersionUID = 1;

        @Override
        protected void take(List<Path> files, Component on, Point at) {
            if (shown != null) {
                // Dropped on a line, it is evidence of the host of that line.
                String host = on.equals(shown.tree) ? shown.tree.hostAt(at) : "";
                Adding.add(shown.session, files, host);
            }
        }
    }
}
