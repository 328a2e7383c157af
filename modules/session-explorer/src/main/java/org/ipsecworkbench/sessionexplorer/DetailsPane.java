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
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.session.Session;
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
    "LBL_ReadingItem=Looking into it…"
})
final class DetailsPane extends WidthPanel {
    private static final long serialVersionUID = 1;
    private static final float HEADING = 1.15f;

    private final transient OpenedSession session;
    private final WrappedText heading = new WrappedText(false);
    private final WrappedText facts = new WrappedText(false);
    private final WrappedText summary = new WrappedText(false);
    private final JButton open = new JButton();
    private final JButton asText = new JButton();
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
        summaries = new Summaries(session, this::showSummary);
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(12, 14, 12, 14));
        heading.setName("evidenceName");
        heading.setFont(
                heading.getFont().deriveFont(Font.BOLD, heading.getFont().getSize2D() * HEADING));
        facts.setName("facts");
        summary.setName("summary");
        button(open, "openEvidence", Bundle.CTL_OpenItem(), () -> item(item -> views.open(item, Place.ALL)));
        button(asText, "openAsText", Bundle.CTL_OpenText(), () -> item(item -> views.openAsText(item)));
        Mnemonics.setLocalizedText(baseline, Bundle.CTL_Baseline());
        baseline.setName("baseline");
        baseline.addActionListener(e -> item(item -> session.update(
                Bundle.CHG_Baseline(), before -> changed(before, item.id(), baseline.isSelected(), null))));
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
        Box buttons = Box.createHorizontalBox();
        buttons.add(open);
        buttons.add(Box.createHorizontalStrut(8));
        buttons.add(asText);
        for (JComponent one :
                List.of(heading, facts, summary, buttons, baseline, titleLabel, title, noteLabel, noteScroll)) {
            one.setAlignmentX(Component.LEFT_ALIGNMENT);
            add(one);
            add(Box.createVerticalStrut(one == titleLabel || one == noteLabel ? 2 : 10));
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
        boolean isRoot = line.key().equals(SessionTree.ROOT);
        heading.setText(line.words());
        facts.setText(Facts.of(line, session.state()));
        for (JComponent one : List.of(open, asText, baseline)) {
            one.setVisible(item != null);
        }
        titleLabel.setVisible(isRoot);
        title.setVisible(isRoot);
        noteLabel.setVisible(isRoot || item != null);
        noteScroll.setVisible(isRoot || item != null);
        if (item != null) {
            baseline.setSelected(item.isBaseline());
        }
        if (isSame && note.isFocusOwner()) {
            // What is typed now is newer than what the session has.
            return;
        }
        if (item != null) {
            note.show(
                    item.note(),
                    text -> session.update(Bundle.CHG_Note(), before -> changed(before, item.id(), null, text)));
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
        revalidate();
        repaint();
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
            revalidate();
        }
    }

    /** By its id, since what else is said of it may have changed meanwhile. */
    private static Session changed(Session before, String id, @Nullable Boolean isBaseline, @Nullable String newNote) {
        return before.item(id)
                .map(item -> isBaseline == null ? item : item.withBaseline(isBaseline))
                .map(item -> newNote == null ? item : item.withNote(newNote))
                .map(before::with)
                .orElse(before);
    }
}
