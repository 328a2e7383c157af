package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import org.ipsecworkbench.certificate.CertificateField;
import org.ipsecworkbench.certificate.CertificateField.Kind;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** All fields of a certificate as a table, with the selected one in full below, as the Certificates console has them. */
@Messages({
    "LBL_ShowFields=&Show:",
    "CTL_AllFields=All",
    "ACN_Fields=Fields of the certificate",
    "ACN_FieldValue=Selected field"
})
final class FieldsTab extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient RowsModel<CertificateField> model = new RowsModel<>(FieldColumn.values());
    private final FieldTable table = new FieldTable(model);
    private final JTextArea whole = new JTextArea();
    private final JComboBox<String> kinds = new JComboBox<>();
    private transient List<CertificateField> fields = List.of();

    FieldsTab() {
        super(new BorderLayout());
        kinds.addItem(Bundle.CTL_AllFields());
        Arrays.stream(Kind.values()).map(Kind::label).forEach(kinds::addItem);
        kinds.setName("fieldKinds");
        kinds.addActionListener(e -> showKind());
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_ShowFields());
        label.setLabelFor(kinds);
        JPanel top = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
        top.add(label);
        top.add(kinds);
        add(top, BorderLayout.NORTH);
        whole.setName("fieldValue");
        whole.setEditable(false);
        whole.setLineWrap(true);
        whole.setDropTarget(null);
        whole.setFont(Palette.monospaced());
        whole.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        whole.getAccessibleContext().setAccessibleName(Bundle.ACN_FieldValue());
        JScrollPane text = new JScrollPane(whole);
        text.setPreferredSize(new Dimension(320, 100));
        text.setMinimumSize(new Dimension(120, 40));
        JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, new JScrollPane(table), text);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.6);
        add(both, BorderLayout.CENTER);
        table.getSelectionModel().addListSelectionListener(e -> showSelected());
    }

    /** Shows the fields of another certificate. */
    void show(List<CertificateField> newFields) {
        fields = newFields;
        showKind();
    }

    private void showKind() {
        int chosen = kinds.getSelectedIndex() - 1;
        List<CertificateField> shown = new ArrayList<>(fields);
        shown.removeIf(field -> chosen >= 0 && field.kind() != Kind.values()[chosen]);
        model.show(shown);
        if (!shown.isEmpty()) {
            table.setRowSelectionInterval(0, 0);
        }
        showSelected();
    }

    private void showSelected() {
        int row = table.getSelectedRow();
        whole.setText(
                row < 0 || row >= model.getRowCount() ? "" : model.row(row).detail());
        whole.setCaretPosition(0);
    }

    private static final class FieldTable extends ResultTable {
        private static final long serialVersionUID = 1;

        FieldTable(RowsModel<CertificateField> model) {
            super(model, "fields", Bundle.ACN_Fields(), FieldColumn.VALUE);
            // Files that are dropped here are the window's.
            setDropTarget(null);
            column(FieldColumn.FIELD, Cells.<String>text(String::toString), "Certificate Template Information");
            column(FieldColumn.VALUE, Cells.<String>text(String::toString), "CN=Example Issuing CA 1, DC=example");
        }
    }
}
