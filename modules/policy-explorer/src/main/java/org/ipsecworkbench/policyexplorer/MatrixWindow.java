package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Objects;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;

/** The window of what each of many hosts does with traffic to each other one: a map of all pairs, and the proof of the chosen one. */
@TopComponent.Description(
        preferredID = "PolicyMatrix",
        iconBase = PolicyWindow.ICON,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - how many",
    "LBL_Matrix=Predictions between {0} hosts",
    "LBL_Service=&Service:",
    "CTL_PredictAll=&Predict",
    "CTL_ByKind=One line for hosts that are &alike",
    "TIP_ByKind=Alike are hosts whose policies say the same, and whose addresses no filter tells apart.",
    "CTL_OpenPair=&Open This Pair",
    "# {0} - who begins",
    "# {1} - who answers",
    "LBL_ChosenPair={0} to {1}",
    "LBL_NoPair=A host and itself are no pair.",
    "# {0} - hosts",
    "# {1} - kinds",
    "LBL_Kinds={0} hosts of {1} kinds. Rows begin, columns answer.",
    "# {0} - hosts",
    "LBL_Predicting=Predicting between {0} hosts…",
    "LBL_Families=Hosts with addresses of IPv4 alone and of IPv6 alone cannot be predicted in one matrix.",
    "CTL_Ipv6=over IPv&6",
    "# {0} - hosts held against all others",
    "# {1} - all",
    "LBL_Known={0} of {1} kinds of hosts are predicted; empty cells are not.",
    "# {0} - hosts",
    "TSK_Predicting=Predicting between {0} hosts"
})
public final class MatrixWindow extends TopComponent {
    private static final long serialVersionUID = 1;
    private static final RequestProcessor WORK = new RequestProcessor("Predicting many hosts");

    /** More hosts are first shown by their kinds. */
    private static final int MANY = 24;

    private final transient List<PolicyEvidence> policies;
    private transient List<Host> hosts;
    private final JTextField service = new JTextField("tcp:445", 8);
    private final JLabel error = new JLabel();
    private final JCheckBox ipv6 = new JCheckBox();
    private final JCheckBox byKind = new JCheckBox();
    private final JButton open = new JButton();
    private final JLabel kinds = new JLabel();
    private final JLabel pair = new JLabel();
    private final MatrixMap map = new MatrixMap(new Chosen());
    private final MatrixNames rows = new MatrixNames(map, false);
    private final MatrixNames columns = new MatrixNames(map, true);
    private final MatrixLegend legend = new MatrixLegend();
    private final PredictionView view = new PredictionView();
    private transient @Nullable MatrixWork work;
    /** The one whose first result was shown. */
    private transient @Nullable MatrixWork drawn;

    private transient @Nullable PredictionMatrix matrix;
    private transient @Nullable MatrixCells cells;

