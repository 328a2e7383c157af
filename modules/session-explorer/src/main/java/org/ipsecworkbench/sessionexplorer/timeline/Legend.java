package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.workbench.Palette;
import org.openide.util.NbBundle.Messages;

/** What shapes and columns of the lanes mean. */
@Messages({
    "LBL_Good=as hoped for",
    "LBL_Bad=trouble",
    "LBL_Neutral=neither",
    "LBL_Several=several at once; the worst is shown",
    "LBL_Protected=packets encrypted",
    "LBL_InClear=packets in clear"
})
final class Legend extends JPanel {
    private static final long serialVersionUID = 1;

    Legend() {
        super(new FlowLayout(FlowLayout.LEADING, 16, 0));
        setBorder(BorderFactory.createEmptyBorder(3, 4, 3, 4));
        add(label(new SignalIcon(Signal.GOOD, false), Bundle.LBL_Good()));
        add(label(new SignalIcon(Signal.BAD, false), Bundle.LBL_Bad()));
        add(label(new SignalIcon(Signal.NEUTRAL, false), Bundle.LBL_Neutral()));
        add(label(new SignalIcon(Signal.NEUTRAL, true), Bundle.LBL_Several()));
        add(label(Palette.chip(LanePainter.tone(Protection.ENCRYPTED)), Bundle.LBL_Protected()));
        add(label(Palette.chip(LanePainter.tone(Protection.CLEAR)), Bundle.LBL_InClear()));
    }

    private static JLabel label(Icon icon, String words) {
        JLabel label = new JLabel(words, icon, JLabel.LEADING);
        label.setIconTextGap(6);
        return label;
    }
}
