package org.ipsecworkbench.ikelogbrowser.detail;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.UIManager;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** What the selected step says, with a search through what all steps of its negotiation say: packets and events of every source. */
@Messages({"ACN_Message=The selected message", "PRO_FindText=in all messages and events of this negotiation"})
final class MessagePane extends JPanel {
    private static final long serialVersionUID = 1;
    private static final double TEXT_SHARE = 0.37;

    private final transient SearchedText<Step> searched;
    private final JScrollPane right;
    private final JSplitPane both;
    private transient volatile Origins origins = Origins.NONE;

    /**
     * Empty.
     *
     * @param beside what stands to the right of the text
     * @param goTo selects a step where the next occurrence is in another one
     */
    MessagePane(JComponent beside, Consumer<Step> goTo) {
        super(new BorderLayout());
        searched = new SearchedText<>(
                "message", Bundle.ACN_Message(), Bundle.PRO_FindText(), step -> MessageText.of(step, origins), goTo);
        right = sized(new JScrollPane(beside), 1 - TEXT_SHARE);
        JScrollPane left = sized(new JScrollPane(searched.text()), TEXT_SHARE);
        both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, left, right);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(TEXT_SHARE);
        add(both, BorderLayout.CENTER);
        add(searched.bar(), BorderLayout.SOUTH);
        searched.bar().stepByKeys(this);
    }

    private static JScrollPane sized(JScrollPane scroll, double share) {
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setMinimumSize(new Dimension(120, 60));
        scroll.setPreferredSize(new Dimension((int) (share * 1000), 300));
        return scroll;
    }

    /** Shows what stands to the right of the text, or gives the text its room. */
    void showBeside(boolean on) {
        if (right.isVisible() != on) {
            right.setVisible(on);
            both.setDividerSize(on ? UIManager.getInt("SplitPane.dividerSize") : 0);
            both.resetToPreferredSizes();
        }
    }

    /** Where the steps come from. */
    void origins(Origins newOrigins) {
        origins = newOrigins;
    }

    /** Whose steps are searched; null for none. */
    void show(@Nullable Negotiation negotiation) {
        searched.among(negotiation == null ? List.of() : negotiation.steps());
    }

    /** Shows a step; null shows none. */
    void show(@Nullable Step step) {
        searched.show(step);
    }

    /** Moves the focus to the field of what is looked for. */
    void find() {
        searched.bar().focusField();
    }
}
