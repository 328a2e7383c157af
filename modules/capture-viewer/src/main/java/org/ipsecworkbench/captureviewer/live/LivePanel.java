package org.ipsecworkbench.captureviewer.live;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.ipsecworkbench.capture.live.LiveObstacle;
import org.ipsecworkbench.capture.live.LiveOptions;
import org.ipsecworkbench.capture.live.LiveOptions.Ring;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;

/** What is asked before a capture: where, what of it, and into which file. */
@Messages({
    "LBL_Interfaces=&Interface:",
    "LBL_LookingForInterfaces=Looking for the interfaces of this machine…",
    "LBL_CaptureFilter=Capture &filter:",
    "CTL_Promiscuous=&Promiscuous: also what is not meant for this machine",
    "CTL_Cut=Keep only the first bytes of each packet:",
    "CTL_Ring=A &new file after so many megabytes:",
    "LBL_Keep=newest files that are kept:",
    "LBL_SaveIn=&Save in:",
    "CTL_Browse=&Browse…",
    "TIT_SaveIn=Save the Capture In",
    "ACN_SnapLength=Bytes that are kept of each packet",
    "ACN_RingSize=Megabytes per file",
    "ACN_RingFiles=Files that are kept"
})
final class LivePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MEGABYTE = 1_000_000;
    private static final int GAP = 8;

    private final transient Runnable changed;
    private final InterfaceTableModel model = new InterfaceTableModel();
    private final InterfaceTable interfaces = new InterfaceTable(model);
    private final ObstacleView obstacle = new ObstacleView();
    private final JLabel looking = new JLabel(Bundle.LBL_LookingForInterfaces());
    private final FilterField filter;
    private final JCheckBox promiscuous = checkBox(Bundle.CTL_Promiscuous(), "promiscuous");
    private final JCheckBox cut = checkBox(Bundle.CTL_Cut(), "cut");
    private final JSpinner snapLength = spinner(128, 1, LiveOptions.MAX_SNAP_LENGTH, Bundle.ACN_SnapLength());
    private final JCheckBox ring = checkBox(Bundle.CTL_Ring(), "ring");
    private final JSpinner ringSize = spinner(100, 1, 1_000_000, Bundle.ACN_RingSize());
    private final JSpinner ringFiles = spinner(10, 1, 100_000, Bundle.ACN_RingFiles());
    private final JTextField file = new JTextField();
    private int row;

    /** Tells whenever {@link #isReady} may have changed. */
    LivePanel(Runnable changed, Path proposed) {
        super(new GridBagLayout());
        this.changed = changed;
        setBorder(BorderFactory.createEmptyBorder(12, 12, 4, 12));
        filter = new FilterField(changed);
        promiscuous.setSelected(true);
        file.setName("saveIn");
        file.setText(proposed.toString());
        file.setCaretPosition(file.getText().length());
        interfaces.getSelectionModel().addListSelectionListener(e -> chosen());
        JScrollPane scroll = new JScrollPane(interfaces);
        scroll.setPreferredSize(new Dimension(860, 11 * interfaces.getRowHeight()));
        looking.setName("looking");
        full(label(Bundle.LBL_Interfaces(), interfaces), 0);
        full(scroll, 1);
        full(looking, 0);
        full(obstacle, 0);
        pair(Bundle.LBL_CaptureFilter(), filter.field(), filter);
        pair("", null, promiscuous);
        pair("", null, line(cut, snapLength));
        pair("", null, line(ring, ringSize, new JLabel(Bundle.LBL_Keep()), ringFiles));
        JButton browse = new JButton();
        Mnemonics.setLocalizedText(browse, Bundle.CTL_Browse());
        browse.addActionListener(e -> browse());
        JPanel save = new JPanel(new BorderLayout(GAP, 0));
        save.add(file, BorderLayout.CENTER);
        save.add(browse, BorderLayout.EAST);
        pair(Bundle.LBL_SaveIn(), file, save);
        cut.addActionListener(e -> enableOptions());
        ring.addActionListener(e -> enableOptions());
        enableOptions();
    }

    InterfaceTableModel model() {
        return model;
    }

    void show(List<LiveInterface> found, String preferred) {
        looking.setVisible(false);
        interfaces.show(found, preferred);
        interfaces.requestFocusInWindow();
        chosen();
    }

    void show(@Nullable LiveObstacle inTheWay) {
        looking.setVisible(false);
        obstacle.show(inTheWay);
        revalidate();
        changed.run();
    }

    /** Whether a capture can be started. */
    boolean isReady() {
        LiveInterface chosen = interfaces.chosen();
        return chosen != null && chosen.obstacle() == null && filter.isSound() && file() != null;
    }

    /** What was chosen; asked only where {@link #isReady}. */
    LiveOptions options() {
        LiveInterface chosen = interfaces.chosen();
        if (chosen == null) {
            throw new IllegalStateException("no interface is chosen");
        }
        LiveOptions options =
                LiveOptions.of(chosen.name()).withFilter(filter.text()).withPromiscuous(promiscuous.isSelected());
        if (cut.isSelected()) {
            options = options.withSnapLength((Integer) snapLength.getValue());
        }
        return ring.isSelected()
                ? options.withRing(
                        new Ring((Integer) ringFiles.getValue(), (long) (Integer) ringSize.getValue() * MEGABYTE))
                : options;
    }

    /** Where to save; null where nothing sensible was typed. */
    @Nullable
    Path file() {
        try {
            Path path = Path.of(file.getText().strip());
            return file.getText().isBlank() || path.getFileName() == null ? null : path.toAbsolutePath();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private void chosen() {
        LiveInterface chosen = interfaces.chosen();
        if (chosen != null) {
            filter.linkType(chosen.linkType());
            show(chosen.obstacle());
        }
    }

    private void enableOptions() {
        snapLength.setEnabled(cut.isSelected());
        ringSize.setEnabled(ring.isSelected());
        ringFiles.setEnabled(ring.isSelected());
    }

    private void browse() {
        File chosen = new FileChooserBuilder(LivePanel.class)
                .setTitle(Bundle.TIT_SaveIn())
                .setFilesOnly(true)
                .showSaveDialog();
        if (chosen != null) {
            String path = chosen.getPath();
            file.setText(path.contains(".") ? path : path + ".pcapng");
        }
    }

    private static JCheckBox checkBox(String words, String name) {
        JCheckBox box = new JCheckBox();
        Mnemonics.setLocalizedText(box, words);
        box.setName(name);
        return box;
    }

    private static JSpinner spinner(int value, int least, int most, String accessibleName) {
        JSpinner spinner = new JSpinner(new SpinnerNumberModel(value, least, most, 1));
        spinner.getAccessibleContext().setAccessibleName(accessibleName);
        return spinner;
    }

    private static JLabel label(String words, Component of) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, words);
        label.setLabelFor(of);
        return label;
    }

    private static JPanel line(JComponent... parts) {
        JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        for (JComponent part : parts) {
            line.add(part);
            line.add(Box.createHorizontalStrut(GAP));
        }
        return line;
    }

    private void full(JComponent part, double weight) {
        add(part, at(0, 2, weight));
        row++;
    }

    private void pair(String words, @Nullable Component field, JComponent part) {
        GridBagConstraints left = at(0, 1, 0);
        left.weightx = 0;
        left.anchor = GridBagConstraints.FIRST_LINE_START;
        left.insets = new Insets(7, 0, 4, GAP);
        left.fill = GridBagConstraints.NONE;
        if (field != null) {
            add(label(words, field), left);
        }
        add(part, at(1, 1, 0));
        row++;
    }

    private GridBagConstraints at(int column, int width, double weight) {
        return new GridBagConstraints(
                column,
                row,
                width,
                1,
                1,
                weight,
                GridBagConstraints.FIRST_LINE_START,
                weight > 0 ? GridBagConstraints.BOTH : GridBagConstraints.HORIZONTAL,
                new Insets(3, 0, 3, 0),
                0,
                0);
    }
}
