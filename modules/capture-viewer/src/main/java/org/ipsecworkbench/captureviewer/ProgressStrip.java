package org.ipsecworkbench.captureviewer;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.time.Duration;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/**
 * How far the reading is, with the button that ends it; after that, what is missing, or that more may come, with the button
 * that goes on. Else invisible.
 */
@Messages({
    "CTL_Cancel=Cance&l",
    "CTL_StopFollowing=Stop Fo&llowing",
    "CTL_FollowIt=Fo&llow It",
    "LBL_Opening=Opening…",
    "# {0} - bytes read",
    "# {1} - bytes in all",
    "LBL_Unpacking=Unpacking… {0} of {1}",
    "# {0} - packets",
    "# {1} - bytes read",
    "# {2} - bytes in all",
    "LBL_Reading=Reading… {0} packets, {1} of {2}. What you see is the part read so far.",
    "# {0} - share",
    "# {1} - packets",
    "LBL_Cancelled=Reading was cancelled at {0}. Everything here is about the first {1} packets only.",
    "# {0} - packets",
    "LBL_FollowingNow=Following: {0}, the last just now",
    "# {0} - packets",
    "# {1} - how long",
    "LBL_Following=Following: {0}, the last {1} ago",
    "LBL_FollowingNone=Following: no packet yet",
    "LBL_Writing=The file seems to be still being written. What you see is what it held when it was read.",
    "ACN_Progress=Progress of reading the capture"
})
final class ProgressStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int UNITS = 1000;

    private final JLabel words = new JLabel();
    private final JProgressBar bar = new JProgressBar(0, UNITS);
    private final JButton cancel;
    private final JButton follow;
    private final JButton stop;
    private boolean notice;

    ProgressStrip(Runnable onCancel, Runnable onFollow, Runnable onStop) {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        buttons.setOpaque(false);
        cancel = button(buttons, "cancel", Bundle.CTL_Cancel(), onCancel);
        follow = button(buttons, "followIt", Bundle.CTL_FollowIt(), onFollow);
        stop = button(buttons, "stopFollowing", Bundle.CTL_StopFollowing(), onStop);
        bar.getAccessibleContext().setAccessibleName(Bundle.ACN_Progress());
        words.setName("progress");
        words.setIconTextGap(8);
        add(words, BorderLayout.WEST);
        add(bar, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
        words.setText(Bundle.LBL_Opening());
        bar.setIndeterminate(true);
        follow.setVisible(false);
        stop.setVisible(false);
    }

    private static JButton button(JPanel into, String name, String text, Runnable does) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text);
        button.setName(name);
        button.addActionListener(e -> does.run());
        into.add(button);
        return button;
    }

    void show(Snapshot snapshot) {
        long total = snapshot.total();
        long packets = snapshot.coverage() == null ? 0 : snapshot.coverage().packets();
        Snapshot.State state = snapshot.state();
        boolean following = state == Snapshot.State.FOLLOWING;
        boolean reading = state.running() && !following;
        boolean writing = snapshot.growth().writing();
        boolean partial = state == Snapshot.State.CANCELLED && packets > 0;
        bar.setIndeterminate(reading && total <= 0);
        bar.setValue(total <= 0 ? 0 : (int) (snapshot.done() * (double) UNITS / total));
        bar.setVisible(reading);
        cancel.setVisible(reading);
        follow.setVisible(writing);
        stop.setVisible(following);
        setVisible(reading || following || partial || writing);
        words.setIcon(partial ? Mark.INCONCLUSIVE.icon() : writing ? Mark.INSUFFICIENT.icon() : null);
        notice = partial || writing;
        colours();
        words.setText(
                writing
                        ? Bundle.LBL_Writing()
                        : switch (state) {
                            case OPENING ->
                                total <= 0
                                        ? Bundle.LBL_Opening()
                                        : Bundle.LBL_Unpacking(Formats.bytes(snapshot.done()), Formats.bytes(total));
                            case READING ->
                                Bundle.LBL_Reading(
                                        Formats.count(snapshot.packets()),
                                        Formats.bytes(snapshot.done()),
                                        Formats.bytes(total));
                            case FOLLOWING ->
                                following(snapshot.packets(), snapshot.growth().quiet());
                            case CANCELLED ->
                                Bundle.LBL_Cancelled(
                                        Formats.share(total <= 0 ? 0 : snapshot.done() / (double) total),
                                        Formats.count(packets));
                            case COMPLETE, FAILED -> "";
                        });
    }

    private static String following(long packets, Duration quiet) {
        if (packets == 0) {
            return Bundle.LBL_FollowingNone();
        }
        String all = Formats.count(packets, "packet", "packets");
        long seconds = quiet.toSeconds();
        if (seconds == 0) {
            return Bundle.LBL_FollowingNow(all);
        }
        return Bundle.LBL_Following(
                all, seconds < 60 ? Formats.count(seconds, "second", "seconds") : Formats.duration(quiet));
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
