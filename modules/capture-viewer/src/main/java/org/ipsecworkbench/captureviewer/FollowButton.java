package org.ipsecworkbench.captureviewer;

import java.awt.FlowLayout;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Whether the capture is followed. */
@Messages({
    "CTL_Follow=F&ollow",
    "HINT_Follow=Show packets as another program appends them to the file (Ctrl+Shift+F)",
    "MSG_NotOpen=The file is not open."
})
final class FollowButton extends JToggleButton {
    private static final long serialVersionUID = 1;

    private String whyNot = "";

    FollowButton(Consumer<Boolean> onFollow) {
        Mnemonics.setLocalizedText(this, Bundle.CTL_Follow());
        setName("follow");
        setToolTipText(Bundle.HINT_Follow());
        putClientProperty("JButton.buttonType", "toolBarButton");
        addActionListener(e -> onFollow.accept(isSelected()));
    }

    /** In a box that keeps it at the end of a row. */
    JComponent atTheEnd() {
        JPanel box = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 2));
        box.setOpaque(false);
        box.add(this);
        return box;
    }

    void show(Snapshot snapshot) {
        whyNot = snapshot.state() == Snapshot.State.FAILED
                ? Bundle.MSG_NotOpen()
                : snapshot.growth().whyNot();
        if (!snapshot.state().running()) {
            setSelected(false);
        }
        setEnabled(whyNot.isEmpty());
        setToolTipText(whyNot.isEmpty() ? Bundle.HINT_Follow() : whyNot);
    }

    /** Why it cannot be followed; empty where it can. */
    String whyNot() {
        return whyNot;
    }
}