    private MatrixWindow(List<PolicyEvidence> policies) {
        this.policies = List.copyOf(policies);
        hosts = PolicyEvidence.hosts(policies, PolicyEvidence.areOfIpv6(policies));
        setName(Bundle.LBL_Matrix(Formats.count(policies.size())));
        setDisplayName(getName());
        setLayout(new BorderLayout());
        add(top(), BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(map);
        scroll.setRowHeaderView(rows);
        scroll.setColumnHeaderView(columns);
        JPanel left = new JPanel(new BorderLayout());
        left.add(scroll, BorderLayout.CENTER);
        left.add(legend, BorderLayout.SOUTH);
        left.setMinimumSize(new Dimension(260, 100));
        left.setPreferredSize(new Dimension(600, 500));
        JPanel right = new JPanel(new BorderLayout());
        JPanel chosen = new JPanel(new FlowLayout(FlowLayout.LEADING, 10, 4));
        chosen.add(pair);
        chosen.add(open);
        right.add(chosen, BorderLayout.NORTH);
        right.add(view, BorderLayout.CENTER);
        right.setMinimumSize(new Dimension(260, 100));
        right.setPreferredSize(new Dimension(620, 500));
        JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, left, right);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.5);
        add(both, BorderLayout.CENTER);
        view.setVisible(false);
        open.setEnabled(false);
        Copying.enable(this);
    }

    private JPanel top() {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Service());
        label.setLabelFor(service);
        service.setName("service");
        service.addActionListener(e -> predict());
        JButton predict = new JButton();
        Mnemonics.setLocalizedText(predict, Bundle.CTL_PredictAll());
        predict.addActionListener(e -> predict());
        Mnemonics.setLocalizedText(ipv6, Bundle.CTL_Ipv6());
        ipv6.setName("ipv6");
        ipv6.setSelected(PolicyEvidence.areOfIpv6(policies));
        ipv6.setVisible(policies.stream().anyMatch(PolicyEvidence::hasIpv6));
        ipv6.addActionListener(e -> predict());
        Mnemonics.setLocalizedText(byKind, Bundle.CTL_ByKind());
        byKind.setName("byKind");
        byKind.setToolTipText(Bundle.TIP_ByKind());
        byKind.setSelected(hosts.size() > MANY);
        byKind.addActionListener(e -> showCells());
        Mnemonics.setLocalizedText(open, Bundle.CTL_OpenPair());
        open.setName("openPair");
        open.addActionListener(e -> map.open());
        pair.setName("pair");
        kinds.setName("kinds");
        error.setName("service-error");
        JPanel top = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
        top.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
        top.add(label);
        top.add(service);
        top.add(predict);
        top.add(ipv6);
        top.add(byKind);
        top.add(kinds);
        top.add(error);
        return top;
    }

    /** Predicts all pairs of hosts. On the event dispatch thread. */
    static void show(List<PolicyEvidence> policies) {
        EditorWindows.find(MatrixWindow.class, one -> one.policies.equals(policies))
                .ifPresentOrElse(TopComponent::requestActive, () -> {
                    MatrixWindow window = new MatrixWindow(policies);
                    EditorWindows.show(window);
                    window.predict();
                });
    }

    private void predict() {
        Service asked;
        try {
            asked = Service.parse(service.getText());
        } catch (IllegalArgumentException e) {
            fault(String.valueOf(e.getMessage()));
            return;
        }
        if (PolicyEvidence.areOfTwoFamilies(policies)) {
            fault(Bundle.LBL_Families());
            return;
        }
        fault("");
        hosts = PolicyEvidence.hosts(policies, ipv6.isSelected());
        kinds.setText(Bundle.LBL_Predicting(Formats.count(hosts.size())));
        if (work != null) {
            work.cancel();
        }
        work = new MatrixWork(hosts, asked, Bundle.TSK_Predicting(Formats.count(hosts.size())), this::show);
        WORK.post(work);
    }

    private void fault(String words) {
        error.setText(words);
        error.setForeground(Palette.text(Tone.CLEAR));
        service.getAccessibleContext().setAccessibleDescription(words);
    }

    /** Shows what is known, again and again while it grows. */
    private void show(MatrixWork from, PredictionMatrix predicted, int done) {
        if (from != work) {
            return;
        }
        boolean isFirst = from != drawn;
        drawn = from;
        matrix = predicted;
        kinds.setText(
                predicted.isWhole()
                        ? Bundle.LBL_Kinds(Formats.count(hosts.size()), Formats.count(predicted.kinds()))
                        : Bundle.LBL_Known(Formats.count(done), Formats.count(predicted.kinds())));
        legend.show(predicted);
        if (isFirst) {
            showCells();
            map.requestFocusInWindow();
        } else {
            cells = cells();
            map.grow(cells);
        }
    }

    private MatrixCells cells() {
        PredictionMatrix shown = Objects.requireNonNull(matrix);
        return byKind.isSelected() ? MatrixCells.byKind(shown) : MatrixCells.byHost(shown);
    }

    private void showCells() {
        if (matrix != null) {
            cells = cells();
            rows.show(cells);
            columns.show(cells);
            map.show(cells);
        }
    }

    @Override
    public boolean requestFocusInWindow() {
        return map.requestFocusInWindow();
    }

    @Override
    protected void componentClosed() {
        if (work != null) {
            work.cancel();
        }
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    private final class Chosen implements MatrixMap.Listener {
        @Override
        public void chosen(int row, int column) {
            PredictionMatrix shown = matrix;
            MatrixCells at = cells;
            if (shown == null || at == null) {
                return;
            }
            int from = at.host(row);
            int to = at.peer(row, column);
            boolean isPair = from != to;
            open.setEnabled(isPair);
            view.setVisible(isPair);
            String one = hosts.get(from).policy().name();
            String other = hosts.get(to).policy().name();
            pair.setText(isPair ? Bundle.LBL_ChosenPair(one, other) : Bundle.LBL_NoPair());
            if (isPair) {
                view.show(shown.trace(from, to), one, other, List.of());
            }
        }

        @Override
        public void opened(int row, int column) {
            PredictionMatrix shown = matrix;
            MatrixCells at = cells;
            if (shown != null && at != null && at.host(row) != at.peer(row, column)) {
                PolicyEvidence from = policies.get(at.host(row));
                PolicyEvidence to = policies.get(at.peer(row, column));
                PredictionWindow.show(
                        from.at(hosts.get(at.host(row)).address()),
                        to.at(hosts.get(at.peer(row, column)).address()),
                        shown.service());
            }
        }
    }
}
