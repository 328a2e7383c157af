package org.ipsecworkbench.certificateinspector;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * Certificates in groups. A heading takes the whole width of its row; Enter, a click, Left and Right close and open its group.
 */
@Messages("ACN_Certificates=Certificates")
final class CertificateTableView extends ResultTable {
    private static final long serialVersionUID = 1;
    private static final int MARGIN = 7;
    private static final int INDENT = 22;

    private final transient RowsModel<Line> lines;
    private final transient Consumer<Line.Heading> toggled;

    /**
     * Over lines.
     *
     * @param toggled told which group is to be closed or opened
     */
    CertificateTableView(RowsModel<Line> lines, Consumer<Line.Heading> toggled) {
        super(lines, "certificates", Bundle.ACN_Certificates(), CertificateColumn.WHY);
        this.lines = lines;
        this.toggled = toggled;
        // Files that are dropped here are the window's.
        setDropTarget(null);
        column(CertificateColumn.SUBJECT, Cells.<String>text(String::toString), "server-0001.example.com");
        column(CertificateColumn.HOST, Cells.<String>text(String::toString), "SRV1 (simulated)");
        column(
                CertificateColumn.FITNESS,
                Cells.<FitnessWords>marked(
                        FitnessWords::words, words -> words.mark().icon()),
                "not in store, else unknown xxxx");
        column(
                CertificateColumn.PICK,
                Cells.<CertificateRow.Pick>marked(CertificateRow.Pick::label, CertificateTableView::icon),
                "probably picks it xxxx");
        column(CertificateColumn.LIFETIME, Cells.<Lifetime>text(Lifetime::words), "ended 286 days ago");
        getColumnModel()
                .getColumn(convertColumnIndexToView(CertificateColumn.LIFETIME.ordinal()))
                .setCellRenderer(new LifetimeCell());
        column(CertificateColumn.END, Cells.<Moment>text(CertificateTableView::day), "about 2026-11-25");
        column(CertificateColumn.ISSUER, Cells.<String>text(String::toString), "Example Issuing CA 1");
        column(CertificateColumn.TEMPLATE, Cells.<String>text(String::toString), "IPSEC (Offline)");
        column(
                CertificateColumn.WHY,
                Cells.<String>text(String::toString),
                "It is valid until 2026-11-25T12:00:00Z and so on");
        Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), () -> toggle(null));
        Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke(KeyEvent.VK_LEFT, 0), () -> toggle(true));
        Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke(KeyEvent.VK_RIGHT, 0), () -> toggle(false));
    }

    /** A time to the day; the details have it in full. */
    private static String day(Moment moment) {
        return moment.isExact() ? moment.label().substring(0, "2026-11-25".length()) : moment.label();
    }

    private static Icon icon(CertificateRow.Pick pick) {
        boolean isPick = pick == CertificateRow.Pick.PICKED || pick == CertificateRow.Pick.PROBABLY;
        return (isPick ? Mark.KEYING : Mark.NOT_COUNTED).icon();
    }

    /** Whether hosts need a column. */
    void setShowsHosts(boolean shows) {
        if (shows) {
            unhide(CertificateColumn.HOST, CertificateColumn.SUBJECT);
        } else if (convertColumnIndexToView(CertificateColumn.HOST.ordinal()) >= 0) {
            hide(CertificateColumn.HOST);
        }
    }

    /** The selected line; null where none is. */
    @Nullable
    Line selected() {
        int row = getSelectedRow();
        return row < 0 || row >= lines.getRowCount() ? null : lines.row(row);
    }

    private Line.@Nullable Heading heading(int row) {
        return row >= 0 && row < lines.getRowCount() && lines.row(row) instanceof Line.Heading heading ? heading : null;
    }

    /** Closes or opens the selected group; where only one of both is meant, only if that is not so yet. */
    private void toggle(@Nullable Boolean closes) {
        Line.Heading heading = heading(getSelectedRow());
        if (heading != null && (closes == null || closes == heading.isOpen())) {
            toggled.accept(heading);
        }
    }

    @Override
    protected void processMouseEvent(MouseEvent e) {
        super.processMouseEvent(e);
        Line.Heading heading = heading(rowAtPoint(e.getPoint()));
        if (e.getID() == MouseEvent.MOUSE_CLICKED && SwingUtilities.isLeftMouseButton(e) && heading != null) {
            toggled.accept(heading);
        }
    }

    /** Headings are painted over the cells of their rows, since no cell reaches over several columns. */
    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        Rectangle clip = g.getClipBounds();
        int first = Math.max(0, rowAtPoint(new Point(0, clip.y)));
        int below = rowAtPoint(new Point(0, clip.y + clip.height));
        int last = below < 0 ? getRowCount() - 1 : below;
        for (int row = first; row <= last; row++) {
            Line.Heading heading = heading(row);
            if (heading != null) {
                paint(heading, row, (Graphics2D) g.create());
            }
        }
    }

    private void paint(Line.Heading heading, int row, Graphics2D g) {
        Rectangle place = new Rectangle(0, row * getRowHeight(), getWidth(), getRowHeight() - 1);
        boolean isSelected = isRowSelected(row);
        g.setColor(isSelected ? getSelectionBackground() : Palette.background());
        g.fill(place);
        Object hints = Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints");
        if (hints instanceof Map<?, ?> rendering) {
            g.addRenderingHints(rendering);
        }
        g.setColor(isSelected ? getSelectionForeground() : Palette.foreground());
        int base = place.y + (place.height + g.getFontMetrics(getFont()).getAscent()) / 2 - 1;
        g.setFont(getFont());
        g.drawString(heading.isOpen() ? "▾" : "▸", MARGIN, base);
        g.setFont(getFont().deriveFont(Font.BOLD));
        g.drawString(heading.words(), INDENT, base);
        g.dispose();
    }

    /** Texts are often longer than their column. */
    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        Line.Heading heading = heading(row);
        if (heading != null) {
            return heading.words();
        }
        return row < 0 || column < 0
                ? ""
                : prepareRenderer(getCellRenderer(row, column), row, column) instanceof JLabel label
                        ? label.getText()
                        : "";
    }
}
