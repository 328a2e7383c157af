package org.ipsecworkbench.captureviewer.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.junit.jupiter.api.Test;

class PacketTableModelTest {
    private final AtomicLong decoded = new AtomicLong();
    private final PacketTableModel model = new PacketTableModel();

    private final PacketSource source = new MadeSource() {
        @Override
        public Packet packet(long index) {
            decoded.incrementAndGet();
            if (index == 666) {
                throw new IllegalStateException("damaged");
            }
            return super.packet(index);
        }
    };

    @Test
    void aRowIsDecodedWhenItIsLookedAtAndOnlyOnce() {
        model.show(source, PacketRows.all(50_000_000), true, Integer.MAX_VALUE);
        assertEquals(50_000_000, model.getRowCount());
        long before = decoded.get();
        for (int column = 0; column < model.getColumnCount(); column++) {
            model.getValueAt(49_999_999, column);
        }
        assertEquals(before + 1, decoded.get());
        assertEquals(50_000_000L, model.getValueAt(49_999_999, PacketTableModel.NUMBER));
    }

    @Test
    void aTableOfFiftyMillionRowsGrowsAndJumpsWithoutAStall() {
        PacketTable table = new PacketTable(model);
        long began = System.nanoTime();
        for (long packets = 1_000_000; packets <= 50_000_000; packets += 1_000_000) {
            model.show(source, PacketRows.all(packets), true, table.limit());
        }
        table.setRowSelectionInterval(49_999_999, 49_999_999);
        table.getCellRect(49_999_999, 0, true);
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertEquals(50_000_000, table.getRowCount());
        assertTrue(table.getPreferredSize().height > 0, "the height fits into an int");
        assertTrue(millis < 5_000, millis + " ms"); // a cost per row would be minutes
    }

    /** On JDK 25 all columns had the same width, since the table took the last one for a column under the mouse. */
    @Test
    void columnsAreAsWideAsTheirValues() {
        PacketTable table = new PacketTable(model);
        int wanted = table.getColumnModel().getColumn(PacketTableModel.SOURCE).getPreferredWidth();
        table.setSize(table.getPreferredSize().width + 100, 300);
        table.doLayout();
        assertTrue(table.getColumnModel().getColumn(PacketTableModel.SOURCE).getWidth() >= wanted);
    }

    @Test
    void timesAreToldInTheWayThatWasChosen() {
        model.show(source, PacketRows.all(1000), true, Integer.MAX_VALUE);
        assertEquals("0.500000", model.getValueAt(500, PacketTableModel.TIME));
        model.setDisplay(TimeDisplay.SINCE_PREVIOUS);
        assertEquals("0.001000", model.getValueAt(500, PacketTableModel.TIME));
        assertEquals("0.000000", model.getValueAt(0, PacketTableModel.TIME));
        model.setDisplay(TimeDisplay.UTC);
        assertEquals("2026-11-23 15:17:59.147966", model.getValueAt(500, PacketTableModel.TIME));
        assertEquals("Time (UTC)", model.getColumnName(PacketTableModel.TIME));
    }

    @Test
    void aPacketThatCannotBeReadIsARowThatSaysSo() {
        model.show(source, PacketRows.all(1000), true, Integer.MAX_VALUE);
        assertTrue(model.packet(666).info().contains("damaged"));
        assertEquals(667L, model.getValueAt(666, PacketTableModel.NUMBER));
    }
}
