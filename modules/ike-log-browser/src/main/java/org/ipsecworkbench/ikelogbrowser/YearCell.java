package org.ipsecworkbench.ikelogbrowser;

import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;

/** A year to choose; 0 is that of the file's own time. */
final class YearCell extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1;

    @Override
    public Component getListCellRendererComponent(
            JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
        Object words = Integer.valueOf(0).equals(value) ? Bundle.LBL_YearOfFile() : value;
        return super.getListCellRendererComponent(list, words, index, selected, focused);
    }
}
