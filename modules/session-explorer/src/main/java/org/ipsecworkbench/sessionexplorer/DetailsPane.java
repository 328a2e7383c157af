package org.ipsecworkbench.sessionexplorer;

import java.awt.Component;
import java.awt.Font;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Bookmarks;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WidthPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** What is known of the selected line, and what people say of it: title, note, baseline. */
@Messages({
    "CTL_OpenItem=&Open",
    "CTL_OpenText=Show as &Text",
    "CTL_Baseline=&Baseline: it shows a state that worked",
    "CTL_Title=T&itle",
    "CTL_Note=&Note",
    "CHG_Title=Change the title",
    "CHG_Note=Change a note",
    "CHG_Baseline=Mark as baseline",
    "CTL_Host=&Host",
    "CHG_Host=Assign evidence to a host",
    "CTL_RemoveBookmark=&Remove",
    "CHG_RemoveBookmark=Remove a bookmark",
    "LBL_ReadingItem=Looking into it…"
})
final class DetailsPane extends WidthPanel {
    private static final long serialVersionUID = 1;
    private static final float HEADING = 1.15f;

    private final transient OpenedSession session;
    private final transient Views views;
    private final WrappedText heading = new WrappedText(false);
    private final WrappedText facts = new WrappedText(false);
    private final WrappedText summary = new WrappedText(false);
    private final JButton open = new JButton();
    private final JButton asText = new JButton();
    private final JButton bookmark = new JButton();
    private final Box buttons = Box.createHorizontalBox();
    private final JButton remove = new JButton();
    private final JLabel hostLabel = new JLabel();
    private final HostField host = new HostField();
    private final JCheckBox baseline = new JCheckBox();
    private final JLabel titleLabel = new JLabel();
    private final JTextField title = new JTextField();
    private final JLabel noteLabel = new JLabel();
    private final NoteField note = new NoteField("note", Bundle.CTL_Note().replace("&", ""));
    private final JComponent noteScroll = new JScrollPane(note);
    private final transient Summaries summaries;
    private transient @Nullable Line shown;

