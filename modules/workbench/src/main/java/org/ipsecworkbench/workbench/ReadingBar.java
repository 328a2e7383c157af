package org.ipsecworkbench.workbench;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.time.Duration;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/**
 * A line above results that says how far their reading is, or what is special about them, with buttons for what can be done.
 * Whoever shows it says which of its buttons are there. On the event dispatch thread.
 */
@Messages({
    "CTL_Cancel=Cance&l",
    "CTL_StopFollowing=Stop Fo&llowing",
    "CTL_FollowIt=Fo&llow It",
    "# {0} - what was read",
    "LBL_FollowingNow=Following: {0}, the last just now",
    "# {0} - what was read",
    "# {1} - how long",
    "LBL_Following=Following: {0}, the last {1} ago",
    "LBL_Writing=The file seems to be still being written. What you see is what it held when it was read."
})
public class ReadingBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int UNITS = 1000;

    private final JLabel words = new JLabel();
    private final JProgressBar bar = new JProgressBar(0, UNITS);
    private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
    private boolean notice;

    /**
     * Without words yet.
     *
     * @param name of the words, for tests
     * @param progress what a screen reader calls how far it is
     */
    @SuppressWarnings("this-escape")
    public ReadingBar(String name, String progress) {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        buttons.setOpaque(false);
        bar.getAccessibleContext().setAccessibleName(progress);
        words.setName(name);
        words.setIconTextGap(8);
        add(words, BorderLayout.WEST);
        add(bar, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
    }

    /** Adds a button, which is invisible until it is asked for. */
    protected final JButton button(String name, String text, Runnable does) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text);
        button.setName(name);
        button.addActionListener(e -> does.run());
        button.setVisible(false);
        buttons.add(button);
        return button;
    }

    /** Adds the button that ends the reading. */
    protected final JButton cancelButton(String name, Runnable does) {
        return button(name, Bundle.CTL_Cancel(), does);
    }

    /** Adds the button that reads on what is appended. */
    protected final JButton followButton(Runnable does) {
        return button("followIt", Bundle.CTL_FollowIt(), does);
    }

    /** Adds the button that ends that. */
    protected final JButton stopButton(Runnable does) {
        return button("stopFollowing", Bundle.CTL_StopFollowing(), does);
    }

    /** Says how far it is; a total of 0 is one that is not known. */
    protected final void showProgress(String text, long done, long total, JButton... available) {
        show(false, null, text, available);
        bar.setIndeterminate(total <= 0);
        bar.setValue(total <= 0 ? 0 : (int) (done * (double) UNITS / total));
        bar.setVisible(true);
    }

    /** Says that it is followed, of so much, whose last part came some time ago. */
    protected final void showFollowing(String all, Duration quiet, JButton... available) {
        long seconds = quiet.toSeconds();
        String ago = seconds < 60 ? Formats.count(seconds, "second", "seconds") : Formats.duration(quiet);
        showWords(seconds == 0 ? Bundle.LBL_FollowingNow(all) : Bundle.LBL_Following(all, ago), available);
    }

    /** Says that more of the file may come. */
    protected final void showWriting(JButton... available) {
        showNotice(Mark.INSUFFICIENT, Bundle.LBL_Writing(), available);
    }

    /** Says something that needs no attention. */
    protected final void showWords(String text, JButton... available) {
        show(false, null, text, available);
    }

    /** Says something that needs attention. */
    protected final void showNotice(Mark mark, String text, JButton... available) {
        show(true, mark, text, available);
    }

    private void show(boolean isNotice, @Nullable Mark mark, String text, JButton... available) {
        notice = isNotice;
        words.setText(text);
        words.setIcon(mark == null ? null : mark.icon());
        bar.setVisible(false);
        List<JButton> shown = List.of(available);
        for (int i = 0; i < buttons.getComponentCount(); i++) {
            buttons.getComponent(i).setVisible(shown.contains(buttons.getComponent(i)));
        }
        colours();
        setVisible(true);
    }

    private void colours() {
        words.setForeground(notice ? Palette.text(Tone.UNDECIDABLE) : Palette.foreground());
        setBackground(notice ? Palette.tinge(Tone.UNDECIDABLE) : Palette.background());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (words != null) {
            colours();
        }
    }
}
