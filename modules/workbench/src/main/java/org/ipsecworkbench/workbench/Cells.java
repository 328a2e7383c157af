package org.ipsecworkbench.workbench;

import java.awt.Component;
import java.awt.Font;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Draws the cells of a column: how a value is written, on which side, in which font, and the icon before it.
 *
 * @param <T> what the column holds
 */
public final class Cells<T> extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1;

    private final transient Function<T, String> words;
    private final transient Function<T, @Nullable Icon> icon;
    private final int side;
    private final boolean monospaced;

    private Cells(Function<T, String> words, Function<T, @Nullable Icon> icon, int side, boolean monospaced) {
        this.words = words;
        this.icon = icon;
        this.side = side;
        this.monospaced = monospaced;
    }

    /** Words, on the left. */
    public static <T> Cells<T> text(Function<T, String> words) {
        return new Cells<>(words, value -> null, SwingConstants.LEADING, false);
    }

    /** Words after an icon, on the left. */
    public static <T> Cells<T> marked(Function<T, String> words, Function<T, @Nullable Icon> icon) {
        return new Cells<>(words, icon, SwingConstants.LEADING, false);
    }

    /** Addresses and the like, on the left in glyphs of equal width. */
    public static <T> Cells<T> code(Function<T, String> words) {
        return new Cells<>(words, value -> null, SwingConstants.LEADING, true);
    }

    /** Numbers, on the right in digits of equal width. */
    public static <T> Cells<T> number(Function<T, String> words) {
        return new Cells<>(words, value -> null, SwingConstants.TRAILING, true);
    }

    /** The side on which the column's values and so its header stand. */
    public int side() {
        return side;
    }

    /** The font of its values in a table. */
    Font font(JTable table) {
        return monospaced ? Palette.monospaced().deriveFont(table.getFont().getSize2D()) : table.getFont();
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, "", selected, focused, row, column);
        setHorizontalAlignment(side);
        setFont(font(table));
        setBorder(BorderFactory.createEmptyBorder(0, 7, 0, 7));
        setIconTextGap(7);
        if (value == null) {
            setText("");
            setIcon(null);
        } else {
            @SuppressWarnings("unchecked") // the column's model class is T
            T typed = (T) value;
            setText(words.apply(typed));
            setIcon(icon.apply(typed));
        }
        return this;
    }
}
