package org.ipsecworkbench.workbench.welcome;

import java.awt.Image;
import java.util.Comparator;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import org.ipsecworkbench.workbench.Mark;
import org.openide.windows.WindowManager;

/** The icon of the main window, which the branding sets. */
final class ProductIcon {
    private ProductIcon() {}

    /** In about this size: the next larger one, made smaller. */
    static Icon of(int size) {
        return WindowManager.getDefault().getMainWindow().getIconImages().stream()
                .filter(image -> image.getWidth(null) >= size)
                .min(Comparator.comparingInt(image -> image.getWidth(null)))
                .<Icon>map(image -> new ImageIcon(image.getScaledInstance(size, size, Image.SCALE_SMOOTH)))
                .orElseGet(() -> Mark.ENCRYPTED.icon(size));
    }
}
