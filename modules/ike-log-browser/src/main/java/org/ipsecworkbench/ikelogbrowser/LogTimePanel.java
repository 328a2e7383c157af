package org.ipsecworkbench.ikelogbrowser;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.time.DateTimeException;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.workbench.Typing;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** The fields in which the time zone and the year of logs are chosen, each log for itself. */
@Messages({
    "LBL_Log=&Log:",
    "LBL_Zone=&Time zone of the host:",
    "LBL_Year=&Year of the last line:",
    "LBL_YearOfFile=By the file's own time",
    "MSG_LogTime=The lines of an Oakley.log have local time and no year. What is chosen here says how to read them, as long as"
            + " this window is open."
})
final class LogTimePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int WIDTH_OF_WORDS = 460;
    /** Before Windows 2000 there was none of these logs. */
    private static final int FIRST_YEAR = 1999;

    private final JComboBox<String> log = new JComboBox<>();
    private final JComboBox<String> zone = new JComboBox<>();
    private final JComboBox<Integer> year = new JComboBox<>();
    private final transient LogTime[] times;
    private final transient Runnable changed;
    private int shown;
    private boolean showing;

    /**
     * With what is chosen so far.
     *
     * @param names of the logs, at least one
     * @param times of each
     * @param changed runs when something else is chosen
     */
    LogTimePanel(List<String> names, List<LogTime> times, Runnable changed) {
        super(new GridBagLayout());
        this.times = times.toArray(new LogTime[0]);
        this.changed = changed;
        setBorder(BorderFactory.createEmptyBorder(12, 12, 6, 12));
        WrappedText words = new WrappedText(false);
        words.setText(Bundle.MSG_LogTime());
        // Its height has to be known before the dialog gives it a width.
        words.wrapAt(WIDTH_OF_WORDS);
        // The first field has the focus, not what explains it.
        words.setFocusable(false);
        GridBagConstraints whole = new GridBagConstraints();
        whole.gridwidth = 2;
        whole.fill = GridBagConstraints.HORIZONTAL;
        whole.insets = new Insets(0, 0, 10, 0);
        add(words, whole);
        names.forEach(log::addItem);
        row(1, Bundle.LBL_Log(), log);
        row(2, Bundle.LBL_Zone(), zone);
        row(3, Bundle.LBL_Year(), year);
        log.setName("logOfTime");
        log.addActionListener(e -> choose());
        zone.setName("logZone");
        zone.setEditable(true);
        zone.setModel(new DefaultComboBoxModel<>(
                ZoneId.getAvailableZoneIds().stream().sorted().toArray(String[]::new)));
        Typing.in(editor(), this::keep);
        year.setName("logYear");
        year.setRenderer(new YearCell());
        year.addItem(0);
        for (int one = Year.now(ZoneId.systemDefault()).getValue(); one >= FIRST_YEAR; one--) {
            year.addItem(one);
        }
        year.addActionListener(e -> keep());
        show(0);
    }

    private void row(int at, String text, JComponent field) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text);
        label.setLabelFor(field);
        GridBagConstraints left = new GridBagConstraints();
        left.gridy = at;
        left.anchor = GridBagConstraints.LINE_START;
        left.insets = new Insets(4, 0, 4, 12);
        add(label, left);
        GridBagConstraints right = new GridBagConstraints();
        right.gridy = at;
        right.weightx = 1;
        right.fill = GridBagConstraints.HORIZONTAL;
        right.insets = new Insets(4, 0, 4, 0);
        add(field, right);
    }

    private JTextField editor() {
        return (JTextField) zone.getEditor().getEditorComponent();
    }

    private void choose() {
        // A zone that is none is not kept, and the log is left with the one that it had.
        show(log.getSelectedIndex());
        changed.run();
    }

    private void show(int which) {
        showing = true;
        shown = which;
        zone.setSelectedItem(times[which].zone().getId());
        // What was typed before is no selection, so that choosing the same again does not replace it.
        editor().setText(times[which].zone().getId());
        year.setSelectedItem(times[which].year());
        showing = false;
    }

    private void keep() {
        if (showing) {
            return;
        }
        ZoneId chosen = zone();
        if (chosen != null) {
            Integer of = year.getItemAt(year.getSelectedIndex());
            times[shown] = new LogTime(chosen, of == null ? 0 : of);
        }
        changed.run();
    }

    private @Nullable ZoneId zone() {
        try {
            return ZoneId.of(editor().getText().strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether what stands in the field of the zone is one. */
    boolean isValidZone() {
        return zone() != null;
    }

    /** What was chosen, log by log. */
    List<LogTime> times() {
        return List.of(times);
    }
}
