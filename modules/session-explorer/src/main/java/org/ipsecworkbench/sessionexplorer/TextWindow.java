package org.ipsecworkbench.sessionexplorer;

import java.awt.BorderLayout;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Bookmarkable;
import org.ipsecworkbench.workbench.Bookmarks;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;
import org.openide.util.lookup.Lookups;
import org.openide.windows.TopComponent;

/** The window of a piece of evidence that is read as text: what a command printed, or a file that no view knows. */
@TopComponent.Description(
        preferredID = "EvidenceText",
        iconBase = Icons.TEXT,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({"# {0} - name", "# {1} - session", "HINT_Text={0}, of session {1}", "ACN_Text=The text"})
final class TextWindow extends TopComponent implements Bookmarkable {
    private static final long serialVersionUID = 1;
    private static final int MAX_NAME = 40;
    private static final int MAX_WORDS = 100;

    private final transient OpenedSession session;
    private final transient EvidenceItem item;
    private final JTextArea text = new JTextArea();

    private TextWindow(OpenedSession session, EvidenceItem item, ShownText shown) {
        this.session = session;
        this.item = item;
        String name = item.host().isEmpty() ? item.name() : item.host() + ": " + item.name();
        setName(name);
        setDisplayName(Formats.abbreviate(name, MAX_NAME));
        setToolTipText(Bundle.HINT_Text(name, session.name()));
        setLayout(new BorderLayout());
        WrappedText head = new WrappedText(false);
        head.setName("textHead");
        head.setText(shown.head());
        head.setBorder(BorderFactory.createEmptyBorder(8, 14, 8, 14));
        text.setName("evidenceText");
        text.getAccessibleContext().setAccessibleName(Bundle.ACN_Text());
        text.setEditable(false);
        text.setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D()));
        text.setBorder(BorderFactory.createEmptyBorder(4, 14, 4, 14));
        text.setText(shown.text());
        text.setCaretPosition(0);
        JScrollPane scroll = new JScrollPane(text);
        scroll.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Palette.line()));
        add(head, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        Copying.enable(this);
        associateLookup(Lookups.singleton(this));
    }

    /** The lines of the selection, or that of the caret. */
    @Override
    public Optional<Bookmarks.InSession> spot() {
        try {
            int first = text.getLineOfOffset(text.getSelectionStart());
            int end = Math.max(text.getSelectionStart(), text.getSelectionEnd() - 1);
            Place place = new Place(Place.Unit.LINE, first + 1, text.getLineOfOffset(end) + 1);
            String words = text.getText(
                            text.getLineStartOffset(first),
                            text.getLineEndOffset(first) - text.getLineStartOffset(first))
                    .strip();
            return Optional.of(new Bookmarks.InSession(
                    session.workspace(), item.id(), place.words(), Formats.abbreviate(words, MAX_WORDS)));
        } catch (BadLocationException e) {
            throw new IllegalStateException("a selection that the text has", e);
        }
    }

    /** Shows a piece, or brings its window to the front. On the event dispatch thread. */
    static void show(OpenedSession session, EvidenceItem item, ShownText shown, Place place) {
        TextWindow window = EditorWindows.find(
                        TextWindow.class,
                        one -> one.isOf(session) && one.item.id().equals(item.id()))
                .orElseGet(() -> {
                    TextWindow created = new TextWindow(session, item, shown);
                    EditorWindows.show(created);
                    return created;
                });
        window.requestActive();
        if (place.unit() == Place.Unit.LINE) {
            // Later, since only what is shown can be scrolled.
            SwingUtilities.invokeLater(() -> window.select(place));
        }
    }

    boolean isOf(OpenedSession other) {
        return session.equals(other);
    }

    private void select(Place lines) {
        int first = (int) Math.min(lines.first(), text.getLineCount()) - 1;
        int last = (int) Math.min(lines.last(), text.getLineCount()) - 1;
        try {
            text.requestFocusInWindow();
            text.setCaretPosition(text.getLineStartOffset(first));
            text.moveCaretPosition(text.getLineEndOffset(last));
            text.getCaret().setSelectionVisible(true);
        } catch (BadLocationException e) {
            throw new IllegalStateException("a line that the text has", e);
        }
    }

    @Override
    public boolean requestFocusInWindow() {
        return text.requestFocusInWindow();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }
}
