package org.ipsecworkbench.sessionexplorer;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
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
@Messages({
    "TIT_Keep=Keep in Session",
    "CTL_KeepIn=&Session",
    "LBL_NewOne=A new session",
    "# {0} - what",
    "LBL_Keeping=Keeping {0}"
})
final class Keeping {
    private Keeping() {}

    /** What the list offers; without a window, a new one. */
    private record Target(Optional<SessionWindow> window, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    static void keep(Keepable collected) {
        List<Target> open = Sessions.windows().stream()
                .filter(window -> window.opened() != null)
                .map(window -> new Target(Optional.of(window), window.getName()))
                .toList();
        Target fresh = new Target(Optional.empty(), Bundle.LBL_NewOne());
        Target chosen = open.isEmpty() ? fresh : ask(fresh, open);
        if (chosen != null) {
            SessionWindow window = chosen.window().orElseGet(() -> Sessions.create(collected.title()));
            window.requestActive();
            window.whenOpen(session -> session.work(
                    Bundle.LBL_Keeping(collected.title()), (workspace, monitor) -> collected.keepIn(workspace)));
        }
    }

    private static @Nullable Target ask(Target fresh, List<Target> open) {
        JComboBox<Target> targets = new JComboBox<>();
        targets.setName("sessions");
        targets.addItem(fresh);
        open.forEach(targets::addItem);
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
        return isWanted ? (Target) targets.getSelectedItem() : null;
    }
}
