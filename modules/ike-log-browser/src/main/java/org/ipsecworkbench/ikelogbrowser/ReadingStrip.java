package org.ipsecworkbench.ikelogbrowser;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/**
 * How far the reading is, with the button that ends it; after that, that only a part was read, that a log is followed, or
 * that a file has changed, with the button that goes on. Else invisible.
 */
@Messages({
    "CTL_Cancel=Cance&l",
    "CTL_StopFollowing=Stop Fo&llowing",
    "CTL_FollowIt=Fo&llow It",
    "CTL_ReadAgain=&Read Again",
    "LBL_Scanning=Looking for messages of IKE…",
    "# {0} - file",
    "LBL_ReadingOf=Reading {0}…",
    "# {0} - packets",
    "LBL_Partial=Reading was cancelled. Everything here is about the first {0} packets only.",
    "# {0} - file",
    "LBL_PartialOf=Reading was cancelled. Everything here is about the beginning of {0} only.",
    "# {0} - lines",
    "LBL_FollowingNow=Following: {0}, the last just now",
    "# {0} - lines",
    "# {1} - how long",
    "LBL_Following=Following: {0}, the last {1} ago",
    "LBL_Writing=The file seems to be still being written. What you see is what it held when it was read.",
    "# {0} - files",
    "LBL_Grown={0} has changed since it was read. What you see is what it held then.",
    "ACN_Progress=Progress of reading the negotiations"
})
final class ReadingStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int UNITS = 1000;

    private final JLabel words = new JLabel(Bundle.LBL_Scanning());
    private final JProgressBar bar = new JProgressBar(0, UNITS);
    private final JButton cancel;
    private final JButton follow;
    private final JButton stop;
    private final JButton again;
    private boolean notice;

    /** What the buttons do. */
    interface Actions {
        /** Ends the reading. */
        void cancel();

        /** Follows logs, or no longer. */
        void follow(boolean on);

        /** Reads what was changed. */
        void readAgain();
    }

    ReadingStrip(Actions actions) {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        buttons.setOpaque(false);
        cancel = button(buttons, "cancelReading", Bundle.CTL_Cancel(), actions::cancel);
        follow = button(buttons, "followIt", Bundle.CTL_FollowIt(), () -> actions.follow(true));
        stop = button(buttons, "stopFollowing", Bundle.CTL_StopFollowing(), () -> actions.follow(false));
        again = button(buttons, "readAgain", Bundle.CTL_ReadAgain(), actions::readAgain);
        bar.setIndeterminate(true);
        bar.getAccessibleContext().setAccessibleName(Bundle.ACN_Progress());
        words.setName("reading");
        words.setIconTextGap(8);
        add(words, BorderLayout.WEST);
        add(bar, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
        state(false, null, Bundle.LBL_Scanning());
        cancel.setVisible(true);
        bar.setVisible(true);
    }

    private static JButton button(JPanel into, String name, String text, Runnable does) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text);
        button.setName(name);
        button.addActionListener(e -> does.run());
        into.add(button);
        return button;
    }

    /** Shows what needs the most attention of some files. */
    void show(List<Sources.File> files) {
        Sources.File running = first(files, file -> file.reading() instanceof Reading.Running);
        Sources.File partial = first(files, file -> file.reading() instanceof Reading.Ended last && last.cancelled());
        Sources.File following = first(files, file -> file.reading() instanceof Reading.Following);
        List<Sources.File> grown = files.stream().filter(Sources.File::isGrown).toList();
        if (running != null && running.reading() instanceof Reading.Running now) {
            state(false, null, now.scanning() ? Bundle.LBL_Scanning() : Bundle.LBL_ReadingOf(running.name));
            bar.setIndeterminate(now.total() <= 0);
            bar.setValue(now.total() <= 0 ? 0 : (int) (now.done() * (double) UNITS / now.total()));
            bar.setVisible(true);
            cancel.setVisible(true);
        } else if (!grown.isEmpty()) {
            boolean areLogs = grown.stream().allMatch(Sources.File::isOakley);
            String names = grown.stream().map(file -> file.name).collect(Collectors.joining(", "));
            state(true, Mark.INSUFFICIENT, areLogs ? Bundle.LBL_Writing() : Bundle.LBL_Grown(names));
            follow.setVisible(areLogs);
            again.setVisible(!areLogs);
        } else if (partial != null && partial.reading() instanceof Reading.Ended last) {
            long packets = last.said().contents().packets();
            state(
                    true,
                    Mark.INCONCLUSIVE,
                    packets > 0 ? Bundle.LBL_Partial(Formats.count(packets)) : Bundle.LBL_PartialOf(partial.name));
        } else if (following != null && following.reading() instanceof Reading.Following now) {
            state(false, null, following(now));
            stop.setVisible(true);
        } else {
            setVisible(false);
        }
    }

    private static Sources.@Nullable File first(List<Sources.File> files, Predicate<Sources.File> which) {
        return files.stream().filter(which).findFirst().orElse(null);
    }

    private static String following(Reading.Following now) {
        String all = Formats.count(now.lines(), "line", "lines");
        Duration quiet = now.quiet();
        long seconds = quiet.toSeconds();
        if (seconds == 0) {
            return Bundle.LBL_FollowingNow(all);
        }
        return Bundle.LBL_Following(
                all, seconds < 60 ? Formats.count(seconds, "second", "seconds") : Formats.duration(quiet));
    }

    /** Without bar and buttons, which are shown by who needs them. */
    private void state(boolean isNotice, @Nullable Mark mark, String text) {
        notice = isNotice;
        words.setText(text);
        words.setIcon(mark == null ? null : mark.icon());
        for (JButton button : List.of(cancel, follow, stop, again)) {
            button.setVisible(false);
        }
        bar.setVisible(false);
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