    DetailsPane(OpenedSession session, Views views) {
        this.session = session;
        this.views = views;
        summaries = new Summaries(session, this::showSummary);
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(12, 14, 12, 14));
        heading.setName("evidenceName");
        heading.setFont(
                heading.getFont().deriveFont(Font.BOLD, heading.getFont().getSize2D() * HEADING));
        facts.setName("facts");
        summary.setName("summary");
        button(open, "openEvidence", Bundle.CTL_OpenItem(), () -> open(shown));
        button(asText, "openAsText", Bundle.CTL_OpenText(), () -> item(item -> views.openAsText(item)));
        button(
                bookmark,
                "bookmarkEvidence",
                Bundle.CTL_Bookmark(),
                () -> item(item ->
                        new SessionBookmarks().add(new Bookmarks.InSession(session.workspace(), item.id(), "", ""))));
        button(remove, "removeBookmark", Bundle.CTL_RemoveBookmark(), this::removeBookmark);
        Mnemonics.setLocalizedText(hostLabel, Bundle.CTL_Host());
        hostLabel.setLabelFor(host);
        Mnemonics.setLocalizedText(baseline, Bundle.CTL_Baseline());
        baseline.setName("baseline");
        baseline.addActionListener(e -> item(item -> session.update(
                Bundle.CHG_Baseline(), before -> Edits.baseline(before, item.id(), baseline.isSelected()))));
        Mnemonics.setLocalizedText(titleLabel, Bundle.CTL_Title());
        titleLabel.setLabelFor(title);
        title.setName("title");
        title.addActionListener(e -> rename());
        title.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                rename();
            }
        });
        Mnemonics.setLocalizedText(noteLabel, Bundle.CTL_Note());
        noteLabel.setLabelFor(note);
        buttons.add(open);
        buttons.add(Box.createHorizontalStrut(8));
        buttons.add(asText);
        buttons.add(Box.createHorizontalStrut(8));
        buttons.add(bookmark);
        buttons.add(remove);
        for (JComponent one : List.of(
                heading,
                facts,
                summary,
                buttons,
                hostLabel,
                host,
                baseline,
                titleLabel,
                title,
                noteLabel,
                noteScroll)) {
            one.setAlignmentX(Component.LEFT_ALIGNMENT);
            add(one);
            add(Box.createVerticalStrut(one instanceof JLabel ? 2 : 10));
        }
        summary.setForeground(Palette.muted());
    }

    private static void button(JButton button, String name, String words, Runnable does) {
        Mnemonics.setLocalizedText(button, words);
        button.setName(name);
        button.addActionListener(e -> does.run());
    }

    private interface OnItem {
        void run(EvidenceItem item);
    }

    private void item(OnItem does) {
        if (shown != null && shown.item() != null) {
            does.run(shown.item());
        }
    }

    /** Opens the piece of evidence of a line in its view, or the place of a bookmark; other lines have nothing to open. */
    void open(@Nullable Line line) {
        if (line != null && line.item() != null) {
            views.open(line.item(), Place.ALL);
        } else if (line != null && line.bookmark() != null) {
            SessionBookmarks.open(session, views, line.bookmark());
        }
    }

    private void removeBookmark() {
        if (shown != null && shown.bookmark() != null) {
            Bookmark gone = shown.bookmark();
            session.update(Bundle.CHG_RemoveBookmark(), before -> Edits.without(before, gone));
        }
    }

    private void rename() {
        String now = title.getText().strip();
        if (!now.equals(session.session().title())) {
            session.update(Bundle.CHG_Title(), before -> before.withTitle(now));
        }
    }

    /** Shows a line; what was typed for the former is kept. */
    void show(Line line) {
        boolean isSame = shown != null && shown.key().equals(line.key());
        shown = line;
        EvidenceItem item = line.item();
        Bookmark mark = line.bookmark();
        boolean isRoot = line.key().equals(SessionTree.ROOT);
        heading.setText(line.words());
        facts.setText(Facts.of(line, session.state()));
        for (JComponent one : List.of(asText, bookmark, hostLabel, host, baseline)) {
            one.setVisible(item != null);
        }
        open.setVisible(item != null || mark != null);
        remove.setVisible(mark != null);
        buttons.setVisible(item != null || mark != null);
        titleLabel.setVisible(isRoot);
        title.setVisible(isRoot);
        noteLabel.setVisible(isRoot || item != null || mark != null);
        noteScroll.setVisible(noteLabel.isVisible());
        if (item != null) {
            baseline.setSelected(item.isBaseline());
            host.show(
                    item.host(),
                    session.session(),
                    name -> session.update(Bundle.CHG_Host(), before -> Edits.host(before, item.id(), name)));
        }
        if (isSame && note.isFocusOwner()) {
            // What is typed now is newer than what the session has.
            return;
        }
        if (item != null) {
            note.show(
                    item.note(),
                    text -> session.update(Bundle.CHG_Note(), before -> Edits.note(before, item.id(), text)));
        } else if (mark != null) {
            note.show(mark.note(), text -> session.update(Bundle.CHG_Note(), before -> Edits.note(before, mark, text)));
        } else if (isRoot) {
            if (!title.isFocusOwner()) {
                title.setText(session.session().title());
            }
            note.show(
                    session.session().notes(),
                    text -> session.update(Bundle.CHG_Note(), before -> before.withNotes(text)));
        }
        if (!isSame) {
            summary.setText(item == null ? "" : Bundle.LBL_ReadingItem());
            summary.setVisible(item != null);
            summaries.ask(item);
        }
        closeGaps();
        revalidate();
        repaint();
    }

    /** Below what is not to be seen is no room. */
    private void closeGaps() {
        for (int i = 1; i < getComponentCount(); i += 2) {
            getComponent(i).setVisible(getComponent(i - 1).isVisible());
        }
    }

    /** Writes down what was typed. */
    void flush() {
        note.flush();
        if (title.isVisible()) {
            rename();
        }
    }

    private void showSummary(EvidenceItem item, String words) {
        if (shown != null && shown.item() != null && shown.item().id().equals(item.id())) {
            summary.setText(words);
            summary.setVisible(!words.isEmpty());
            closeGaps();
            revalidate();
        }
    }
}
