package org.ipsecworkbench.captureviewer.live;

import java.awt.Dialog;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.live.LiveCapture;
import org.ipsecworkbench.capture.live.LiveCaptureException;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.ipsecworkbench.capture.live.LiveObstacle;
import org.ipsecworkbench.capture.live.LiveOptions;
import org.ipsecworkbench.workbench.RecentFiles;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.NbPreferences;
import org.openide.util.RequestProcessor;

/** The dialog that starts a capture. It stays until one has started, and says what is in the way of that. */
@Messages({"TIT_Live=Start Live Capture", "CTL_Start=S&tart", "CTL_CancelLive=Cancel"})
public final class LiveDialog {
    private static final RequestProcessor WORKER = new RequestProcessor("Live capture", 2);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final Preferences PREFERENCES = NbPreferences.forModule(LiveDialog.class);
    private static final String FOLDER = "liveFolder";
    private static final String INTERFACE = "liveInterface";

    private final Consumer<LiveCapture> shown;
    private final JButton start = new JButton();
    private final JButton cancel = new JButton(Bundle.CTL_CancelLive());
    private final LivePanel panel = new LivePanel(this::changed, proposal());
    private final Traffic traffic =
            new Traffic(() -> panel.model().interfaces(), rates -> panel.model().traffic(rates));
    private final Dialog dialog;
    private boolean starting;

    /**
     * Made anew for each capture.
     *
     * @param shown gets the capture that was started
     */
    public LiveDialog(Consumer<LiveCapture> shown) {
        this.shown = shown;
        Mnemonics.setLocalizedText(start, Bundle.CTL_Start());
        start.setName("startCapture");
        start.setEnabled(false);
        start.addActionListener(e -> begin());
        DialogDescriptor descriptor = new DialogDescriptor(panel, Bundle.TIT_Live());
        descriptor.setOptions(new Object[] {start, cancel});
        descriptor.setClosingOptions(new Object[] {cancel});
        descriptor.setValue(start);
        dialog = DialogDisplayer.getDefault().createDialog(descriptor);
    }

    /** Shows it until a capture was started or the user gave up. */
    public void show() {
        WORKER.post(this::look);
        traffic.start();
        dialog.setVisible(true);
        traffic.stop();
        dialog.dispose();
    }

    private void look() {
        try {
            List<LiveInterface> found = LiveInterface.list();
            SwingUtilities.invokeLater(() -> panel.show(found, PREFERENCES.get(INTERFACE, "")));
        } catch (LiveCaptureException e) {
            SwingUtilities.invokeLater(() -> panel.show(e.obstacle()));
        }
    }

    private void changed() {
        start.setEnabled(!starting && panel.isReady());
    }

    private void begin() {
        LiveOptions options = panel.options();
        Path file = panel.file();
        if (file == null) {
            return;
        }
        starting = true;
        changed();
        WORKER.post(() -> start(options, file));
    }

    private void start(LiveOptions options, Path file) {
        // The files of a ring have names that were never there before.
        if (!options.ring().isOn() && !SaveAs.mayWrite(file)) {
            SwingUtilities.invokeLater(() -> failed(null));
            return;
        }
        try {
            LiveCapture live = LiveCapture.start(options, file);
            if (!options.ring().isOn()) {
                RecentFiles.add(file);
            }
            SwingUtilities.invokeLater(() -> started(live, file));
        } catch (LiveCaptureException e) {
            SwingUtilities.invokeLater(() -> failed(e.obstacle()));
        }
    }

    private void failed(@Nullable LiveObstacle obstacle) {
        starting = false;
        panel.show(obstacle);
    }

    private void started(LiveCapture live, Path file) {
        PREFERENCES.put(INTERFACE, live.options().interfaceName());
        Path folder = file.getParent();
        if (folder != null) {
            PREFERENCES.put(FOLDER, folder.toString());
        }
        dialog.setVisible(false);
        shown.accept(live);
    }

    private static Path proposal() {
        String name = "ipsecwb-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".pcapng";
        return Path.of(PREFERENCES.get(FOLDER, System.getProperty("user.home", "")), name);
    }
}
