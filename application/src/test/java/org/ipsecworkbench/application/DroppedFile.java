package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.Point;
import java.awt.Robot;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;

/** Drags a file with the mouse from a small window, as from a file manager, to another component. */
final class DroppedFile {
    private static final int STEPS = 12;

    private DroppedFile() {}

    static void on(Component target, Path file) throws Exception {
        JWindow[] manager = new JWindow[1];
        Point[] to = new Point[1];
        SwingUtilities.invokeAndWait(() -> {
            manager[0] = source(file);
            Point at = target.getLocationOnScreen();
            to[0] = new Point(at.x + target.getWidth() / 2, at.y + target.getHeight() / 2);
        });
        Robot robot = new Robot();
        robot.setAutoDelay(30);
        robot.waitForIdle();
        Point from = new Point(manager[0].getX() + 20, manager[0].getY() + 20);
        robot.mouseMove(from.x, from.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int step = 1; step <= STEPS; step++) {
            robot.mouseMove(from.x + (to[0].x - from.x) * step / STEPS, from.y + (to[0].y - from.y) * step / STEPS);
        }
        robot.mouseMove(to[0].x + 1, to[0].y + 1);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
        SwingUtilities.invokeAndWait(manager[0]::dispose);
    }

    private static JWindow source(Path file) {
        JLabel label = new JLabel(file.getFileName().toString());
        label.setTransferHandler(new TransferHandler() {
            private static final long serialVersionUID = 1;

            @Override
            public int getSourceActions(JComponent c) {
                return COPY;
            }

            @Override
            protected Transferable createTransferable(JComponent c) {
                return new Files(file);
            }
        });
        label.addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseDragged(MouseEvent e) {
                label.getTransferHandler().exportAsDrag(label, e, TransferHandler.COPY);
            }
        });
        JWindow window = new JWindow();
        window.add(label);
        window.setAlwaysOnTop(true);
        window.setBounds(4, 4, 160, 40);
        window.setVisible(true);
        return window;
    }

    private record Files(Path file) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return flavor.equals(DataFlavor.javaFileListFlavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) {
            return List.of(file.toFile());
        }
    }
}
