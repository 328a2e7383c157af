package org.ipsecworkbench.captureviewer.packets;

import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JTable;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.TableLook;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of packets: rows of one height, nothing that costs more for more rows. */
@Messages("ACN_Packets=Packets")
final class PacketTable extends JTable {
    private static final long serialVersionUID = 1;

    private final PacketTableModel model;

    PacketTable(PacketTableModel model) {
        super(model);
        this.model = model;
        setName("packets");
        getAccessibleContext().setAccessibleName(Bundle.ACN_Packets());
        setSelectionModel(new GrowingSelection());
        setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
        // Newer JDKs take this for a column that the user is resizing, and lose the widths that are set below.
        getTableHeader().setResizingColumn(null);
        TableLook.dress(this);
        TableLook.column(this, PacketTableModel.NUMBER, Cells.<Long>number(Formats::count), "100,000,000");
        showTimes();
        TableLook.column(
                this, PacketTableModel.SOURCE, Cells.<String>code(String::toString), "fe80::1234:5678:9abc:def0");
        TableLook.column(
                this, PacketTableModel.DESTINATION, Cells.<String>code(String::toString), "fe80::1234:5678:9abc:def0");
        TableLook.column(
                this,
                PacketTableModel.CLASS,
                Cells.<Packet>marked(
                        packet -> packet.trafficClass().label(),
                        packet -> Palette.chip(Looks.of(packet.trafficClass(), model.flow(packet)))),
                "NAT keepalive__");
        TableLook.column(this, PacketTableModel.LENGTH, Cells.<Long>number(Formats::count), "65,535");
        TableLook.column(this, PacketTableModel.INFO, Cells.<String>text(String::toString), "x".repeat(36));
    }

    /** Tells times in the way that was chosen. */
    void showTimes() {
        TimeDisplay display = TimeDisplay.current();
        model.setDisplay(display);
        getColumnModel()
                .getColumn(convertColumnIndexToView(PacketTableModel.TIME))
                .setHeaderValue(model.getColumnName(PacketTableModel.TIME));
        boolean dates = display == TimeDisplay.UTC || display == TimeDisplay.LOCAL;
        TableLook.column(
                this,
                PacketTableModel.TIME,
                Cells.<String>number(String::toString),
                dates ? "2026-11-23 14:03:12.123456" : "86400.000000");
        getTableHeader().repaint();
        repaint();
    }

    /** How many rows fit into the pixels that Swing can count. */
    int limit() {
        return Integer.MAX_VALUE / getRowHeight() - 100;
    }

    /** Whether the last row, or nearly, is in sight. */
    boolean isAtEnd() {
        Rectangle sight = getVisibleRect();
        return sight.y + sight.height >= getHeight() - getRowHeight();
    }

    /** Shows the last row, whatever is selected. */
    void toEnd() {
        Rectangle cell = getCellRect(getRowCount() - 1, 0, true);
        cell.x = getVisibleRect().x;
        cell.width = 1;
        scrollRectToVisible(cell);
    }

    /** Selects a row and shows it in the middle. */
    void reveal(int row) {
        setRowSelectionInterval(row, row);
        var cell = getCellRect(row, 0, true);
        cell.grow(0, getParent().getHeight() / 2);
        cell.width = 1;
        scrollRectToVisible(cell);
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        int column = columnAtPoint(e.getPoint());
        if (row < 0 || column < 0) {
            return null;
        }
        Packet packet = model.packet(row);
        return switch (convertColumnIndexToModel(column)) {
            case PacketTableModel.TIME -> packet.time() == null ? null : Formats.time(packet.time());
            case PacketTableModel.SOURCE -> packet.source();
            case PacketTableModel.DESTINATION -> packet.destination();
            case PacketTableModel.LENGTH ->
                packet.capturedLength() < packet.length()
                        ? Formats.count(packet.capturedLength()) + " of " + Formats.count(packet.length())
                                + " bytes were captured"
                        : null;
            case PacketTableModel.INFO -> packet.info();
            default -> null;
        };
    }

    /** Rows come at the end only, and the inherited way to make room for them takes time for each. */
    private static final class GrowingSelection extends DefaultListSelectionModel {
        private static final long serialVersionUID = 1;

        @Override
        public void insertIndexInterval(int index, int length, boolean before) {
            if (index <= getMaxSelectionIndex()) {
                super.insertIndexInterval(index, length, before);
            }
        }
    }
}
