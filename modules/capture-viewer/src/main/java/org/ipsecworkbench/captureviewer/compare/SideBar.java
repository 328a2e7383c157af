package org.ipsecworkbench.captureviewer.compare;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.workbench.Palette;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Which capture is before and which after. */
@Messages({"LBL_Before=Before:", "LBL_After=After:", "CTL_Swap=&Swap", "CTL_OpenOther=Ope&n a File…"})
final class SideBar extends JPanel {
    private static final long serialVersionUID = 1;

    private final JPanel left = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
    private final JLabel before = new JLabel(Bundle.LBL_Before());
    private final JLabel after = new JLabel(Bundle.LBL_After());
    private final JButton swap = new JButton();

    SideBar(Runnable swaps, Runnable opens) {
        super(new BorderLayout());
        setBorder(BorderFactory.createEmptyBorder(1, 4, 1, 8));
        Mnemonics.setLocalizedText(swap, Bundle.CTL_Swap());
        swap.setName("swap");
        swap.addActionListener(e -> swaps.run());
        JButton open = new JButton();
        Mnemonics.setLocalizedText(open, Bundle.CTL_OpenOther());
        open.setName("openOther");
        open.addActionListener(e -> opens.run());
        JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 4));
        right.add(open);
        add(left, BorderLayout.CENTER);
        add(right, BorderLayout.EAST);
        updateUI();
    }

    /** Puts each side in its place. */
    void show(Component beforeSide, Component afterSide) {
        left.removeAll();
        left.add(before);
        left.add(beforeSide);
        left.add(swap);
        left.add(after);
        left.add(afterSide);
        left.revalidate();
        left.repaint();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (before != null) {
            Font bold = Palette.font().deriveFont(Font.BOLD);
            before.setFont(bold);
            after.setFont(bold);
        }
    }
}
