package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;

/** Values as a table, and below it the selected one in full. */
@Messages({"ACN_Whole=Selected value", "# {0} - value", "# {1} - file and line", "LBL_ReadIn={0}\n\nRead in {1}"})
final class DetailPane extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient RowsModel<Detail> model = new RowsModel<>(DetailColumn.values());
    private final DetailTable table = new DetailTable(model);
    private final WrappedText whole = new WrappedText(false);

    DetailPane() {
        super(new BorderLayout());
        whole.setName("value");
        whole.getAccessibleContext().setAccessibleName(Bundle.ACN_Whole());
        whole.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        JScrollPane text = new JScrollPane(whole);
        text.setPreferredSize(new Dimension(200, 130));
        text.setMinimumSize(new Dimension(100, 40));
        JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, new JScrollPane(table), text);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(1);
        add(both, BorderLayout.CENTER);
        table.getSelectionModel().addListSelectionListener(e -> showSelected());
    }

    /** Shows other values, the first one in full. */
    void show(List<Detail> details) {
        model.show(details);
        if (!details.isEmpty()) {
            table.setRowSelectionInterval(0, 0);
        }
        showSelected();
    }

    private void showSelected() {
        int row = table.getSelectedRow();
        if (row < 0) {
            whole.setText("");
            return;
        }
        Detail detail = model.row(row);
        whole.setText(detail.where().isEmpty() ? detail.value() : Bundle.LBL_ReadIn(detail.value(), detail.where()));
        whole.setCaretPosition(0);
    }
}
