package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;

/** The chain of a certificate as a tree from its root, with the state of each certificate. */
@Messages({"ACN_Path=Certification path", "ACN_PathStatus=Status of the selected certificate"})
final class PathTab extends JPanel {
    private static final long serialVersionUID = 1;

    private final JTree tree = new JTree(new DefaultMutableTreeNode());
    private final WrappedText status = new WrappedText(false);
    private String summary = "";

    PathTab() {
        super(new BorderLayout());
        tree.setName("path");
        // Files that are dropped here are the window's.
        tree.setDropTarget(null);
        tree.getAccessibleContext().setAccessibleName(Bundle.ACN_Path());
        tree.getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        tree.setCellRenderer(new NodeCell());
        tree.setRowHeight(tree.getFontMetrics(Palette.font()).getHeight() + 8);
        tree.setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
        tree.addTreeSelectionListener(e -> showSelected());
        status.setName("pathStatus");
        status.getAccessibleContext().setAccessibleName(Bundle.ACN_PathStatus());
        status.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        JScrollPane text = new JScrollPane(status);
        text.setPreferredSize(new Dimension(360, 100));
        text.setMinimumSize(new Dimension(120, 40));
        JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, new JScrollPane(tree), text);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.5);
        add(both, BorderLayout.CENTER);
    }

    /**
     * Shows a chain.
     *
     * @param nodes from the root down
     */
    void show(List<PathNode> nodes, String newSummary) {
        summary = newSummary;
        DefaultMutableTreeNode root = new DefaultMutableTreeNode(nodes.get(0));
        DefaultMutableTreeNode last = root;
        for (PathNode node : nodes.subList(1, nodes.size())) {
            DefaultMutableTreeNode below = new DefaultMutableTreeNode(node);
            last.add(below);
            last = below;
        }
        tree.setModel(new DefaultTreeModel(root));
        TreePath leaf = new TreePath(last.getPath());
        tree.expandPath(leaf.getParentPath() == null ? leaf : leaf.getParentPath());
        tree.setSelectionPath(leaf);
        showSelected();
    }

    private void showSelected() {
        boolean isNode = tree.getLastSelectedPathComponent() instanceof DefaultMutableTreeNode node
                && node.getUserObject() instanceof PathNode;
        if (isNode) {
            PathNode node = (PathNode) ((DefaultMutableTreeNode) tree.getLastSelectedPathComponent()).getUserObject();
            status.setText(summary.isEmpty() ? node.status() : node.status() + "\n\n" + summary);
            status.setCaretPosition(0);
        }
    }

    private static final class NodeCell extends DefaultTreeCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTreeCellRendererComponent(
                JTree in, Object value, boolean selected, boolean expanded, boolean leaf, int row, boolean focused) {
            super.getTreeCellRendererComponent(in, value, selected, expanded, leaf, row, focused);
            if (value instanceof DefaultMutableTreeNode node && node.getUserObject() instanceof PathNode path) {
                setIcon(path.mark().icon());
                setIconTextGap(7);
            }
            return this;
        }
    }
}
