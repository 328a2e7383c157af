package org.ipsecworkbench.sessionexplorer;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Says what changed since it worked: compares a session with its baseline, with another one that is open, or with a saved one. */
@ActionID(category = "Session", id = "org.ipsecworkbench.sessionexplorer.CompareSessionAction")
@ActionRegistration(displayName = "#CTL_CompareSession")
@ActionReferences({
    @ActionReference(path = "Menu/Session", position = 630),
    @ActionReference(path = SessionBar.ACTIONS, position = 80)
})
@Messages({
    "CTL_CompareSession=&Compare With…",
    "TIT_CompareSession=Compare With",
    "CTL_Before=&When it worked",
    "LBL_SavedOne=A saved session…",
    "# {0} - session",
    "LBL_CompareWhat=What has changed since then, in {0}: diagnosis, traffic, negotiations, policies, certificates, services"
            + " and hosts."
})
public final class CompareSessionAction implements ActionListener {
    private static final int WIDTH = 460;

    private final OpenedSession session;

    /** For the session that is selected. */
    public CompareSessionAction(OpenedSession session) {
        this.session = session;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        List<ComparedSide> offered = ComparedSide.offeredFor(session);
        Optional<ComparedSide> before = offered.isEmpty() ? saved() : ask(offered);
        before.ifPresent(side -> ChangesWindow.show(side, side.other().orElseGet(() -> ComparedSide.of(session))));
    }

    private Optional<ComparedSide> ask(List<ComparedSide> offered) {
        JComboBox<Object> sides = new JComboBox<>();
        sides.setName("comparedWith");
        offered.forEach(sides::addItem);
        sides.addItem(Bundle.LBL_SavedOne());
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.CTL_Before());
        label.setLabelFor(sides);
        WrappedText what = new WrappedText(true);
        what.wrapAt(WIDTH);
        what.setText(Bundle.LBL_CompareWhat(session.name()));
        JPanel panel = new JPanel(new BorderLayout(10, 10));
        panel.setBorder(BorderFactory.createEmptyBorder(14, 14, 8, 14));
        panel.add(label, BorderLayout.WEST);
        panel.add(sides, BorderLayout.CENTER);
        panel.add(what, BorderLayout.NORTH);
        DialogDescriptor dialog = new DialogDescriptor(panel, Bundle.TIT_CompareSession());
        if (!NotifyDescriptor.OK_OPTION.equals(DialogDisplayer.getDefault().notify(dialog))) {
            return Optional.empty();
        }
        return sides.getSelectedItem() instanceof ComparedSide side ? Optional.of(side) : saved();
    }

    private static Optional<ComparedSide> saved() {
        List<Path> chosen = SessionFiles.toCompare();
        return chosen.stream().findFirst().map(ComparedSide::of);
    }
}
