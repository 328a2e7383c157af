package org.ipsecworkbench.policyexplorer;

import java.awt.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreeNode;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.ipsecworkbench.workbench.FileDrop;
import org.openide.util.NbBundle.Messages;

/** Entries as a tree, opened down to the rules. Typing finds the next line that begins with what is typed. */
@Messages("ACN_Tree=Policy")
final class EntryTree extends JTree {
    private static final long serialVersionUID = 1;

    /** Levels that are open at first: groups, stores, rules. */
    private static final int OPEN = 3;

    EntryTree(Consumer<Entry> selected) {
        super(new DefaultTreeModel(new DefaultMutableTreeNode()));
        setName("policy");
        getAccessibleContext().setAccessibleName(Bundle.ACN_Tree());
        getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        setShowsRootHandles(true);
        setCellRenderer(new Cells());
        setTransferHandler(new FileDrop());
        addTreeSelectionListener(e -> {
            TreePath path = e.getNewLeadSelectionPath();
            if (path != null
                    && path.getLastPathComponent() instanceof DefaultMutableTreeNode node
                    && node.getUserObject() instanceof Entry entry) {
                selected.accept(entry);
            }
        });
    }

    /** Shows other entries, the first finding or rule selected. */
    void show(Entry root) {
        DefaultMutableTreeNode top = node(root);
        setModel(new DefaultTreeModel(top));
        open(new TreePath(top), OPEN);
        setSelectionRow(getRowCount() > 2 ? 2 : 0);
    }

    /**
     * Selects the next line that has a text in its words or values, after the selected one and around the end.
     *
     * @param isBack whether to look the other way
     * @return its number from 1 among all that have it, and how many those are; both 0 where none has
     */
    Found find(String text, boolean isBack) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<TreePath> all = new ArrayList<>();
        DefaultMutableTreeNode root = (DefaultMutableTreeNode) getModel().getRoot();
        List<TreePath> hits = new ArrayList<>();
        for (TreeNode node : Collections.list(root.preorderEnumeration())) {
            TreePath path = new TreePath(((DefaultMutableTreeNode) node).getPath());
            all.add(path);
            if (!wanted.isEmpty()
                    && ((DefaultMutableTreeNode) node).getUserObject() instanceof Entry entry
                    && entry.has(wanted)) {
                hits.add(path);
            }
        }
        if (hits.isEmpty()) {
            return Found.NONE;
        }
        int from = all.indexOf(getSelectionPath());
        int next = 0;
        while (next < hits.size() && all.indexOf(hits.get(next)) <= from) {
            next++;
        }
        boolean isSelected = hits.contains(getSelectionPath());
        int wantedHit = isBack ? next - (isSelected ? 2 : 1) : next;
        int hit = Math.floorMod(wantedHit, hits.size());
        setSelectionPath(hits.get(hit));
        scrollPathToVisible(hits.get(hit));
        return new Found(hit + 1, hits.size());
    }

    /** Which of how many lines was found. */
    record Found(int number, int of) {
        static final Found NONE = new Found(0, 0);
    }

    private void open(TreePath path, int levels) {
        expandPath(path);
        DefaultMutableTreeNode node = (DefaultMutableTreeNode) path.getLastPathComponent();
        if (levels > 1) {
            for (int i = 0; i < node.getChildCount(); i++) {
                TreePath child = path.pathByAddingChild(node.getChildAt(i));
                boolean isGroup = ((DefaultMutableTreeNode) node.getChildAt(i)).getUserObject() instanceof Entry entry
                        && entry.mark() == null;
                if (isGroup) {
                    open(child, levels - 1);
                }
            }
        }
    }

    private static DefaultMutableTreeNode node(Entry entry) {
        DefaultMutableTreeNode node = new DefaultMutableTreeNode(entry);
        entry.children().forEach(child -> node.add(node(child)));
        return node;
    }

    private static final class Cells extends DefaultTreeCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTreeCellRendererComponent(
                JTree tree,
                Object value,
                boolean isSelected,
                boolean isOpen,
                boolean isLeaf,
                int row,
                boolean hasFocus) {
            super.getTreeCellRendererComponent(tree, value, isSelected, isOpen, isLeaf, row, hasFocus);
            Entry entry = value instanceof DefaultMutableTreeNode node && node.getUserObject() instanceof Entry one
                    ? one
                    : null;
            setIcon(entry == null || entry.mark() == null ? null : entry.mark().icon());
            setIconTextGap(6);
            setToolTipText(entry == null ? null : entry.text());
            return this;
        }
    }
}
