package org.ipsecworkbench.ikelogbrowser;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.workbench.Palette;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** The files of a window, with the buttons that add one, give keys, and follow logs. */
@Messages({
    "CTL_AddSource=&Add Source…",
    "HINT_AddSource=Shows what another file says of the same negotiations: a capture, an Oakley.log, events (or drop it here)",
    "CTL_Keys=&Keys…",
    "HINT_Keys=Decrypts with an ikev1_decryption_table or ikev2_decryption_table of Wireshark",
    "CTL_LogTime=Log Ti&me…",
    "HINT_LogTime=Chooses the time zone and the year of the log, which its lines do not say",
    "# {0} - file",
    "# {1} - time zone",
    "LBL_InZone={0} ({1})",
    "# {0} - file",
    "# {1} - time zone",
    "# {2} - year",
    "LBL_InYear={0} ({1}, {2})",
    "CTL_Follow=Follow",
    "HINT_Follow=Show lines as the host appends them to its log (Ctrl+Shift+F)",
    "# {0} - files",
    "LBL_Sources=Sources: {0}",
    "# {0} - file",
    "LBL_Source=Source: {0}",
    "# {0} - the sources",
    "LBL_WithKeys={0}; decrypted with your keys where they fit"
})
final class SourceBar extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel words = new JLabel();
    private final JToggleButton follow = new JToggleButton();
    private final JButton time = new JButton();

    SourceBar(Runnable onAdd, Runnable onKeys, Runnable onTime, Consumer<Boolean> onFollow) {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(3, 14, 3, 8));
        words.setName("sources");
        // The files' names give way to the buttons where the window is narrow.
        words.setMinimumSize(new Dimension(0, 0));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        buttons.setOpaque(false);
        button(buttons, follow, "follow", Bundle.CTL_Follow(), Bundle.HINT_Follow());
        follow.addActionListener(e -> onFollow.accept(follow.isSelected()));
        button(buttons, time, "logTime", Bundle.CTL_LogTime(), Bundle.HINT_LogTime());
        time.addActionListener(e -> onTime.run());
        JButton keys = new JButton();
        button(buttons, keys, "keys", Bundle.CTL_Keys(), Bundle.HINT_Keys());
        keys.addActionListener(e -> onKeys.run());
        JButton add = new JButton();
        button(buttons, add, "addSource", Bundle.CTL_AddSource(), Bundle.HINT_AddSource());
        add.addActionListener(e -> onAdd.run());
        add(words, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
    }

    private static void button(JPanel into, AbstractButton button, String name, String text, String hint) {
        Mnemonics.setLocalizedText(button, text);
        button.setName(name);
        button.setToolTipText(hint);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        into.add(button);
    }

    /** With the time zone and the year where these were chosen. */
    private static String name(Sources.File file) {
        LogTime chosen = file.time();
        if (chosen.equals(LogTime.ofThisMachine())) {
            return file.name;
        }
        String zone = chosen.zone().getId();
        return chosen.year() == 0
                ? Bundle.LBL_InZone(file.name, zone)
                : Bundle.LBL_InYear(file.name, zone, String.valueOf(chosen.year()));
    }

    void show(List<Sources.File> files, boolean hasKeys, boolean follows) {
        String names = files.stream().map(SourceBar::name).collect(Collectors.joining(", "));
        String told = files.size() == 1 ? Bundle.LBL_Source(names) : Bundle.LBL_Sources(names);
        words.setText(hasKeys ? Bundle.LBL_WithKeys(told) : told);
        words.setToolTipText(files.stream().map(file -> file.path.toString()).collect(Collectors.joining(", ")));
        time.setVisible(files.stream().anyMatch(Sources.File::isOakley));
        follow.setVisible(files.stream().anyMatch(Sources.File::isOakley));
        follow.setSelected(follows);
        words.setForeground(Palette.foreground());
    }
}
