package org.ipsecworkbench.workbench.hosts;

import java.awt.BorderLayout;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToolBar;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.awt.Actions;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle.Messages;

/** Above the hosts: adding, importing, the lab, a filter, and what of the file could not be read. */
@Messages({
    "HINT_Filter=Filter: name, address, group, tag, state",
    "CTL_AddShort=Add…",
    "CTL_ImportShort=Import…",
    "CTL_LabShort=Lab…"
})
final class HostsBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MAX_PROBLEMS = 3;

    private final JTextField filter = new JTextField();
    private final WrappedText problems = new WrappedText(false);

    /** Tells the filter's text as it is typed. */
    HostsBar(Consumer<String> filtered) {
        super(new BorderLayout(0, 4));
        setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
        JToolBar buttons = new JToolBar();
        buttons.setFloatable(false);
        buttons.setOpaque(false);
        buttons.add(button("addHost", Bundle.CTL_AddShort(), AddHostAction.ID, HostsWindow.ICON));
        buttons.add(button("importHosts", Bundle.CTL_ImportShort(), ImportHostsAction.ID, ""));
        buttons.add(button("startLab", Bundle.CTL_LabShort(), StartLabAction.ID, ""));
        filter.setName("filterHosts");
        filter.putClientProperty("JTextField.placeholderText", Bundle.HINT_Filter());
        filter.putClientProperty("JTextField.showClearButton", Boolean.TRUE);
        filter.setToolTipText(Bundle.HINT_Filter());
        filter.getAccessibleContext().setAccessibleName(Bundle.HINT_Filter());
        filter.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                filtered.accept(filter.getText());
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                filtered.accept(filter.getText());
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                // A plain document has no attributes.
            }
        });
        problems.setName("hostProblems");
        add(buttons, BorderLayout.NORTH);
        add(filter);
        add(problems, BorderLayout.SOUTH);
        show(List.of());
    }

    private static JButton button(String name, String words, String id, String icon) {
        JButton button = new JButton(words);
        button.setName(name);
        if (!icon.isEmpty()) {
            button.setIcon(ImageUtilities.loadImageIcon(icon, false));
        }
        button.addActionListener(e -> Actions.forID("Hosts", id).actionPerformed(e));
        return button;
    }

    void show(List<String> lines) {
        List<String> first = lines.subList(0, Math.min(lines.size(), MAX_PROBLEMS));
        problems.setText(String.join("\n", first));
        problems.setForeground(Palette.text(Mark.FAILED.tone()));
        problems.setVisible(!lines.isEmpty());
    }

    @Override
    public boolean hasFocus() {
        return filter.hasFocus();
    }

    boolean focusFirst() {
        return filter.requestFocusInWindow();
    }
}
