package org.ipsecworkbench.sessionexplorer;

import java.awt.Color;
import java.awt.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.TableLook;
import org.jspecify.annotations.Nullable;
import org.netbeans.swing.outline.DefaultOutlineModel;
import org.netbeans.swing.outline.Outline;
import org.netbeans.swing.outline.RenderDataProvider;
import org.netbeans.swing.outline.RowModel;
import org.openide.util.NbBundle.Messages;

/** The tree of a session, with when each piece was taken, its size and its marks. What is open and selected stays so. */
@Messages({
    "COL_Evidence=Evidence",
    "COL_Taken=Taken",
    "COL_Size=Size",
    "COL_Marks=Marks",
    "LBL_Baseline=baseline",
    "LBL_HasNote=note",
    "LBL_HasBookmark=1 bookmark",
    "# {0} - how many",
    "LBL_HasBookmarks={0} bookmarks",
    "ACN_Evidence=Evidence of the session"
})
final class EvidenceOutline extends Outline {
    private static final long serialVersionUID = 1;
    private static final int TREE_WIDTH = 380;

    private final transient Consumer<Line> selected;
    private boolean isUpdating;

    /** Tells what is selected, and what is chosen by Enter or a double click. */
    EvidenceOutline(Consumer<Line> selected, Consumer<Line> chosen) {
        this.selected = selected;
        setName("evidence");
        getAccessibleContext().setAccessibleName(Bundle.ACN_Evidence());
        setRootVisible(true);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setRenderDataProvider(new Looks());
        setPopupUsedFromTheCorner(false);
        TableLook.dress(this);
        Runnable choose = () -> {
            Line line = selectedLine();
            if (line != null) {
                chosen.accept(line);
            }
        };
        TableLook.onChoose(this, choose);
        // The table behind it keeps these keys to itself: for the next row, and for columns.
        Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke("ENTER"), choose);
        Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke("RIGHT"), () -> {
            if (getSelectedRow() >= 0) {
                expandPath(path(getSelectedRow()));
            }
        });
        Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke("LEFT"), () -> {
            if (getSelectedRow() >= 0) {
                collapsePath(path(getSelectedRow()));
            }
        });
        getSelectionModel().addListSelectionListener(e -> {
            Line line = selectedLine();
            if (!e.getValueIsAdjusting() && !isUpdating && line != null) {
                selected.accept(line);
            }
        });
    }

    /** Shows the lines; the first time, hosts are open and the session is selected. */
    void show(Line root) {
        DefaultMutableTreeNode top = node(root);
        Line before = selectedLine();
        boolean isFirst = before == null && getOutlineModel() == null;
        Set<String> open = open();
        isUpdating = true;
        try {
            setModel(DefaultOutlineModel.createOutlineModel(
                    new DefaultTreeModel(top), new Columns(), true, Bundle.COL_Evidence()));
            column(1, Cells.<String>text(text -> text), "2026-11-23 14:03:12");
            column(2, Cells.<String>number(text -> text), "999.9 MB");
            column(3, Cells.<String>text(text -> text), "baseline");
            getColumnModel().getColumn(0).setPreferredWidth(TREE_WIDTH);
            expand(new TreePath(top), isFirst ? null : open);
            select(before == null ? root.key() : before.key());
        } finally {
            isUpdating = false;
        }
        Line now = selectedLine();
        if (now != null) {
            selected.accept(now);
        }
    }

    private void column(int column, Cells<String> cells, String example) {
        TableLook.column(this, column, cells, example);
    }

    private static DefaultMutableTreeNode node(Line line) {
        DefaultMutableTreeNode node = new DefaultMutableTreeNode(line);
        line.children().forEach(child -> node.add(node(child)));
        return node;
    }

    private Set<String> open() {
        Set<String> open = new HashSet<>();
        for (int row = 0; row < getRowCount() && getOutlineModel() != null; row++) {
            Line line = line(row);
            if (line != null && isExpanded(path(row))) {
                open.add(line.key());
            }
        }
        return open;
    }

    /** Opens what was open; null opens the session and its hosts. */
    private void expand(TreePath path, @Nullable Set<String> open) {
        DefaultMutableTreeNode node = (DefaultMutableTreeNode) path.getLastPathComponent();
        boolean isOpen = open == null
                ? path.getPathCount() < 3
                : node.getUserObject() instanceof Line line && open.contains(line.key());
        if (isOpen && node.getChildCount() > 0) {
            expandPath(path);
            for (int i = 0; i < node.getChildCount(); i++) {
                expand(path.pathByAddingChild(node.getChildAt(i)), open);
            }
        }
    }

    private void select(String key) {
        for (int row = 0; row < getRowCount(); row++) {
            Line line = line(row);
            if (line != null && line.key().equals(key)) {
                setRowSelectionInterval(row, row);
                return;
            }
        }
        if (getRowCount() > 0) {
            setRowSelectionInterval(0, 0);
        }
    }

    private TreePath path(int row) {
        List<Object> nodes = new ArrayList<>();
        if (getValueAt(row, 0) instanceof DefaultMutableTreeNode node) {
            nodes.addAll(List.of(node.getPath()));
        }
        return new TreePath(nodes.toArray());
    }

    private @Nullable Line line(int row) {
        return getValueAt(row, 0) instanceof DefaultMutableTreeNode node && node.getUserObject() instanceof Line line
                ? line
                : null;
    }

    /** The host whose line, or whose evidence, is at a point; empty where it is none's. */
    String hostAt(Point point) {
        int row = rowAtPoint(point);
        return row < 0 ? "" : host(path(row));
    }

    /** The host whose line, or whose evidence, is selected; empty where it is none's. */
    String selectedHost() {
        return getSelectedRow() < 0 ? "" : host(path(getSelectedRow()));
    }

    private static String host(TreePath path) {
        for (Object node : path.getPath()) {
            if (node instanceof DefaultMutableTreeNode one
                    && one.getUserObject() instanceof Line line
                    && line.host() != null) {
                return line.host().name();
            }
        }
        return "";
    }

    /** The line that is selected; null where none is. */
    @Nullable
    Line selectedLine() {
        int row = getSelectedRow();
        return row < 0 ? null : line(row);
    }

    private static String marks(Line line) {
        List<String> marks = new ArrayList<>();
        EvidenceItem item = line.item();
        if (item != null && item.isBaseline()) {
            marks.add(Bundle.LBL_Baseline());
        }
        if (item != null && !item.note().isEmpty()) {
            marks.add(Bundle.LBL_HasNote());
        }
        if (line.bookmarks() > 0) {
            marks.add(
                    line.bookmarks() == 1
                            ? Bundle.LBL_HasBookmark()
                            : Bundle.LBL_HasBookmarks(Formats.count(line.bookmarks())));
        }
        return String.join(", ", marks);
    }

    private static final class Columns implements RowModel {
        private static final String[] TITLES = {Bundle.COL_Taken(), Bundle.COL_Size(), Bundle.COL_Marks()};

        @Override
        public int getColumnCount() {
            return TITLES.length;
        }

        @Override
        public @Nullable Object getValueFor(Object node, int column) {
            Line line = node instanceof DefaultMutableTreeNode one && one.getUserObject() instanceof Line found
                    ? found
                    : null;
            if (line == null) {
                return null;
            }
            EvidenceItem item = line.item();
            return switch (column) {
                case 0 ->
                    item == null || item.takenAt() == null
                            ? null
                            : Formats.moment(item.takenAt()).replaceFirst("\\.\\d+$", "");
                case 1 -> item == null || item.size() < 0 ? null : Formats.bytes(item.size());
                default -> marks(line);
            };
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return String.class;
        }

        @Override
        public boolean isCellEditable(Object node, int column) {
            return false;
        }

        @Override
        public void setValueFor(Object node, int column, Object value) {
            throw new UnsupportedOperationException("nothing is edited here");
        }

        @Override
        public String getColumnName(int column) {
            return TITLES[column];
        }
    }

    private static final class Looks implements RenderDataProvider {
        private static Line line(Object node) {
            return (Line) ((DefaultMutableTreeNode) node).getUserObject();
        }

        @Override
        public String getDisplayName(Object node) {
            return line(node).words();
        }

        @Override
        public boolean isHtmlDisplayName(Object node) {
            return false;
        }

        @Override
        public @Nullable Color getBackground(Object node) {
            return null;
        }

        @Override
        public @Nullable Color getForeground(Object node) {
            return null;
        }

        @Override
        public String getTooltipText(Object node) {
            return line(node).words();
        }

        @Override
        public Icon getIcon(Object node) {
            return Icons.of(line(node));
        }
    }
}
