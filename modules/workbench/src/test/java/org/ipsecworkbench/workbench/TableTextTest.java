package org.ipsecworkbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import org.junit.jupiter.api.Test;

class TableTextTest {
    @Test
    void selectedRowsAreCopiedAsTheyAreShown() {
        JTable table = table(3);
        table.getColumnModel().getColumn(1).setCellRenderer(Cells.<Long>number(Formats::count));
        table.setRowSelectionInterval(1, 2);
        assertEquals("Host\tSize (bytes)\nhost 1\t1,001\nhost 2\t1,002\n", TableText.text(table));
    }

    @Test
    void aHugeSelectionIsCutAndSaysSo() {
        JTable table = table(TableText.MAX_ROWS + 10);
        table.selectAll();
        String text = TableText.text(table);
        assertEquals(TableText.MAX_ROWS + 2, text.lines().count());
        assertTrue(text.endsWith("… cut after 50,000 rows\n"));
    }

    private static JTable table(int rows) {
        DefaultTableModel model = new DefaultTableModel(new String[] {"Host", "Size (bytes)"}, 0);
        for (int row = 0; row < rows; row++) {
            model.addRow(new Object[] {"host " + row, 1000L + row});
        }
        return new JTable(model);
    }
}
