package org.ipsecworkbench.ikelogbrowser.ladder;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * The messages of a negotiation between its two hosts, from top to bottom in the order of time. The arrow keys, Home, End
 * and the mouse select one, Enter and a double click choose it; copying gives it as text.
 */
@Messages({
    "ACN_Ladder=Messages between the hosts",
    "# {0} - initiator",
    "# {1} - responder",
    "ACD_Ladder=From {0} to {1}"
})
public final class Ladder extends JPanel {
    private static final long serialVersionUID = 1;

    private final DefaultListModel<Rung> model = new DefaultListModel<>();
    private final Rungs list = new Rungs();
    private final Head head = new Head();
    private final transient Consumer<@Nullable Rung> selected;
    /** Who negotiated, since when and under which cookies: as long as it is equal, it is the same negotiation. */
    private transient List<Object> shown = List.of();

    private String initiator = "";
    private String responder = "";

    /**
     * Empty.
     *
     * @param selected gets the row that is selected, or null
     * @param chosen runs when it is chosen
     */
    public Ladder(Consumer<@Nullable Rung> selected, Runnable chosen) {
        super(new BorderLayout());
        this.selected = selected;
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setColumnHeaderView(head);
        scroll.getViewport().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                list.ensureIndexIsVisible(list.getSelectedIndex());
            }
        });
        add(scroll, BorderLayout.CENTER);
        list.addListSelectionListener(e -> {
            if (!e.getValueIsAdjusting()) {
                selected.accept(list.getSelectedValue());
            }
        });
        KeyStroke enter = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0);
        list.getInputMap().put(enter, enter);
        list.getActionMap().put(enter, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                chosen.run();
            }
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(e)) {
                    chosen.run();
                }
            }
        });
    }

    /** Shows a negotiation, and of it the message at which it failed; else the first. */
    public void show(Negotiation negotiation) {
        initiator = negotiation.initiator();
        responder = negotiation.responder();
        list.getAccessibleContext().setAccessibleDescription(Bundle.ACD_Ladder(initiator, responder));
        List<Rung> rungs = Rung.of(negotiation);
        List<Object> now =
                List.of(negotiation.cookies(), initiator, responder, Optional.ofNullable(negotiation.start()));
        boolean isSame = now.equals(shown) && !model.isEmpty();
        shown = now;
        head.repaint();
        if (isSame && list.getSelectedIndex() < rungs.size()) {
            update(rungs);
            return;
        }
        model.clear();
        model.addAll(rungs);
        int failed = 0;
        while (failed < rungs.size() && !rungs.get(failed).failed()) {
            failed++;
        }
        int first = failed < rungs.size() ? failed : 0;
        if (!rungs.isEmpty()) {
            list.setSelectedIndex(first);
            // Once more later: the words above it may take more room or less than those of before.
            list.ensureIndexIsVisible(first);
            SwingUtilities.invokeLater(() -> list.ensureIndexIsVisible(list.getSelectedIndex()));
        }
    }

    /** More is known of the same negotiation: what is selected stays so. */
    private void update(List<Rung> rungs) {
        Rung before = list.getSelectedValue();
        for (int i = 0; i < rungs.size(); i++) {
            if (i == model.size()) {
                model.addElement(rungs.get(i));
            } else if (!model.get(i).equals(rungs.get(i))) {
                model.set(i, rungs.get(i));
            }
        }
        if (rungs.size() < model.size()) {
            model.removeRange(rungs.size(), model.size() - 1);
        }
        Rung now = list.getSelectedValue();
        if (now != null && !now.equals(before)) {
            selected.accept(now);
        }
    }

    /** Selects a step; does nothing where it is not shown. */
    public void select(Step step) {
        for (int i = 0; i < model.size(); i++) {
            if (step.equals(model.get(i).step())) {
                list.setSelectedIndex(i);
                list.ensureIndexIsVisible(i);
                return;
            }
        }
    }

    /** Shows none. */
    public void clear() {
        initiator = "";
        responder = "";
        shown = List.of();
        model.clear();
        head.repaint();
    }

    /** Moves the focus to the messages. */
    public boolean focusFirst() {
        return list.requestFocusInWindow();
    }

    private final class Rungs extends JList<Rung> {
        private static final long serialVersionUID = 1;

        Rungs() {
            super(model);
            setName("ladder");
            getAccessibleContext().setAccessibleName(Bundle.ACN_Ladder());
            setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
            setCellRenderer(new Cell());
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setBackground(Palette.content());
            // Dropped files are for the window.
            setDropTarget(null);
            setFixedCellHeight(
                    RungPainter.rungHeight(getFontMetrics(Palette.font()).getHeight()));
            // Any width: the row takes what there is.
            setFixedCellWidth(1);
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public @Nullable String getToolTipText(MouseEvent e) {
            int row = locationToIndex(e.getPoint());
            return row < 0 || !getCellBounds(row, row).contains(e.getPoint())
                    ? null
                    : model.get(row).toString().strip();
        }
    }

    /** One row as a component, which the list stamps. */
    private static final class Cell extends JPanel implements ListCellRenderer<Rung> {
        private static final long serialVersionUID = 1;

        private transient @Nullable Rung rung;
        private transient Inks inks = Inks.now();

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Rung> list, Rung value, int index, boolean selected, boolean focused) {
            rung = value;
            inks = selected ? Inks.selected(list.isFocusOwner()) : Inks.now();
            getAccessibleContext().setAccessibleName(value.toString());
            return this;
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(inks.background());
            g.fillRect(0, 0, getWidth(), getHeight());
            if (rung != null) {
                new RungPainter(new ScreenPen((Graphics2D) g, Palette.font()), getWidth()).rung(inks, rung, 0);
            }
        }
    }

    /** The hosts, which stay in sight while their messages are scrolled. */
    private final class Head extends JComponent {
        private static final long serialVersionUID = 1;

        @Override
        public Dimension getPreferredSize() {
            int line = getFontMetrics(Palette.font()).getHeight();
            return new Dimension(1, RungPainter.headHeight(line));
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(Palette.content());
            g.fillRect(0, 0, getWidth(), getHeight());
            new RungPainter(new ScreenPen((Graphics2D) g, Palette.font()), getWidth())
                    .head(Inks.now(), initiator, responder, 0);
        }
    }
}
