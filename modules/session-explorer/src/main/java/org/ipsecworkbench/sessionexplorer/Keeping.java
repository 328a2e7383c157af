package org.ipsecworkbench.sessionexplorer;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.workbench.Keepable;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Puts what was collected into a session: a new one where none is open, or the one that is chosen. On the event dispatch thread. */
@Messages({"TIT_Keep=Keep in Session", "CTL_KeepIn=&Session", "# {0} - what", "LBL_Keeping=Keeping {0}"})
final class Keeping {
    private Keeping() {}

    static void keep(Keepable collected) {
        List<SessionTarget> targets = SessionTarget.all();
        SessionTarget chosen = targets.size() == 1 ? targets.get(0) : ask(targets);
        if (chosen != null) {
            chosen.show(collected.title())
                    .whenOpen(session -> session.work(
                            Bundle.LBL_Keeping(collected.title()),
                            (workspace, monitor) -> collected.keepIn(workspace)));
        }
    }

    private static @Nullable SessionTarget ask(List<SessionTarget> offered) {
        JComboBox<SessionTarget> targets = new JComboBox<>();
        targets.setName("sessions");
        offered.forEach(targets::addItem);
        targets.setSelectedIndex(1);
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.CTL_KeepIn());
        label.setLabelFor(targets);
        JPanel panel = new JPanel(new BorderLayout(10, 0));
        panel.setBorder(BorderFactory.createEmptyBorder(14, 14, 8, 14));
        panel.add(label, BorderLayout.WEST);
        panel.add(targets, BorderLayout.CENTER);
        DialogDescriptor dialog = new DialogDescriptor(panel, Bundle.TIT_Keep());
        boolean isWanted =
                NotifyDescriptor.OK_OPTION.equals(DialogDisplayer.getDefault().notify(dialog));
        return isWanted ? (SessionTarget) targets.getSelectedItem() : null;
    }
}
