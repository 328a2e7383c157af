package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.ipsecworkbench.policy.Change;
import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.ProposedChange;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Changes a value of one of two hosts, to see what would be. Hosts are not touched. */
@Messages({
    "LBL_WhatIf=What &if",
    "ACN_Host=Host to change",
    "ACN_Attribute=Value to change",
    "ACN_Value=New value",
    "CTL_Add=&added",
    "CTL_Try=&Try",
    "CTL_TryCure=Try What &Helps",
    "CTL_Undo=As the Hosts &Are",
    "TIP_TryCure=Makes the change that the verdict proposes, here alone: no host is touched.",
    "# {0} - host",
    "# {1} - change",
    "LBL_Changed={0}: {1}"
})
final class WhatIfBar extends JPanel {
    private static final long serialVersionUID = 1;

    /** Is told on the event dispatch thread. */
    interface Changes {
        /** Makes a change; a mistake in it is told as an {@link IllegalArgumentException} for people. */
        void change(ProposedChange change);

        /** Takes all changes back. */
        void undo();
    }

    private final JComboBox<String> host = new JComboBox<>();
    private final JComboBox<String> attribute = new JComboBox<>(
            Arrays.stream(Attribute.values()).map(Attribute::key).toArray(String[]::new));
    private final JTextField value = new JTextField(24);
    private final JCheckBox added = new JCheckBox();
    private final JButton attempt = new JButton();
    private final JButton cure = new JButton();
    private final JButton undo = new JButton();
    private final JLabel error = new JLabel(" ");
    private final transient Changes changes;
    private transient @Nullable ProposedChange proposed;

    WhatIfBar(String source, String destination, Changes changes) {
        super(new BorderLayout());
        this.changes = changes;
        setBorder(BorderFactory.createEmptyBorder(0, 10, 4, 10));
        host.addItem(Formats.abbreviate(source, 30));
        host.addItem(Formats.abbreviate(destination, 30));
        host.setName("changedHost");
        host.getAccessibleContext().setAccessibleName(Bundle.ACN_Host());
        attribute.setName("changedAttribute");
        attribute.getAccessibleContext().setAccessibleName(Bundle.ACN_Attribute());
        attribute.addActionListener(e -> showExample());
        value.setName("changedValue");
        value.getAccessibleContext().setAccessibleName(Bundle.ACN_Value());
        value.addActionListener(e -> attempt());
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_WhatIf());
        label.setLabelFor(host);
        Mnemonics.setLocalizedText(added, Bundle.CTL_Add());
        button(attempt, "try", Bundle.CTL_Try(), this::attempt);
        button(cure, "tryCure", Bundle.CTL_TryCure(), this::attemptCure);
        cure.setToolTipText(Bundle.TIP_TryCure());
        button(undo, "undoChanges", Bundle.CTL_Undo(), changes::undo);
        JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 2));
        for (var control : List.of(label, host, attribute, value, added, attempt)) {
            row.add(control);
        }
        // A row of their own: beside the others there is no room in a narrow window.
        JPanel whole = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 2));
        whole.add(cure);
        whole.add(undo);
        JPanel rows = new JPanel(new BorderLayout());
        rows.add(row, BorderLayout.NORTH);
        rows.add(whole, BorderLayout.CENTER);
        error.setName("change-error");
        error.setVisible(false);
        add(rows, BorderLayout.CENTER);
        add(error, BorderLayout.SOUTH);
        showExample();
        proposes(null, false);
    }

    private static void button(JButton button, String name, String text, Runnable does) {
        button.setName(name);
        Mnemonics.setLocalizedText(button, text);
        button.addActionListener(e -> does.run());
    }

    private Attribute chosen() {
        return Attribute.values()[attribute.getSelectedIndex()];
    }

    private void showExample() {
        value.setText(chosen().example());
        added.setEnabled(chosen().isList());
        added.setSelected(false);
    }

    /**
     * Offers what helps.
     *
     * @param change by the sides of the flow, as the bar has them; null where there is none
     * @param isChanged whether there is something to take back
     */
    void proposes(@Nullable ProposedChange change, boolean isChanged) {
        proposed = change;
        cure.setEnabled(change != null);
        undo.setEnabled(isChanged);
        error.setVisible(false);
    }

    /** Changes in words. */
    static String words(List<ProposedChange> made, String source, String destination) {
        return made.stream()
                .map(one -> Bundle.LBL_Changed(
                        one.side() == Side.SOURCE ? source : destination,
                        one.change().text()))
                .collect(Collectors.joining("; "));
    }

    private void attempt() {
        Side side = host.getSelectedIndex() == 0 ? Side.SOURCE : Side.DESTINATION;
        String typed = chosen().key() + (added.isSelected() ? "+=" : "=") + value.getText();
        make(() -> new ProposedChange(side, Change.parse(typed)));
    }

    private void attemptCure() {
        ProposedChange change = proposed;
        if (change != null) {
            make(() -> change);
        }
    }

    private void make(Supplier<ProposedChange> change) {
        try {
            changes.change(change.get());
        } catch (IllegalArgumentException e) {
            error.setText(e.getMessage());
            error.setForeground(Palette.text(Tone.CLEAR));
            error.setVisible(true);
            value.getAccessibleContext().setAccessibleDescription(e.getMessage());
            value.requestFocusInWindow();
        }
    }
}
