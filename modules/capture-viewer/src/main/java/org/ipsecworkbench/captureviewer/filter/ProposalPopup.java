package org.ipsecworkbench.captureviewer.filter;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.Popup;
import javax.swing.PopupFactory;
import javax.swing.text.BadLocationException;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;

/** A list under the field, which keeps the focus. */
final class ProposalPopup {
    private static final int ROWS = 10;
    private static final int WIDTH = 560;

    private final JTextField field;
    private final Consumer<Proposal> taken;
    private final JList<Proposal> list = new JList<>();
    private @Nullable Popup popup;

    ProposalPopup(JTextField field, Consumer<Proposal> taken) {
        this.field = field;
        this.taken = taken;
        list.setName("proposals");
        list.setFocusable(false);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Line());
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                take();
            }
        });
    }

    boolean isOpen() {
        return popup != null;
    }

    /** Shows proposals; the first is selected where the user asked for them. */
    void show(List<Proposal> proposals, boolean asked) {
        close();
        if (proposals.isEmpty() || !field.isShowing()) {
            return;
        }
        list.setListData(proposals.toArray(Proposal[]::new));
        list.setVisibleRowCount(Math.min(ROWS, proposals.size()));
        if (asked) {
            list.setSelectedIndex(0);
        }
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createLineBorder(Palette.line()));
        scroll.setPreferredSize(
                new Dimension(Math.min(WIDTH, Math.max(200, field.getWidth())), scroll.getPreferredSize().height));
        Point at = field.getLocationOnScreen();
        Popup shown = PopupFactory.getSharedInstance()
                .getPopup(field, scroll, at.x + x(proposals.get(0).start()), at.y + field.getHeight());
        popup = shown;
        shown.show();
        describe();
    }

    /** Where a character of the field stands. */
    private int x(int offset) {
        try {
            return Math.max(0, (int) field.modelToView2D(offset).getX() - 8);
        } catch (BadLocationException | NullPointerException e) {
            return 0;
        }
    }

    void close() {
        Popup open = popup;
        if (open != null) {
            popup = null;
            open.hide();
            field.getAccessibleContext().setAccessibleDescription("");
        }
    }

    /** Moves the selection. */
    void move(int by) {
        int size = list.getModel().getSize();
        int from = list.getSelectedIndex();
        int to = from < 0 ? (by > 0 ? 0 : size - 1) : Math.max(0, Math.min(size - 1, from + by));
        list.setSelectedIndex(to);
        list.ensureIndexIsVisible(to);
        describe();
    }

    boolean hasSelected() {
        return list.getSelectedIndex() >= 0;
    }

    /** Takes the selected proposal, or the first. */
    void take() {
        int index = Math.max(0, list.getSelectedIndex());
        Proposal proposal = list.getModel().getElementAt(index);
        close();
        taken.accept(proposal);
    }

    /** The focus is in the field: that is where a screen reader listens. */
    private void describe() {
        Proposal selected = list.getSelectedValue();
        field.getAccessibleContext()
                .setAccessibleDescription(selected == null ? "" : selected.text() + ": " + selected.explanation());
    }

    /** The text to take in, and what it means. */
    private static final class Line extends JPanel implements ListCellRenderer<Proposal> {
        private static final long serialVersionUID = 1;

        private final JLabel text = new JLabel();
        private final JLabel explanation = new JLabel();

        Line() {
            super(new BorderLayout(14, 0));
            setBorder(BorderFactory.createEmptyBorder(2, 8, 2, 8));
            add(text, BorderLayout.WEST);
            add(explanation, BorderLayout.CENTER);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Proposal> list, Proposal value, int index, boolean selected, boolean focused) {
            text.setText(value.text());
            Font font = Palette.monospaced().deriveFont(list.getFont().getSize2D());
            text.setFont(font);
            explanation.setFont(list.getFont());
            explanation.setText(value.explanation());
            setBackground(selected ? list.getSelectionBackground() : list.getBackground());
            text.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
            explanation.setForeground(selected ? list.getSelectionForeground() : Palette.muted());
            return this;
        }
    }
}
