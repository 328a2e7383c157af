package org.ipsecworkbench.certificateinspector;

import java.awt.FlowLayout;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Typing;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Says which certificates are shown, and by what they are put together. */
@Messages({
    "LBL_Filter=F&ilter:",
    "HINT_Filter=name, issuer, serial, thumbprint",
    "LBL_Show=S&how:",
    "LBL_GroupBy=&Group by:",
    "# {0} - shown",
    "# {1} - all",
    "LBL_Shown={0} of {1}"
})
final class FilterBar extends JPanel {
    private static final long serialVersionUID = 1;

    private final JTextField filter = new JTextField(16);
    private final JComboBox<Choice> choice = new JComboBox<>(Choice.values());
    private final JComboBox<Grouping> grouping = new JComboBox<>(Grouping.values());
    private final JLabel count = new JLabel();

    /** Tells of each change. */
    FilterBar(Runnable changed) {
        super(new FlowLayout(FlowLayout.LEADING, 8, 4));
        filter.setName("certificateFilter");
        filter.putClientProperty("JTextField.placeholderText", Bundle.HINT_Filter());
        filter.putClientProperty("JTextField.showClearButton", true);
        choice.setName("certificateChoice");
        grouping.setName("certificateGrouping");
        count.setName("certificateCount");
        Typing.in(filter, changed);
        choice.addActionListener(e -> changed.run());
        grouping.addActionListener(e -> changed.run());
        add(Bundle.LBL_Filter(), filter);
        add(Bundle.LBL_Show(), choice);
        add(Bundle.LBL_GroupBy(), grouping);
        add(count);
    }

    private void add(String label, JComponent field) {
        JLabel words = new JLabel();
        Mnemonics.setLocalizedText(words, label);
        words.setLabelFor(field);
        add(words);
        add(field);
    }

    String words() {
        return filter.getText();
    }

    Choice choice() {
        return (Choice) choice.getSelectedItem();
    }

    Grouping grouping() {
        return (Grouping) grouping.getSelectedItem();
    }

    /** Says how many are shown. */
    void showCount(int shown, int all) {
        count.setText(Bundle.LBL_Shown(Formats.count(shown), Formats.count(all, "certificate", "certificates")));
    }

    @Override
    public boolean requestFocusInWindow() {
        filter.selectAll();
        return filter.requestFocusInWindow();
    }
}
