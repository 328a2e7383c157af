package org.ipsecworkbench.captureviewer.live;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import org.ipsecworkbench.capture.live.LiveCapture;
import org.ipsecworkbench.capture.live.LiveCaptureException;
import org.ipsecworkbench.capture.live.LiveStatistics;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.openide.awt.Mnemonics;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle.Messages;

/** What a capture has taken and lost so far, with the button that stops it, and then the one that saves it elsewhere. */
@Messages({
    "# {0} - interface",
    "# {1} - packets",
    "# {2} - time",
    "# {3} - lost",
    "LBL_Capturing=Capturing on {0}: {1} in {2}. {3}",
    "# {0} - interface",
    "# {1} - packets",
    "# {2} - time",
    "# {3} - lost",
    "# {4} - file",
    "LBL_Captured=Captured on {0}: {1} in {2}. {3} Saved as {4}.",
    "LBL_NothingLost=None was lost.",
    "# {0} - packets",
    "LBL_Lost={0} were LOST before they could be read, so what you see is not all.",
    "CTL_Stop=S&top",
    "CTL_SaveAs=Save &As…"
})
public final class LiveStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int TICK_MILLIS = 250;

    private final transient LiveCapture live;
    private final transient Consumer<LiveCapture> turned;
    private final Path file;
    private final JLabel words = new JLabel();
    private final JLabel failure = new JLabel();
    private final JButton stop = new JButton();
    private final JButton save = new JButton();
    private final Timer ticker = new Timer(TICK_MILLIS, e -> tick());

    /**
     * Begins to look, some times a second.
     *
     * @param file the one that the window shows
     * @param turned is told that the capture goes on in another file of its ring; this strip then looks no more
     */
    public LiveStrip(LiveCapture live, Path file, Consumer<LiveCapture> turned) {
        super(new BorderLayout(12, 3));
        this.live = live;
        this.file = file;
        this.turned = turned;
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        Mnemonics.setLocalizedText(stop, Bundle.CTL_Stop());
        stop.setName("stopCapture");
        stop.addActionListener(e -> {
            stop.setEnabled(false);
            live.stop();
        });
        Mnemonics.setLocalizedText(save, Bundle.CTL_SaveAs());
        save.setName("saveCapture");
        save.addActionListener(e -> SaveAs.ask(file));
        save.setVisible(false);
        words.setName("liveWords");
        words.setIconTextGap(8);
        // The words give way to the buttons where the window is narrow.
        words.setMinimumSize(new Dimension(0, 0));
        failure.setName("liveFailure");
        failure.setIcon(Mark.INCONCLUSIVE.icon());
        failure.setIconTextGap(8);
        failure.setMinimumSize(new Dimension(0, 0));
        failure.setVisible(false);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
        buttons.setOpaque(false);
        buttons.add(stop);
        buttons.add(save);
        add(words, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
        add(failure, BorderLayout.SOUTH);
        update(true);
        ticker.start();
    }

    /** Whether packets still come. */
    public boolean isRunning() {
        return ticker.isRunning();
    }

    /** Stops the capture. */
    public void stop() {
        ticker.stop();
        live.stop();
    }

    private void tick() {
        boolean running = live.isRunning();
        List<Path> files = live.files();
        if (!files.get(files.size() - 1).equals(file)) {
            ticker.stop();
            turned.accept(live);
            return;
        }
        update(running);
        if (!running) {
            ticker.stop();
        }
    }

    private void update(boolean running) {
        LiveStatistics now = live.statistics();
        String name = live.options().interfaceName();
        String packets = Formats.count(now.packets(), "packet", "packets");
        String time = Formats.duration(now.elapsed());
        boolean losing = now.lost() > 0;
        String lost =
                losing ? Bundle.LBL_Lost(Formats.count(now.lost(), "packet", "packets")) : Bundle.LBL_NothingLost();
        words.setText(
                running
                        ? Bundle.LBL_Capturing(name, packets, time, lost)
                        : Bundle.LBL_Captured(name, packets, time, lost, file));
        words.setToolTipText(words.getText());
        words.setIcon(
                losing
                        ? Mark.INCONCLUSIVE.icon()
                        : ImageUtilities.loadImageIcon("org/ipsecworkbench/captureviewer/icons/live.svg", false));
        words.setForeground(losing ? Palette.text(Tone.UNDECIDABLE) : Palette.foreground());
        setBackground(losing ? Palette.tinge(Tone.UNDECIDABLE) : Palette.background());
        stop.setVisible(running);
        save.setVisible(!running);
        LiveCaptureException failed = live.failure();
        failure.setVisible(failed != null);
        if (failed != null) {
            failure.setText(failed.obstacle().what());
            failure.setToolTipText(failure.getText());
            failure.setForeground(Palette.text(Tone.UNDECIDABLE));
        }
    }
}
