package org.ipsecworkbench.workbench.hosts;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.StillCaret;
import org.ipsecworkbench.workbench.WidthPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The steps of a connection test, each with what was found, or why it failed and what to do next. */
@Messages({
    "STEP_RESOLVE=Resolve",
    "STEP_CONNECT=Connect",
    "STEP_TRUST=Trust",
    "STEP_IDENTIFY=Identify",
    "STEP_AUTHENTICATE=Authenticate",
    "STEP_SHELL=Shell",
    "STEP_ELEVATION=Elevation",
    "STEP_SYSTEM=System",
    "STEP_NotReached=not reached",
    "STEP_Ok=ok",
    "# {0} - explanation",
    "# {1} - next step",
    "STEP_Failed=Failed: {0}\nNext: {1}"
})
final class StepsPanel extends WidthPanel {
    private static final long serialVersionUID = 1;

    private final Map<ConnectionStep, JLabel> names = new EnumMap<>(ConnectionStep.class);
    private final Map<ConnectionStep, WrappedText> texts = new EnumMap<>(ConnectionStep.class);

    StepsPanel() {
        super(new GridBagLayout());
        setOpaque(false);
        GridBagConstraints at = new GridBagConstraints();
        for (ConnectionStep step : ConnectionStep.values()) {
            JLabel name = new JLabel(name(step));
            name.setIconTextGap(6);
            WrappedText text = new WrappedText(false);
            text.setName("step-" + step.key());
            // What is set would scroll into sight.
            text.setCaret(new StillCaret());
            name.setLabelFor(text);
            at.gridy = step.ordinal();
            at.gridx = 0;
            at.weightx = 0;
            at.anchor = GridBagConstraints.NORTHWEST;
            at.fill = GridBagConstraints.NONE;
            at.insets = new Insets(0, 0, 5, 10);
            add(name, at);
            at.gridx = 1;
            at.weightx = 1;
            at.fill = GridBagConstraints.HORIZONTAL;
            at.insets = new Insets(0, 0, 5, 0);
            add(text, at);
            names.put(step, name);
            texts.put(step, text);
        }
        at.gridy = ConnectionStep.values().length;
        at.weighty = 1;
        add(new JLabel(), at);
        show(List.of(), false);
    }

    private static String name(ConnectionStep step) {
        return switch (step) {
            case RESOLVE -> Bundle.STEP_RESOLVE();
            case CONNECT -> Bundle.STEP_CONNECT();
            case TRUST -> Bundle.STEP_TRUST();
            case IDENTIFY -> Bundle.STEP_IDENTIFY();
            case AUTHENTICATE -> Bundle.STEP_AUTHENTICATE();
            case SHELL -> Bundle.STEP_SHELL();
            case ELEVATION -> Bundle.STEP_ELEVATION();
            case SYSTEM -> Bundle.STEP_SYSTEM();
        };
    }

    /** Shows steps; the others have not come yet, or, where the test has ended, were not reached. */
    void show(List<HostTest.Result> results, boolean hasEnded) {
        Map<ConnectionStep, HostTest.Result> byStep = new EnumMap<>(ConnectionStep.class);
        results.forEach(result -> byStep.put(result.step(), result));
        for (ConnectionStep step : ConnectionStep.values()) {
            HostTest.Result result = byStep.get(step);
            JLabel name = names.get(step);
            WrappedText text = texts.get(step);
            if (name != null && text != null) {
                boolean isReached = result != null && result.isReached();
                name.setIcon(mark(result).icon());
                name.setEnabled(isReached);
                text.setText(result != null && isReached ? words(result) : hasEnded ? Bundle.STEP_NotReached() : "");
                text.setEnabled(isReached);
            }
        }
        revalidate();
    }

    private static Mark mark(HostTest.@Nullable Result result) {
        if (result == null || !result.isReached()) {
            return Mark.NOT_COUNTED;
        }
        return result.isOk() ? Mark.SUCCEEDED : Mark.FAILED;
    }

    private static String words(HostTest.Result result) {
        Failure failure = result.failure();
        if (failure == null) {
            return result.detail().isEmpty() ? Bundle.STEP_Ok() : result.detail();
        }
        return Bundle.STEP_Failed(failure.explanation(), failure.nextStep());
    }
}
