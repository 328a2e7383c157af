package org.ipsecworkbench.diagnosisguide;

import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;

/** Draws questions with as many lines as they need in their column. */
final class QuestionCells implements TableCellRenderer {
    private final WrappedText text = new WrappedText(false);

    QuestionCells() {
        text.setBorder(BorderFactory.createEmptyBorder(5, 7, 5, 7));
    }

    /** The height of a question in a column. */
    int height(String question, int width) {
        text.setText(question);
        text.wrapAt(width);
        return text.getPreferredSize().height;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
        text.setText(String.valueOf(value));
        // The line between rows is drawn below the cells.
        text.setOpaque(selected);
        text.setFont(table.getFont());
        text.setForeground(selected ? table.getSelectionForeground() : table.getForeground());
        text.setBackground(selected ? table.getSelectionBackground() : table.getBackground());
        return text;
    }
}
