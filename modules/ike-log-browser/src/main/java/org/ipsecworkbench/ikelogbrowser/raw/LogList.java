package org.ipsecworkbench.ikelogbrowser.raw;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.StringSelection;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JViewport;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.TransferHandler;
import javax.swing.UIManager;
import javax.swing.text.Position;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The lines with their numbers; those of the selected step have an arrow and another background, what was found a box. */
@Messages({
    "# {0} - number",
    "# {1} - text",
    "ACN_Line=line {0}: {1}",
    "# {0} - number",
    "# {1} - text",
    "ACN_MarkedLine=line {0}, of the selected step: {1}"
})
final class LogList extends JList<String> {
    /** Lines that are copied at once. */
    static final int MAX_COPIED = 100_000;

    private static final long serialVersionUID = 1;
    private static final int COLUMNS = 160;
    private static final int EDGE = 8;

    private final LogLines lines;
    private transient List<Evidence> marked = List.of();
    private String words = "";

    LogList(LogLines lines) {
        super(lines);
        this.lines = lines;
        setSelectionMode(ListSelectionModel.SINGLE_INTERVAL_SELECTION);
        setCellRenderer(new Cell());
        setTransferHandler(new Copies());
        setDropTarget(null);
        measure();
    }

    /** Marks lines, each range by its first and last number. */
    void mark(List<Evidence> places) {
        marked = List.copyOf(places);
        repaint();
    }

    /** Shows where words occur, in any case; none where they are empty. */
    void highlight(String found) {
        words = found.toLowerCase(Locale.ROOT);
        repaint();
    }

    /** Selects a line by its number, from 1, and shows it with those around it. */
    void show(int number) {
        int row = number - 1;
        if (row < 0 || row >= lines.getSize()) {
            return;
        }
        setSelectedIndex(row);
        int height = getFixedCellHeight();
        int room = getParent() instanceof JViewport viewport ? viewport.getExtentSize().height : height;
        if (getParent() instanceof JViewport viewport && !viewport.getViewRect().contains(0, row * height, 1, height)) {
            int top = Math.max(0, Math.min(row * height - room / 3, lines.getSize() * height - room));
            viewport.setViewPosition(new Point(viewport.getViewPosition().x, top));
        }
    }

    private boolean isMarked(int number) {
        return marked.stream().anyMatch(one -> one.first() <= number && number <= one.last());
    }

    /** A type-ahead search would ask for every line of the file. */
    @Override
    public int getNextMatch(String prefix, int startIndex, Position.Bias bias) {
        return -1;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.content());
        setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D() * 0.95f));
        measure();
    }

    private void measure() {
        FontMetrics metrics = getFontMetrics(getFont());
        setFixedCellHeight(metrics.getHeight() + 2);
        setFixedCellWidth(COLUMNS * metrics.charWidth('0'));
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = locationToIndex(e.getPoint());
        String text = row < 0 ? "" : lines.getElementAt(row);
        return text.length() <= COLUMNS / 2 ? null : Formats.abbreviate(text, 500);
    }

    /** One line, which the list stamps. */
    private final class Cell extends JPanel implements ListCellRenderer<String> {
        private static final long serialVersionUID = 1;

        private String text = "";
        private int number;
        private boolean selected;

        @Override
        public Component getListCellRendererComponent(
                JList<? extends String> list, String value, int index, boolean isSelected, boolean focused) {
            text = value;
            number = index + 1;
            selected = isSelected;
            getAccessibleContext()
                    .setAccessibleName(
                            isMarked(number)
                                    ? Bundle.ACN_MarkedLine(Formats.count(number), text)
                                    : Bundle.ACN_Line(Formats.count(number), text));
            return this;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(LogList.this.getFixedCellWidth(), LogList.this.getFixedCellHeight());
        }

        @Override
        protected void paintComponent(Graphics g) {
            Graphics2D graphics = (Graphics2D) g;
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            Object hints = Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints");
            if (hints instanceof java.util.Map<?, ?> map) {
                graphics.addRenderingHints(map);
            }
            graphics.setFont(LogList.this.getFont());
            FontMetrics metrics = graphics.getFontMetrics();
            boolean isMarked = isMarked(number);
            boolean isFocused = LogList.this.isFocusOwner();
            graphics.setColor(background(isMarked, isFocused));
            graphics.fillRect(0, 0, getWidth(), getHeight());
            Color ink = selected && isFocused ? UIManager.getColor("List.selectionForeground") : Palette.foreground();
            int character = metrics.charWidth('0');
            int digits = Math.max(4, Formats.count(lines.getSize()).length());
            String told = Formats.count(number);
            int base = metrics.getAscent() + 1;
            graphics.setColor(selected && isFocused || isMarked ? ink : Palette.muted());
            graphics.drawString(told, EDGE + (digits - told.length()) * character, base);
            int x = EDGE + (digits + 3) * character;
            if (isMarked) {
                arrow(graphics, x - 2 * character, character);
            }
            graphics.setColor(ink);
            boxes(graphics, metrics, x);
            graphics.drawString(text.replace('\t', ' '), x, base);
        }

        private Color background(boolean isMarked, boolean isFocused) {
            if (selected) {
                Color color =
                        UIManager.getColor(isFocused ? "List.selectionBackground" : "List.selectionInactiveBackground");
                return color == null ? Palette.line() : color;
            }
            return isMarked ? Palette.tinge(Tone.KEYING) : Palette.content();
        }

        private void arrow(Graphics2D graphics, int x, int size) {
            int middle = getHeight() / 2;
            int half = Math.min(size, getHeight() / 3);
            graphics.fillPolygon(new int[] {x, x, x + size}, new int[] {middle - half, middle + half, middle}, 3);
        }

        private void boxes(Graphics2D graphics, FontMetrics metrics, int x) {
            if (words.isEmpty()) {
                return;
            }
            String lower = text.toLowerCase(Locale.ROOT);
            for (int at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length())) {
                int from = x + metrics.stringWidth(text.substring(0, Math.min(at, text.length())));
                int end = Math.min(at + words.length(), text.length());
                int width = metrics.stringWidth(text.substring(Math.min(at, end), end));
                graphics.drawRoundRect(from - 1, 0, width + 2, getHeight() - 1, 4, 4);
            }
        }
    }

    /** Gives the selected lines, which are read first. */
    private final class Copies extends TransferHandler {
        private static final long serialVersionUID = 1;

        @Override
        public int getSourceActions(JComponent component) {
            return COPY;
        }

        @Override
        public void exportToClipboard(JComponent component, Clipboard clipboard, int action) {
            int first = getMinSelectionIndex();
            if (first >= 0) {
                int last = Math.min(getMaxSelectionIndex(), first + MAX_COPIED - 1);
                lines.text(first, last, text -> clipboard.setContents(new StringSelection(text + "\n"), null));
            }
        }
    }
}
