package org.ipsecworkbench.sessionexplorer;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Typing;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotificationLineSupport;
import org.openide.NotifyDescriptor;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Asks where exactly a bookmark points, what to note of it, and in which session it is kept. On the event dispatch thread. */
@Messages({
    "TIT_Bookmark=Bookmark",
    "CTL_Place=&Place",
    "HINT_Place=A packet, line or event, such as: packet 17, line 300, lines 12 to 19, event 5. Nothing for all of it.",
    "CTL_BookmarkNote=&Note",
    "MSG_NoPlace=A place is written like: packet 17, line 300, lines 12 to 19, event 5."
})
final class BookmarkDialog {
    private static final int COLUMNS = 38;

    /**
     * What was said.
     *
     * @param place as a bookmark has it
     */
    record Asked(SessionTarget target, String place, String note) {}

    private final JPanel panel = new JPanel(new GridBagLayout());
    private final JTextField place = new JTextField(COLUMNS);
    private final JTextField note = new JTextField(COLUMNS);
    private final JComboBox<SessionTarget> targets = new JComboBox<>();
    private final boolean isPlace;
    private final DialogDescriptor dialog = new DialogDescriptor(panel, Bundle.TIT_Bookmark());
    private final NotificationLineSupport line = dialog.createNotificationLineSupport();

    private BookmarkDialog(String where, String words, List<SessionTarget> offered) {
        isPlace = where.isEmpty() || !Place.of(where).equals(Place.ALL);
        panel.setBorder(BorderFactory.createEmptyBorder(14, 14, 8, 14));
        place.setName("bookmarkPlace");
        place.setText(where);
        place.setToolTipText(Bundle.HINT_Place());
        note.setName("bookmarkNote");
        note.setText(words);
        note.selectAll();
        targets.setName("sessions");
        offered.forEach(targets::addItem);
        targets.setSelectedIndex(offered.size() > 1 && offered.get(0).window().isEmpty() ? 1 : 0);
        if (isPlace) {
            row(Bundle.CTL_Place(), place);
            Typing.in(place, this::check);
        }
        row(Bundle.CTL_BookmarkNote(), note);
        if (offered.size() > 1) {
            row(Bundle.CTL_KeepIn(), targets);
        }
    }

    private void row(String words, JComponent field) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, words);
        label.setLabelFor(field);
        int row = panel.getComponentCount() / 2;
        panel.add(
                label,
                new GridBagConstraints(
                        0,
                        row,
                        1,
                        1,
                        0,
                        0,
                        GridBagConstraints.LINE_START,
                        GridBagConstraints.NONE,
                        new Insets(3, 0, 3, 10),
                        0,
                        0));
        panel.add(
                field,
                new GridBagConstraints(
                        1,
                        row,
                        1,
                        1,
                        1,
                        0,
                        GridBagConstraints.LINE_START,
                        GridBagConstraints.HORIZONTAL,
                        new Insets(3, 0, 3, 0),
                        0,
                        0));
    }

    private void check() {
        boolean isWell = where().isEmpty() || !Place.of(where()).equals(Place.ALL);
        dialog.setValid(isWell);
        if (isWell) {
            line.clearMessages();
        } else {
            line.setErrorMessage(Bundle.MSG_NoPlace());
        }
    }

    private String where() {
        return place.getText().strip();
    }

    /**
     * Asks; empty where the user gave up.
     *
     * @param place proposed; words that are no {@link Place} stay as they are
     * @param words proposed as the note
     * @param offered at least one
     */
    static Optional<Asked> ask(String place, String words, List<SessionTarget> offered) {
        BookmarkDialog asks = new BookmarkDialog(place, words, offered);
        boolean isWanted =
                NotifyDescriptor.OK_OPTION.equals(DialogDisplayer.getDefault().notify(asks.dialog));
        return isWanted
                ? Optional.of(new Asked(
                        asks.targets.getItemAt(asks.targets.getSelectedIndex()),
                        asks.where(),
                        asks.note.getText().strip()))
                : Optional.empty();
    }
}
