package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.ipsecworkbench.policy.Predictor;
import org.ipsecworkbench.policy.ProposedChange;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.WhatIf;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;

/** The window of what two hosts do with the traffic between them: verdict, proof, and what would be if a value were another. */
@TopComponent.Description(
        preferredID = "PolicyPrediction",
        iconBase = PolicyWindow.ICON,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - one host",
    "# {1} - other host",
    "LBL_Prediction=Prediction: {0} and {1}",
    "# {0} - changes",
    "LBL_If=What if {0}",
    "# {0} - outcome",
    "LBL_AsIs=As the hosts are: {0}."
})
public final class PredictionWindow extends TopComponent {
    private static final long serialVersionUID = 1;

    /** Files of another host are what hosts ask each other for most. */
    private static final Service FILES = new Service(6, 445);

    private final transient PolicyEvidence source;
    private final transient PolicyEvidence destination;
    private final FlowBar flowBar = FlowBar.predict(this::predict);
    private final WhatIfBar whatIf;
    private final PredictionView view = new PredictionView();
    private transient List<ProposedChange> changes = List.of();
    private transient @Nullable Flow flow;

    private PredictionWindow(PolicyEvidence source, PolicyEvidence destination) {
        this.source = source;
        this.destination = destination;
        whatIf = new WhatIfBar(source.name(), destination.name(), new Made());
        setName(Bundle.LBL_Prediction(source.name(), destination.name()));
        setDisplayName(Bundle.LBL_Prediction(
                Formats.abbreviate(source.name(), 24), Formats.abbreviate(destination.name(), 24)));
        setToolTipText(getName());
        setLayout(new BorderLayout());
        JPanel top = new JPanel();
        top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
        top.add(flowBar);
        top.add(whatIf);
        add(top, BorderLayout.NORTH);
        add(view, BorderLayout.CENTER);
        view.setVisible(false);
        whatIf.setVisible(false);
        Copying.enable(this);
    }

    /** Predicts what two hosts do, or brings their window to the front. On the event dispatch thread. */
    static void show(PolicyEvidence source, PolicyEvidence destination) {
        show(source, destination, FILES);
    }

    /** The same for a service, at first; another flow may be typed. */
    static void show(PolicyEvidence source, PolicyEvidence destination, Service service) {
        EditorWindows.find(
                        PredictionWindow.class, one -> one.source.equals(source) && one.destination.equals(destination))
                .ifPresentOrElse(TopComponent::requestActive, () -> {
                    PredictionWindow window = new PredictionWindow(source, destination);
                    EditorWindows.show(window);
                    window.begin(service);
                });
    }

    /** Where both addresses are known, there is no need to ask for a flow. */
    private void begin(Service service) {
        if (!source.addresses().isEmpty() && !destination.addresses().isEmpty()) {
            String port = service.port() < 0 ? "" : ":" + service.port();
            flowBar.ask(service.protocol() + " " + source.addresses().get(0) + " "
                    + destination.addresses().get(0) + port);
        }
    }

    private void predict(Flow asked) {
        boolean isOther = !asked.equals(flow);
        flow = asked;
        show(isOther ? List.of() : changes);
    }

    /** A prediction takes less than a millisecond, so it is no work for the background. */
    private void show(List<ProposedChange> wanted) {
        Flow asked = flow;
        if (asked == null) {
            return;
        }
        HostPolicy one = source.against(destination);
        HostPolicy other = destination.against(source);
        Prediction asIs = Predictor.predict(one, other, asked);
        for (ProposedChange change : wanted) {
            if (change.side() == Side.SOURCE) {
                one = WhatIf.apply(one, asked, Side.SOURCE, change.change());
            } else {
                other = WhatIf.apply(other, asked, Side.DESTINATION, change.change());
            }
        }
        changes = List.copyOf(wanted);
        Prediction prediction = Predictor.predict(one, other, asked);
        List<String> before = new ArrayList<>();
        if (!changes.isEmpty()) {
            before.add(Bundle.LBL_If(WhatIfBar.words(changes, source.name(), destination.name())));
            before.add(Bundle.LBL_AsIs(asIs.outcome().label()));
        }
        view.show(prediction, source.name(), destination.name(), before);
        view.setVisible(true);
        whatIf.setVisible(true);
        whatIf.proposes(proposed(prediction), !changes.isEmpty());
        revalidate();
    }

    /** By the sides of the flow that was asked for. */
    private static @Nullable ProposedChange proposed(Prediction prediction) {
        DirectedPrediction decisive = prediction.decisive();
        ProposedChange change = decisive.change();
        if (change == null || decisive.equals(prediction.there())) {
            return change;
        }
        Side side = change.side() == Side.SOURCE ? Side.DESTINATION : Side.SOURCE;
        return new ProposedChange(side, change.change());
    }

    @Override
    public boolean requestFocusInWindow() {
        return view.isVisible() ? view.requestFocusInWindow() : flowBar.requestFocusInWindow();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    private final class Made implements WhatIfBar.Changes {
        @Override
        public void change(ProposedChange change) {
            List<ProposedChange> more = new ArrayList<>(changes);
            more.add(change);
            show(more);
        }

        @Override
        public void undo() {
            show(List.of());
        }
    }
}
