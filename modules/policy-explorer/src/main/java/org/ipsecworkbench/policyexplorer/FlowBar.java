package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Asks for a flow, and of one host also for its side; what is wrong with the flow stands under it. */
@Messages({
    "LBL_Flow=&Flow:",
    "HINT_Flow=tcp 10.0.0.1 10.0.0.2:445",
    "LBL_IsSource=The host sends it",
    "LBL_IsDestination=The host gets it",
    "ACN_Side=Side of the host",
    "CTL_Which=&Which rule acts?",
    "CTL_Predict=&Predict"
})
final class FlowBar extends JPanel {
    private static final long serialVersionUID = 1;

    private final JTextField text = new JTextField(30);
    private final JComboBox<String> side =
            new JComboBox<>(new String[] {Bundle.LBL_IsSource(), Bundle.LBL_IsDestination()});
    private final JLabel error = new JLabel(" ");
    private final transient BiConsumer<Flow, Side> asked;

    private FlowBar(String button, boolean hasSide, BiConsumer<Flow, Side> asked) {
        super(new BorderLayout());
        this.asked = asked;
        setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 10));
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Flow());
        label.setLabelFor(text);
        text.setName("flow");
        text.putClientProperty("JTextField.placeholderText", Bundle.HINT_Flow());
        text.addActionListener(e -> ask());
        side.getAccessibleContext().setAccessibleName(Bundle.ACN_Side());
        side.setName("side");
        JButton which = new JButton();
        which.setName("ask");
        Mnemonics.setLocalizedText(which, button);
        which.addActionListener(e -> ask());
        JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 2));
        row.add(label);
        row.add(text);
        if (hasSide) {
            row.add(side);
        }
        row.add(which);
        error.setName("flow-error");
        error.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 0));
        error.setVisible(false);
        add(row, BorderLayout.CENTER);
        add(error, BorderLayout.SOUTH);
    }

    /** Which rule of one host acts. */
    static FlowBar which(BiConsumer<Flow, Side> asked) {
        return new FlowBar(Bundle.CTL_Which(), true, asked);
    }

    /** What two hosts do with it. */
    static FlowBar predict(Consumer<Flow> asked) {
        FlowBar bar = new FlowBar(Bundle.CTL_Predict(), false, (flow, any) -> asked.accept(flow));
        bar.text.setName("predicted-flow");
        return bar;
    }

    /** Asks for this flow. */
    void ask(String flow) {
        text.setText(flow);
        ask();
    }

    private void ask() {
        Side of = side.getSelectedIndex() == 0 ? Side.SOURCE : Side.DESTINATION;
        Flow flow;
        try {
            flow = Flow.parse(text.getText());
        } catch (IllegalArgumentException e) {
            error.setText(e.getMessage());
            error.setForeground(Palette.text(Tone.CLEAR));
            error.setVisible(true);
            text.getAccessibleContext().setAccessibleDescription(e.getMessage());
            text.requestFocusInWindow();
            return;
        }
        error.setVisible(false);
        text.getAccessibleContext().setAccessibleDescription("");
        asked.accept(flow, of);
    }

    @Override
    public boolean requestFocusInWindow() {
        return text.requestFocusInWindow();
    }
}
