package org.ipsecworkbench.workbench;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.TransferHandler;
import javax.swing.text.DefaultEditorKit;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;
import org.openide.windows.TopComponent;

/** Lets Edit › Copy and Edit › Select All work on the table or text that has the focus in a window. */
public final class Copying {
    private Copying() {}

    /** Enables both for a window. */
    public static void enable(TopComponent window) {
        window.getActionMap().put(DefaultEditorKit.copyAction, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                copy(focused());
            }
        });
        window.getActionMap().put(DefaultEditorKit.selectAllAction, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                if (focused() instanceof JTextComponent text) {
                    text.selectAll();
                } else if (focused() instanceof JTable table) {
                    table.selectAll();
                }
            }
        });
    }

    private static @Nullable Component focused() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
    }

    private static void copy(@Nullable Component from) {
        if (from instanceof JTextComponent text) {
            text.copy();
        } else if (from instanceof JComponent component && component.getTransferHandler() != null) {
            component
                    .getTransferHandler()
                    .exportToClipboard(
                            component, Toolkit.getDefaultToolkit().getSystemClipboard(), TransferHandler.COPY);
        }
    }
}
