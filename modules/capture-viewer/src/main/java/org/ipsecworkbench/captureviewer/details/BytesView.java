package org.ipsecworkbench.captureviewer.details;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Area;
import java.util.Map;
import java.util.function.IntConsumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.Scrollable;
import javax.swing.UIManager;
import org.ipsecworkbench.workbench.FileDrop;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * The bytes of a packet in hexadecimal and as text. Paints the rows that are seen and nothing else.
 *
 * <p>Marked bytes have another background and a frame around them; the byte that the arrow keys start from is underlined.
 */
@Messages("ACN_Bytes=Bytes of the packet in hexadecimal and as text")
final class BytesView extends JComponent implements Scrollable {
    private static final long serialVersionUID = 1;
    private static final int LEFT = 8;
    private static final int TOP = 4;
    private static final int ROWS = 12;

    private final transient IntConsumer clicked;
    private transient byte[] bytes = {};
    private int from;
    private int to;
    private int caret;

    /** Tells which byte was clicked, or reached with the arrow keys. */
    BytesView(IntConsumer clicked) {
        this.clicked = clicked;
        setName("bytes");
        setFocusable(true);
        setOpaque(true);
        setTransferHandler(new Copies());
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                requestFocusInWindow();
                int offset = layout(getWidth()).at(e.getX(), e.getY());
                if (offset >= 0) {
                    go(offset);
                }
            }
        });
        key(KeyEvent.VK_LEFT, () -> caret - 1);
        key(KeyEvent.VK_RIGHT, () -> caret + 1);
        key(KeyEvent.VK_UP, () -> caret - layout(getWidth()).perRow());
        key(KeyEvent.VK_DOWN, () -> caret + layout(getWidth()).perRow());
        key(KeyEvent.VK_HOME, () -> 0);
        key(KeyEvent.VK_END, () -> bytes.length - 1);
    }

    private interface Target {
        int offset();
    }

    private void key(int code, Target target) {
        getInputMap().put(KeyStroke.getKeyStroke(code, 0), code);
        getActionMap().put(code, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                int offset = target.offset();
                if (offset >= 0 && offset < bytes.length) {
                    go(offset);
                }
            }
        });
    }

    private void go(int offset) {
        clicked.accept(offset);
        caret = offset;
        reveal(offset, offset + 1);
        repaint();
    }

    /** Shows the bytes of another packet, none of them marked. */
    void show(byte[] captured) {
        bytes = captured;
        from = 0;
        to = 0;
        caret = 0;
        revalidate();
        repaint();
    }

    byte[] bytes() {
        return bytes;
    }

    /** Marks some bytes and shows them; a length of 0 marks none. */
    void mark(int offset, int length) {
        from = Math.max(0, Math.min(offset, bytes.length));
        to = Math.max(from, Math.min(bytes.length, offset + length));
        if (from < to) {
            caret = from;
            reveal(from, to);
        }
        repaint();
    }

    /** How many bytes are marked. */
    int marked() {
        return to - from;
    }

    private void reveal(int first, int end) {
        HexLayout layout = layout(getWidth());
        Rectangle place = layout.hex(first);
        place.add(layout.hex(end - 1));
        place.height = Math.min(place.height, getVisibleRect().height);
        place.x = 0;
        place.width = 1;
        scrollRectToVisible(place);
    }

    private HexLayout layout(int width) {
        FontMetrics metrics = getFontMetrics(getFont());
        return HexLayout.fit(bytes.length, width, metrics.charWidth('0'), metrics.getHeight() + 2, LEFT, TOP);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        if (Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints") instanceof Map<?, ?> hints) {
            g.addRenderingHints(hints);
        }
        g.setColor(Palette.content());
        Rectangle clip = g.getClipBounds();
        g.fill(clip);
        HexLayout layout = layout(getWidth());
        int first = Math.max(0, Math.floorDiv(clip.y - layout.top(), layout.line()));
        int last = Math.min(layout.rows() - 1, (clip.y + clip.height - layout.top()) / layout.line());
        if (from < to) {
            paintMark(g, layout, first, last);
        }
        FontMetrics metrics = g.getFontMetrics(getFont());
        g.setFont(getFont());
        for (int row = first; row <= last; row++) {
            paintRow(g, layout, row, layout.top() + row * layout.line() + metrics.getAscent() + 1);
        }
        g.dispose();
    }

    private void paintRow(Graphics2D g, HexLayout layout, int row, int baseline) {
        int start = row * layout.perRow();
        g.setColor(Palette.muted());
        g.drawString(String.format("%0" + layout.digits() + "x", start), layout.left(), baseline);
        for (int offset = start; offset < Math.min(bytes.length, start + layout.perRow()); offset++) {
            g.setColor(offset >= from && offset < to ? selectionForeground() : Palette.foreground());
            Rectangle hex = layout.hex(offset);
            g.drawString(HexDump.hex(bytes[offset]), hex.x, baseline);
            g.drawString(String.valueOf(HexDump.text(bytes[offset])), layout.text(offset).x, baseline);
            if (offset == caret && isFocusOwner()) {
                g.fillRect(hex.x, baseline + 2, hex.width, 2);
            }
        }
    }

    private void paintMark(Graphics2D g, HexLayout layout, int firstRow, int lastRow) {
        Area hex = new Area();
        Area text = new Area();
        int start = Math.max(from, firstRow * layout.perRow());
        int end = Math.min(to, (lastRow + 1) * layout.perRow());
        for (int row = layout.row(start); start < end && row <= layout.row(end - 1); row++) {
            int one = Math.max(start, row * layout.perRow());
            int other = Math.min(end, (row + 1) * layout.perRow()) - 1;
            add(hex, layout.hex(one), layout.hex(other), layout.glyph() / 2);
            add(text, layout.text(one), layout.text(other), 0);
        }
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (Area area : new Area[] {hex, text}) {
            g.setColor(selectionBackground());
            g.fill(area);
            g.setColor(Palette.foreground());
            g.setStroke(new BasicStroke(1.2f));
            g.draw(area);
        }
    }

    private static void add(Area area, Rectangle one, Rectangle other, int margin) {
        Rectangle run = one.union(other);
        run.grow(margin, 0);
        area.add(new Area(run));
    }

    private static Color selectionBackground() {
        Color color = UIManager.getColor("Table.selectionInactiveBackground");
        return color == null ? Palette.line() : color;
    }

    private static Color selectionForeground() {
        Color color = UIManager.getColor("Table.selectionInactiveForeground");
        return color == null ? Palette.foreground() : color;
    }

    @Override
    public void updateUI() {
        setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D()));
        repaint();
    }

    @Override
    public void addNotify() {
        super.addNotify();
        updateUI();
    }

    @Override
    public Dimension getPreferredSize() {
        HexLayout layout = layout(getWidth() == 0 ? Integer.MAX_VALUE : getWidth());
        return new Dimension(layout.width(), layout.height());
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        HexLayout layout = layout(Integer.MAX_VALUE);
        return new Dimension(layout.width(), ROWS * layout.line());
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return layout(getWidth()).line();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height - layout(getWidth()).line();
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return layout(getParent().getWidth()).width() <= getParent().getWidth();
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getPreferredSize().height < getParent().getHeight();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleBytes();
            accessibleContext.setAccessibleName(Bundle.ACN_Bytes());
        }
        return accessibleContext;
    }

    private final class AccessibleBytes extends AccessibleJComponent {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.TEXT;
        }

        @Override
        public String getAccessibleDescription() {
            return from < to ? HexDump.of(bytes, from, to) : "";
        }
    }

    /** Copies the marked bytes, or all, as a dump. */
    private final class Copies extends FileDrop {
        private static final long serialVersionUID = 1;

        @Override
        public int getSourceActions(JComponent c) {
            return COPY;
        }

        @Override
        protected @Nullable Transferable createTransferable(JComponent c) {
            return bytes.length == 0
                    ? null
                    : new StringSelection(from < to ? HexDump.of(bytes, from, to) : HexDump.of(bytes, 0, bytes.length));
        }
    }
}
