package org.ipsecworkbench.workbench.hosts;

import java.awt.BorderLayout;
import java.io.File;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.openide.awt.Mnemonics;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;

/** The path of a file, typed or chosen. */
@Messages({"CTL_Browse=…", "# {0} - what is chosen", "HINT_Browse=Choose: {0}"})
final class FileField extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int COLUMNS = 22;

    private final JTextField path = new JTextField(COLUMNS);

    /** Remembers the last folder by its id; what says, for people, what is chosen. */
    FileField(String id, String what) {
        super(new BorderLayout(4, 0));
        setName(id);
        path.setName(id + "Path");
        path.getAccessibleContext().setAccessibleName(what);
        JButton browse = new JButton();
        Mnemonics.setLocalizedText(browse, Bundle.CTL_Browse());
        browse.setName(id + "Browse");
        browse.setToolTipText(Bundle.HINT_Browse(what));
        browse.getAccessibleContext().setAccessibleName(Bundle.HINT_Browse(what));
        browse.addActionListener(e -> choose(id, what));
        add(path);
        add(browse, BorderLayout.EAST);
    }

    private void choose(String id, String what) {
        File chosen = new FileChooserBuilder("org.ipsecworkbench.hosts." + id)
                .setTitle(what)
                .setFilesOnly(true)
                .showOpenDialog();
        if (chosen != null) {
            path.setText(chosen.getAbsolutePath());
        }
    }

    /** What is typed into. */
    JTextField text() {
        return path;
    }
}
