package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.util.NbBundle.Messages;

/** Lists what can be done to look closer, whatever was found, and lets one be chosen. On the event dispatch thread. */
@Messages({
    "TIT_Tools=Look Closer",
    "LBL_Tools=Logs, captures and tests. What is chosen is shown with its commands before it runs.",
    "ACN_Tools=What can be done",
    "# {0} - title",
    "# {1} - risk",
    "LBL_Tool={0} (risk: {1})"
})
final class ToolDialog {
    private ToolDialog() {}

    /** The one that was chosen; empty where none was. */
    static Optional<Remedy> choose(List<Remedy> tools) {
        JList<Remedy> list = new JList<>(tools.toArray(Remedy[]::new));
        list.setName("tools");
        list.getAccessibleContext().setAccessibleName(Bundle.ACN_Tools());
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setSelectedIndex(0);
        list.setCellRenderer(new Rows());
        WrappedText head = new WrappedText(true);
        head.setText(Bundle.LBL_Tools());
        head.setFocusable(false);
        JPanel panel = new JPanel(new BorderLayout(0, 8));
        panel.setBorder(BorderFactory.createEmptyBorder(12, 12, 6, 12));
        panel.add(head, BorderLayout.NORTH);
        panel.add(new JScrollPane(list), BorderLayout.CENTER);
        panel.setPreferredSize(new Dimension(640, 420));
        DialogDescriptor descriptor = new DialogDescriptor(panel, Bundle.TIT_Tools());
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2) {
                    descriptor.setValue(DialogDescriptor.OK_OPTION);
                }
            }
        });
        boolean isChosen = DialogDisplayer.getDefault().notify(descriptor) == DialogDescriptor.OK_OPTION;
        return isChosen ? Optional.ofNullable(list.getSelectedValue()) : Optional.empty();
    }

    private static final class Rows extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
            super.getListCellRendererComponent(list, value, index, selected, focused);
            if (value instanceof Remedy remedy) {
                setText(Bundle.LBL_Tool(remedy.title(), remedy.risk().label()));
                setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
            }
            return this;
        }
    }
}
