package org.ipsecworkbench.workbench;

import java.awt.Dimension;
import java.awt.Insets;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;
import javax.swing.text.View;

/** Text that wraps to the width it gets, looks like a label, and can be selected and copied. */
public final class WrappedText extends JTextArea {
    private static final long serialVersionUID = 1;

    private final boolean muted;
    private int fixedWidth;

    /** Empty; muted text is for what matters less. */
    public WrappedText(boolean muted) {
        this.muted = muted;
        setEditable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setOpaque(false);
        setBorder(null);
        setMargin(new Insets(0, 0, 0, 0));
        setCaret(new HiddenCaret());
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                revalidate();
            }
        });
        updateUI();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFont(UIManager.getFont("Label.font"));
        setForeground(muted ? Palette.muted() : Palette.foreground());
        setDropTarget(null);
    }

    /** Wraps to a width in pixels of its own instead of the one it gets. */
    public void wrapAt(int width) {
        fixedWidth = width;
    }

    @Override
    public Dimension getPreferredSize() {
        int width = fixedWidth > 0 ? fixedWidth : getWidth();
        if (width <= 0) {
            return super.getPreferredSize();
        }
        View view = getUI().getRootView(this);
        Insets insets = getInsets();
        view.setSize(width - insets.left - insets.right, Integer.MAX_VALUE);
        int height = (int) Math.ceil(view.getPreferredSpan(View.Y_AXIS)) + insets.top + insets.bottom;
        return new Dimension(width, height);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, getPreferredSize().height);
    }

    /** Selects, but never blinks: nothing can be typed here. */
    private static final class HiddenCaret extends DefaultCaret {
        private static final long serialVersionUID = 1;

        @Override
        public void setVisible(boolean visible) {
            super.setVisible(false);
        }
    }
}
