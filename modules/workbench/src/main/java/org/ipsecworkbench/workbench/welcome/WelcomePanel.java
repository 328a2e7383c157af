package org.ipsecworkbench.workbench.welcome;

import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.ipsecworkbench.workbench.FileOpening;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.open.OpenCaptureAction;
import org.openide.awt.Actions;
import org.openide.awt.Mnemonics;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle.Messages;

/** What the welcome page shows. */
@Messages({
    "LBL_Product=IPsec Workbench",
    "LBL_Question=Is the traffic between these hosts really protected, and if not, where does it break?",
    "LBL_Start=Start",
    "CTL_OpenACapture=&Open a file…",
    "CTL_OpenSample=Open the &sample capture",
    "HINT_OpenACapture=A capture, an Oakley.log or Windows events (Ctrl+O). Or drop files anywhere on this window.",
    "HINT_OpenSample=Three hosts of an office; one of the three connections is protected.",
    "CTL_StartLab=Try it on simulated &hosts…",
    "HINT_StartLab=Two Windows hosts whose IPsec is broken in a way that you choose. Select both, then Diagnose.",
    "CTL_AddHost=&Add a host of yours…",
    "HINT_AddHost=Reached by WinRM; its policy, services, events and certificates are only read.",
    "LBL_Recent=Recent",
    "LBL_NothingRecent=Captures that you open are listed here.",
    "LBL_Verdicts=What the verdicts say",
    "LBL_Encrypted=Encrypted",
    "LBL_EncryptedMeans=Everything that counts is in ESP, and nothing in it can be read.",
    "LBL_Integrity=Integrity only",
    "LBL_IntegrityMeans=Protected against change, but readable on the wire: ESP-NULL or AH.",
    "LBL_Mixed=Partly in clear",
    "LBL_MixedMeans=Some packets are protected and some are not.",
    "LBL_Clear=In clear",
    "LBL_ClearMeans=Next to nothing is protected.",
    "LBL_Unsure=Cannot be told",
    "LBL_UnsureMeans=The capture does not hold the evidence. It is never called fine for that.",
    "CTL_ShowAtStart=Show this page at &start"
})
final class WelcomePanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final JPanel start = column();
    private final JPanel recent = column();
    private final JButton open = new JButton();

    WelcomePanel() {
        super(new GridBagLayout());
        JPanel page = new JPanel(new GridBagLayout());
        page.setOpaque(false);
        page.setBorder(BorderFactory.createEmptyBorder(32, 32, 24, 32));
        GridBagConstraints at = new GridBagConstraints();
        at.gridwidth = 2;
        at.fill = GridBagConstraints.HORIZONTAL;
        at.weightx = 1;
        page.add(header(), at);
        at.gridwidth = 1;
        at.gridy = 1;
        at.anchor = GridBagConstraints.NORTHWEST;
        at.fill = GridBagConstraints.BOTH;
        at.insets = new Insets(34, 0, 0, 48);
        page.add(start, at);
        at.gridx = 1;
        at.insets = new Insets(34, 0, 0, 0);
        page.add(recent, at);
        at.gridx = 0;
        at.gridy = 2;
        at.gridwidth = 2;
        page.add(verdicts(), at);
        at.gridy = 3;
        page.add(showAtStart(), at);

        at = new GridBagConstraints();
        at.anchor = GridBagConstraints.NORTH;
        at.weighty = 1;
        at.weightx = 1;
        add(page, at);
        Mnemonics.setLocalizedText(open, Bundle.CTL_OpenACapture());
        open.setIcon(ImageUtilities.loadImageIcon(OpenCaptureAction.ICON, false));
        open.addActionListener(new OpenCaptureAction());
        open.setName("open");
        show(List.of(), List.of());
    }

    boolean focusFirst() {
        return open.requestFocusInWindow();
    }

    /** Shows the samples and the recent files. */
    void show(List<Path> samples, List<Path> files) {
        start.removeAll();
        heading(start, Bundle.LBL_Start());
        action(start, open, Bundle.HINT_OpenACapture());
        if (!samples.isEmpty()) {
            JButton sample = new JButton();
            sample.setName("sample");
            Mnemonics.setLocalizedText(sample, Bundle.CTL_OpenSample());
            sample.setIcon(Mark.MIXED.icon());
            sample.addActionListener((ActionEvent e) -> FileOpening.open(samples.subList(0, 1)));
            action(start, sample, Bundle.HINT_OpenSample());
        }
        action("startLab", Bundle.CTL_StartLab(), Bundle.HINT_StartLab(), "StartLabAction");
        action("addHost", Bundle.CTL_AddHost(), Bundle.HINT_AddHost(), "AddHostAction");
        recent.removeAll();
        heading(recent, Bundle.LBL_Recent());
        if (files.isEmpty()) {
            recent.add(new Hint(Bundle.LBL_NothingRecent()));
        }
        for (Path file : files.subList(0, Math.min(files.size(), 7))) {
            recent.add(new RecentLink(file));
        }
        revalidate();
        repaint();
    }

    /** A button for an action of the menu of hosts. */
    private void action(String name, String words, String hint, String id) {
        JButton button = new JButton();
        button.setName(name);
        Mnemonics.setLocalizedText(button, words);
        button.setIcon(ImageUtilities.loadImageIcon("org/ipsecworkbench/workbench/icons/hosts.svg", false));
        button.addActionListener(e -> Actions.forID("Hosts", "org.ipsecworkbench.workbench.hosts." + id)
                .actionPerformed(e));
        action(start, button, hint);
    }

    private static JComponent header() {
        JPanel header = new JPanel(new GridBagLayout());
        header.setOpaque(false);
        GridBagConstraints at = new GridBagConstraints();
        at.gridheight = 2;
        at.insets = new Insets(0, 0, 0, 18);
        header.add(new JLabel(ProductIcon.of(64)), at);
        at.gridheight = 1;
        at.gridx = 1;
        at.weightx = 1;
        at.anchor = GridBagConstraints.WEST;
        at.insets = new Insets(0, 0, 2, 0);
        header.add(new Heading(Bundle.LBL_Product(), 2f), at);
        at.gridy = 1;
        header.add(new Hint(Bundle.LBL_Question()), at);
        return header;
    }

    private static JComponent verdicts() {
        JPanel grid = new JPanel(new GridBagLayout());
        grid.setOpaque(false);
        GridBagConstraints at = new GridBagConstraints();
        at.anchor = GridBagConstraints.WEST;
        at.gridwidth = 2;
        at.insets = new Insets(0, 0, 8, 0);
        grid.add(new Heading(Bundle.LBL_Verdicts(), 1.2f), at);
        at.gridwidth = 1;
        at.insets = new Insets(3, 0, 3, 18);
        row(grid, at, Mark.ENCRYPTED, Bundle.LBL_Encrypted(), Bundle.LBL_EncryptedMeans());
        row(grid, at, Mark.INTEGRITY_ONLY, Bundle.LBL_Integrity(), Bundle.LBL_IntegrityMeans());
        row(grid, at, Mark.MIXED, Bundle.LBL_Mixed(), Bundle.LBL_MixedMeans());
        row(grid, at, Mark.CLEAR, Bundle.LBL_Clear(), Bundle.LBL_ClearMeans());
        row(grid, at, Mark.INCONCLUSIVE, Bundle.LBL_Unsure(), Bundle.LBL_UnsureMeans());
        return grid;
    }

    private static void row(JPanel grid, GridBagConstraints at, Mark mark, String words, String meaning) {
        at.gridy = Math.max(at.gridy, 0) + 1;
        at.gridx = 0;
        at.weightx = 0;
        grid.add(new Heading(words, 1f, mark.icon()), at);
        at.gridx = 1;
        at.weightx = 1;
        grid.add(new Hint(meaning), at);
    }

    private static JComponent showAtStart() {
        JCheckBox box = new JCheckBox();
        Mnemonics.setLocalizedText(box, Bundle.CTL_ShowAtStart());
        box.setOpaque(false);
        box.setSelected(ShowAtStart.wanted());
        box.addActionListener(e -> ShowAtStart.want(box.isSelected()));
        return box;
    }

    private static JPanel column() {
        JPanel column = new JPanel();
        column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
        column.setOpaque(false);
        column.setMinimumSize(new Dimension(340, 0));
        return column;
    }

    private static void heading(JPanel column, String words) {
        column.add(new Heading(words, 1.2f));
        column.add(Box.createVerticalStrut(10));
    }

    private static void action(JPanel column, AbstractButton button, String hint) {
        button.setHorizontalAlignment(SwingConstants.LEADING);
        button.setIconTextGap(10);
        button.setMargin(new Insets(8, 14, 8, 14));
        button.setAlignmentX(LEFT_ALIGNMENT);
        button.setMaximumSize(new Dimension(300, button.getPreferredSize().height));
        button.setPreferredSize(new Dimension(300, button.getPreferredSize().height));
        button.getAccessibleContext().setAccessibleDescription(hint);
        column.add(button);
        column.add(Box.createVerticalStrut(5));
        column.add(new Hint(hint, 280));
        column.add(Box.createVerticalStrut(16));
    }
}
