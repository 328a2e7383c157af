package org.ipsecworkbench.policyexplorer;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.workbench.Formats;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.Mnemonics;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;

/** Asks for the policy to hold one against: one that is open, of a file, or of a session. */
@Messages({
    "CTL_FromFile=&File or Session…",
    "LBL_NoOther=No other policy is open",
    "LBL_WhichHost=Which host of the session?",
    "ACN_Hosts=Hosts of the session",
    "CTL_Shipped=&What Windows Server 2003 Comes With"
})
final class OtherPolicy {
    private final Component parent;
    private final Consumer<PolicyEvidence> chosen;

    private OtherPolicy(Component parent, Consumer<PolicyEvidence> chosen) {
        this.parent = parent;
        this.chosen = chosen;
    }

    /**
     * Shows the choices under a button.
     *
     * @param open policies to choose from
     * @param shipped what Windows comes with; none where it makes no sense
     * @param chosen is told the choice, if there is one
     */
    static void choose(
            JButton button, List<PolicyEvidence> open, List<PolicyEvidence> shipped, Consumer<PolicyEvidence> chosen) {
        OtherPolicy other = new OtherPolicy(button, chosen);
        JPopupMenu menu = new JPopupMenu();
        for (PolicyEvidence source : open) {
            JMenuItem item = new JMenuItem(Formats.abbreviate(source.name(), 60));
            item.addActionListener(e -> chosen.accept(source));
            menu.add(item);
        }
        if (open.isEmpty()) {
            JMenuItem none = new JMenuItem(Bundle.LBL_NoOther());
            none.setEnabled(false);
            menu.add(none);
        }
        menu.addSeparator();
        for (PolicyEvidence source : shipped) {
            menu.add(item(Bundle.CTL_Shipped(), () -> chosen.accept(source)));
        }
        menu.add(item(Bundle.CTL_FromFile(), other::chooseFile));
        menu.show(button, 0, button.getHeight());
    }

    private static JMenuItem item(String text, Runnable does) {
        JMenuItem item = new JMenuItem();
        Mnemonics.setLocalizedText(item, text);
        item.addActionListener(e -> does.run());
        return item;
    }

    /** Several files, or none where the dialog was cancelled. */
    static List<Path> files(Component parent) {
        JFileChooser chooser =
                new FileChooserBuilder(OtherPolicy.class).setFilesOnly(true).createFileChooser();
        chooser.setMultiSelectionEnabled(true);
        boolean isApproved = chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION;
        return isApproved
                ? Arrays.stream(chooser.getSelectedFiles())
                        .map(File::toPath)
                        .sorted()
                        .toList()
                : List.of();
    }

    private void chooseFile() {
        List<Path> files = files(parent);
        if (!files.isEmpty()) {
            LoadedPolicies.read(files, this::chooseHost);
        }
    }

    private void chooseHost(List<PolicyEvidence> found) {
        if (found.size() == 1) {
            chosen.accept(found.get(0));
            return;
        }
        JList<String> names =
                new JList<>(found.stream().map(PolicyEvidence::name).toArray(String[]::new));
        names.setName("sessionHosts");
        names.getAccessibleContext().setAccessibleName(Bundle.ACN_Hosts());
        names.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        names.setSelectedIndex(0);
        DialogDescriptor dialog = new DialogDescriptor(new JScrollPane(names), Bundle.LBL_WhichHost());
        boolean isChosen = DialogDisplayer.getDefault().notify(dialog) == DialogDescriptor.OK_OPTION;
        if (isChosen && names.getSelectedIndex() >= 0) {
            chosen.accept(found.get(names.getSelectedIndex()));
        }
    }
}
