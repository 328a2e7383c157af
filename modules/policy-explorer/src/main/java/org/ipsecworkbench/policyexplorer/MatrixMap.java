package org.ipsecworkbench.policyexplorer;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.EnumMap;
import java.util.Map;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.Scrollable;
import javax.swing.ToolTipManager;
import org.ipsecworkbench.policy.PredictionMatrix.Verdict;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * The cells of a matrix, one chosen by mouse or arrow keys. Paints what is in sight alone, so that a million cells cost no more than
 * a screen full of them.
 */
@Messages({
    "ACN_Matrix=Matrix of hosts: rows begin, columns answer",
    "# {0} - who begins",
    "# {1} - who answers",
    "# {2} - outcome",
    "LBL_Cell={0} to {1}: {2}",
    "LBL_Itself=the same host",
    "LBL_NotPredicted=not predicted"
})
final class MatrixMap extends JComponent implements Scrollable {
    private static final long serialVersionUID = 1;

    private static final int LARGE = 28;
    private static final int SMALL = 16;
    /** Lines that fit on a screen as large cells. */
    private static final int FEW = 32;

    /** Is told on the event dispatch thread. */
    interface Listener {
        /** Another cell was chosen. */
        void chosen(int row, int column);

        /** The chosen cell was double-clicked, or Enter pressed. */
        void opened(int row, int column);
    }

    private final transient Listener listener;
    private transient @Nullable MatrixCells cells;
    private int row;
    private int column;

    MatrixMap(Listener listener) {
        this.listener = listener;
        setName("matrix");
        setFocusable(true);
        ToolTipManager.sharedInstance().registerComponent(this);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                requestFocusInWindow();
                choose(e.getY() / cell(), e.getX() / cell());
                if (e.getClickCount() == 2) {
                    open();
                }
            }
        });
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent e) {
                repaint();
            }
        });
        key(KeyEvent.VK_UP, () -> choose(row - 1, column));
        key(KeyEvent.VK_DOWN, () -> choose(row + 1, column));
        key(KeyEvent.VK_LEFT, () -> choose(row, column - 1));
        key(KeyEvent.VK_RIGHT, () -> choose(row, column + 1));
        key(KeyEvent.VK_PAGE_UP, () -> choose(row - page(), column));
        key(KeyEvent.VK_PAGE_DOWN, () -> choose(row + page(), column));
        key(KeyEvent.VK_HOME, () -> choose(row, 0));
        key(KeyEvent.VK_END, () -> choose(row, Integer.MAX_VALUE));
        key(KeyEvent.VK_ENTER, this::open);
    }

    private void key(int code, Runnable does) {
        Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke(code, 0), does);
    }

    /** Shows other cells, the first one chosen. */
    void show(MatrixCells newCells) {
        cells = newCells;
        revalidate();
        repaint();
        choose(0, newCells.size() > 1 ? 1 : 0);
    }

    /** Shows more of the same cells, with the same one chosen. */
    void grow(MatrixCells newCells) {
        cells = newCells;
        repaint();
    }

    /** Opens the chosen pair. */
    void open() {
        listener.opened(row, column);
    }

    /** Pixels of a cell's side. */
    int cell() {
        return cells == null || cells.size() <= FEW ? LARGE : SMALL;
    }

    private int page() {
        return Math.max(1, getVisibleRect().height / cell() - 1);
    }

    /** Chooses a cell, or the one nearest to it. */
    void choose(int wantedRow, int wantedColumn) {
        if (cells == null || cells.size() == 0) {
            return;
        }
        int last = cells.size() - 1;
        row = Math.max(0, Math.min(last, wantedRow));
        column = Math.max(0, Math.min(last, wantedColumn));
        scrollRectToVisible(new Rectangle(column * cell(), row * cell(), cell(), cell()));
        getAccessibleContext().setAccessibleDescription(words(row, column));
        listener.chosen(row, column);
        repaint();
    }

    private String words(int atRow, int atColumn) {
        if (cells == null) {
            return "";
        }
        Verdict verdict = cells.at(atRow, atColumn);
        String none = atRow == atColumn ? Bundle.LBL_Itself() : Bundle.LBL_NotPredicted();
        String outcome = verdict == null ? none : CellLook.of(verdict).words();
        return Bundle.LBL_Cell(cells.name(atRow), cells.name(atColumn), outcome);
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int atRow = event.getY() / cell();
        int atColumn = event.getX() / cell();
        boolean isInside = cells != null && atRow < cells.size() && atColumn < cells.size();
        return isInside ? words(atRow, atColumn) : null;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        MatrixCells shown = cells;
        if (shown == null) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int size = cell();
        Rectangle clip = g.getClipBounds();
        g.setColor(Palette.content());
        g.fill(clip);
        Map<CellLook, Paint> paints = new EnumMap<>(CellLook.class);
        int lastRow = Math.min(shown.size() - 1, (clip.y + clip.height) / size);
        int lastColumn = Math.min(shown.size() - 1, (clip.x + clip.width) / size);
        for (int r = clip.y / size; r <= lastRow; r++) {
            for (int c = clip.x / size; c <= lastColumn; c++) {
                Verdict verdict = shown.at(r, c);
                if (verdict != null) {
                    CellLook look = CellLook.of(verdict);
                    look.draw(g, paints.computeIfAbsent(look, CellLook::paint), c * size, r * size, size);
                }
            }
        }
        g.setColor(Palette.foreground());
        g.setStroke(new BasicStroke(isFocusOwner() ? 3 : 1.5f));
        g.drawRect(column * size, row * size, size - 2, size - 2);
        g.dispose();
    }

    @Override
    public Dimension getPreferredSize() {
        int side = (cells == null ? 1 : cells.size()) * cell();
        return new Dimension(side, side);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return cell();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return cell() * page();
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return false;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.TABLE;
                }
            };
            accessibleContext.setAccessibleName(Bundle.ACN_Matrix());
        }
        return accessibleContext;
    }
}
