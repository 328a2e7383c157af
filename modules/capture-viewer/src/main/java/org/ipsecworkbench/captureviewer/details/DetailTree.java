package org.ipsecworkbench.captureviewer.details;

import java.awt.Component;
import java.awt.Font;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JTree;
import javax.swing.event.TreeExpansionEvent;
import javax.swing.event.TreeExpansionListener;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.workbench.Mark;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The headers of a packet and their fields. */
@Messages("ACN_Details=Headers and fields of the packet")
final class DetailTree extends JTree {
    private static final long serialVersionUID = 1;

    private final transient Expansion expansion = new Expansion();
    private transient DetailNode root = DetailNode.root(List.of());
    private transient String selected = "";
    private boolean updating;

    DetailTree() {
        super(new DefaultTreeModel(DetailNode.root(List.of())));
        setName("details");
        getAccessibleContext().setAccessibleName(Bundle.ACN_Details());
        setRootVisible(false);
        setShowsRootHandles(true);
        setLargeModel(true);
        setToggleClickCount(2);
        getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        setCellRenderer(new Lines());
        setToolTipText("");
        addTreeExpansionListener(new Remembers());
    }

    /** Shows another packet: the same branches open, the same field selected where it has one. */
    void show(List<Detail> headers) {
        updating = true;
        try {
            root = DetailNode.root(headers);
            setModel(new DefaultTreeModel(root));
            for (DetailNode header : root.lines()) {
                open(header);
            }
            reselect(root);
        } finally {
            updating = false;
        }
    }

    private void open(DetailNode node) {
        if (expansion.isOpen(node)) {
            expandPath(node.path());
            node.lines().forEach(this::open);
        }
    }

    private boolean reselect(DetailNode from) {
        for (DetailNode child : from.lines()) {
            if (child.key().equals(selected)) {
                setSelectionPath(child.path());
                return true;
            }
            if (selected.startsWith(child.key() + "/") && reselect(child)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    DetailNode selectedNode() {
        TreePath path = getSelectionPath();
        return path != null && path.getLastPathComponent() instanceof DetailNode node ? node : null;
    }

    /** Remembers what the user selected, for the next packet. */
    void keepSelected() {
        DetailNode node = selectedNode();
        if (node != null && !updating) {
            selected = node.key();
        }
    }

    /** Selects the field that a byte belongs to. */
    void select(int offset) {
        DetailNode node = root.at(offset);
        if (node == null) {
            clearSelection();
            return;
        }
        TreePath path = node.path();
        setSelectionPath(path);
        scrollPathToVisible(path);
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        TreePath path = getPathForLocation(e.getX(), e.getY());
        return path != null && path.getLastPathComponent() instanceof DetailNode node ? node.words(true) : null;
    }

    @Override
    public String convertValueToText(
            Object value, boolean isSelected, boolean expanded, boolean leaf, int row, boolean hasFocus) {
        return value instanceof DetailNode node ? node.words(!expanded) : "";
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (expansion != null) {
            setCellRenderer(new Lines());
        }
    }

    private final class Remembers implements TreeExpansionListener {
        @Override
        public void treeExpanded(TreeExpansionEvent event) {
            if (!updating && event.getPath().getLastPathComponent() instanceof DetailNode node) {
                expansion.opened(node);
                updating = true;
                node.lines().forEach(DetailTree.this::open);
                updating = false;
            }
        }

        @Override
        public void treeCollapsed(TreeExpansionEvent event) {
            if (!updating && event.getPath().getLastPathComponent() instanceof DetailNode node) {
                expansion.closed(node);
            }
        }
    }

    /** Headers in bold; what is cut or wrong has an icon before its words. */
    private static final class Lines extends DefaultTreeCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTreeCellRendererComponent(
                JTree tree,
                Object value,
                boolean isSelected,
                boolean expanded,
                boolean leaf,
                int row,
                boolean hasFocus) {
            super.getTreeCellRendererComponent(tree, value, isSelected, expanded, leaf, row, hasFocus);
            if (value instanceof DetailNode node) {
                Detail.State state = expanded ? node.detail().state() : node.worst();
                setIcon(
                        switch (state) {
                            case SOUND -> null;
                            case CUT -> Mark.NOT_COUNTED.icon();
                            case WRONG -> Mark.INCONCLUSIVE.icon();
                        });
                boolean header = node.path().getPathCount() == 2;
                setFont(tree.getFont().deriveFont(header ? Font.BOLD : Font.PLAIN));
            }
            return this;
        }
    }
}
