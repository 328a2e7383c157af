package org.ipsecworkbench.workbench.hosts;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableColumn;
import org.ipsecworkbench.workbench.Palette;
import org.netbeans.swing.etable.ETableColumnModel;
import org.netbeans.swing.outline.Outline;
import org.openide.explorer.view.OutlineView;
import org.openide.nodes.Node;
import org.openide.util.NbBundle.Messages;

/** The tree of groups and hosts with its columns; those that the details say too are hidden until the user wants them. */
@Messages("COL_Host=Host")
final class HostOutline extends OutlineView {
    private static final long serialVersionUID = 1;
    private static final Dimension SIZE = new Dimension(340, 260);
    private static final int[] WIDTHS = {170, 150, 60, 60, 160};
    /** Host and state. */
    private static final int SHOWN = 2;

    HostOutline() {
        super(Bundle.COL_Host());
        setPropertyColumns(HostNode.columns());
        setPreferredSize(SIZE);
        setBorder(BorderFactory.createEmptyBorder());
        Outline outline = getOutline();
        outline.setRootVisible(false);
        outline.setName("hosts");
        outline.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        outline.setDefaultRenderer(Node.Property.class, new HostCells());
        outline.setRowHeight(outline.getFontMetrics(Palette.font()).getHeight() + 8);
        ETableColumnModel columns = (ETableColumnModel) outline.getColumnModel();
        for (int i = WIDTHS.length - 1; i >= 0; i--) {
            TableColumn column = columns.getColumn(i);
            column.setPreferredWidth(WIDTHS[i]);
            columns.setColumnHidden(column, i >= SHOWN);
        }
    }
}
