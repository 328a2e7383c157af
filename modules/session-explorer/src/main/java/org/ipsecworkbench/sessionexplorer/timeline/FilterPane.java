package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.ipsecworkbench.diagnosis.TimelineFilter;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.workbench.Typing;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** What of a timeline is wanted: a host, a cookie, an SPI, kinds. */
@Messages({
    "LBL_Host=&Host:",
    "LBL_Cookie=&Cookie:",
    "LBL_Spi=S&PI:",
    "LBL_AllHosts=All hosts and files",
    "HINT_Host=A host, or an address that is typed here",
    "PRO_Cookie=beginning in hex",
    "PRO_Spi=0xc0ffee01"
})
final class FilterPane extends JPanel {
    private static final long serialVersionUID = 1;

    private final JComboBox<String> host = new JComboBox<>();
    private final JTextField cookie = new JTextField(14);
    private final JTextField spi = new JTextField(10);
    private final Map<TimelineKind, JCheckBox> kinds = new EnumMap<>(TimelineKind.class);
    private final WrappedText fault = new WrappedText(false);
    private final transient Runnable changed;
    private boolean isFilling;

    FilterPane(Runnable changed) {
        super(new BorderLayout(0, 2));
        this.changed = changed;
        setBorder(BorderFactory.createEmptyBorder(4, 8, 2, 8));
        JPanel fields = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 2));
        host.setName("timelineHost");
        host.setEditable(true);
        host.setToolTipText(Bundle.HINT_Host());
        host.addItem(Bundle.LBL_AllHosts());
        host.addActionListener(e -> tell());
        add(fields, Bundle.LBL_Host(), host);
        field(fields, Bundle.LBL_Cookie(), cookie, "timelineCookie", Bundle.PRO_Cookie());
        field(fields, Bundle.LBL_Spi(), spi, "timelineSpi", Bundle.PRO_Spi());
        JPanel boxes = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
        for (TimelineKind kind : TimelineKind.values()) {
            JCheckBox box = new JCheckBox(kind.label(), true);
            box.setName("kind-" + kind.key());
            box.addActionListener(e -> tell());
            kinds.put(kind, box);
            boxes.add(box);
        }
        fault.setName("timelineFault");
        fault.setBorder(BorderFactory.createEmptyBorder(2, 6, 2, 6));
        fault.setVisible(false);
        add(fields, BorderLayout.NORTH);
        add(boxes, BorderLayout.CENTER);
        add(fault, BorderLayout.SOUTH);
    }

    private void field(JPanel panel, String label, JTextField field, String name, String example) {
        field.setName(name);
        field.putClientProperty("JTextField.placeholderText", example);
        field.putClientProperty("JTextField.showClearButton", true);
        Typing.in(field, this::tell);
        add(panel, label, field);
    }

    private static void add(JPanel panel, String words, JComponent field) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, words);
        label.setLabelFor(field);
        panel.add(label);
        panel.add(field);
    }

    private void tell() {
        if (!isFilling) {
            String why = filter(null, null).fault();
            fault.setText(why);
            fault.setVisible(!why.isEmpty());
            changed.run();
        }
    }

    /** Offers hosts and files, and the kinds that there are. */
    void offer(List<String> lanes, Set<TimelineKind> present) {
        isFilling = true;
        try {
            lanes.stream().filter(lane -> !lane.isEmpty()).forEach(host::addItem);
            kinds.forEach((kind, box) -> box.setVisible(present.contains(kind)));
        } finally {
            isFilling = false;
        }
    }

    /** The filter as it stands, for a range of times. */
    TimelineFilter filter(@Nullable Instant from, @Nullable Instant to) {
        Object chosen = host.getSelectedItem();
        String name = chosen == null || chosen.equals(Bundle.LBL_AllHosts()) ? "" : String.valueOf(chosen);
        Set<TimelineKind> wanted = Arrays.stream(TimelineKind.values())
                .filter(kind -> isWanted(kind))
                .collect(Collectors.toSet());
        boolean isAll = wanted.size() == kinds.size();
        return new TimelineFilter(name, cookie.getText(), spi.getText(), isAll ? Set.of() : wanted, from, to);
    }

    /** One that is not offered has no entries, so that it makes no difference. */
    private boolean isWanted(TimelineKind kind) {
        JCheckBox box = kinds.get(kind);
        return box != null && box.isSelected();
    }

    /** Wants all again. */
    void clear() {
        isFilling = true;
        try {
            host.setSelectedIndex(0);
            cookie.setText("");
            spi.setText("");
            kinds.values().forEach(box -> box.setSelected(true));
        } finally {
            isFilling = false;
        }
        tell();
    }

    /** Moves the focus to the first field. */
    void focusFirst() {
        host.requestFocusInWindow();
    }
}
