package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.SwingUtilities;

/** Selects, opens, and shows other times by the mouse: a drag shows a range, the wheel with Ctrl zooms. */
final class LaneMouse extends MouseAdapter {
    private static final int SLACK = 4;
    private static final double STEP = 1.25;

    private final LaneDiagram diagram;
    private int pressed = -1;

    LaneMouse(LaneDiagram diagram) {
        this.diagram = diagram;
        diagram.addMouseListener(this);
        diagram.addMouseMotionListener(this);
        diagram.addMouseWheelListener(this);
    }

    @Override
    public void mousePressed(MouseEvent e) {
        diagram.requestFocusInWindow();
        pressed = SwingUtilities.isLeftMouseButton(e) ? e.getX() : -1;
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        if (isDrag(e)) {
            diagram.drag(pressed, inside(e.getX()));
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (isDrag(e)) {
            int other = inside(e.getX());
            diagram.scale(new TimeScale(
                    diagram.scale().millis(Math.min(pressed, other), diagram.getWidth()),
                    diagram.scale().millis(Math.max(pressed, other), diagram.getWidth())));
        }
        diagram.drag(-1, -1);
        pressed = -1;
    }

    private int inside(int x) {
        return Math.max(0, Math.min(diagram.getWidth(), x));
    }

    @Override
    public void mouseClicked(MouseEvent e) {
        if (e.getButton() == MouseEvent.BUTTON1) {
            diagram.at(e.getX(), e.getY()).ifPresent(cluster -> {
                diagram.pick(cluster.first());
                if (e.getClickCount() == 2) {
                    diagram.choose();
                }
            });
        }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        if (e.isControlDown()) {
            double factor = Math.pow(STEP, e.getPreciseWheelRotation());
            long around = diagram.scale().millis(e.getX(), diagram.getWidth());
            diagram.scale(diagram.scale().zoomed(factor, around, diagram.all()));
            return;
        }
        Component parent = diagram.getParent();
        if (parent != null) {
            parent.dispatchEvent(SwingUtilities.convertMouseEvent(diagram, e, parent));
        }
    }

    private boolean isDrag(MouseEvent e) {
        return pressed >= 0 && Math.abs(e.getX() - pressed) >= SLACK;
    }
}
