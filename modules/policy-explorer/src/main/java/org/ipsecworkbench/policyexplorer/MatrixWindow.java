package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
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
    "LBL_Families=Hosts with addresses of IPv4 and of IPv6 cannot be predicted in one matrix."
})
public final class MatrixWindow extends TopComponent {
    private static final long serialVersionUID = 1;
    private static final RequestProcessor WORK = new RequestProcessor("Predicting many hosts");

    /** More hosts are first shown by their kinds. */
    private static final int MANY = 24;

    private final transient List<PolicyEvidence> policies;
    private final transient List<Host> hosts;
    private final JTextField service = new JTextField("tcp:445", 8);
    private final JLabel error = new JLabel();
    private final JCheckBox byKind = new JCheckBox();
    private final JButton open = new JButton();
    private final JLabel kinds = new JLabel();
    private final JLabel pair = new JLabel();
    private final MatrixMap map = new MatrixMap(new Chosen());
    private final MatrixNames rows = new MatrixNames(map, false);
    private final MatrixNames columns = new MatrixNames(map, true);
    private final MatrixLegend legend = new MatrixLegend();
    private final PredictionView view = new PredictionView();
    private transient @Nullable PredictionMatrix matrix;
    private transient @Nullable MatrixCells cells;

    private MatrixWindow(List<PolicyEvidence> policies) {
        this.policies = List.copyOf(policies);
        hosts = PolicyEvidence.hosts(policies);
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
        if (hosts.stream().map(host -> host.address().bits()).distinct().count() > 1) {
            fault(Bundle.LBL_Families());
            return;
        }
        fault("");
        kinds.setText(Bundle.LBL_Predicting(Formats.count(hosts.size())));
        WORK.post(() -> {
            PredictionMatrix predicted = PredictionMatrix.of(hosts, asked);
            SwingUtilities.invokeLater(() -> show(predicted));
        });
    }

    private void fault(String words) {
        error.setText(words);
        error.setForeground(Palette.text(Tone.CLEAR));
        service.getAccessibleContext().setAccessibleDescription(words);
    }

    private void show(PredictionMatrix predicted) {
        matrix = predicted;
        kinds.setText(Bundle.LBL_Kinds(Formats.count(hosts.size()), Formats.count(predicted.kinds())));
        legend.show(predicted);
        showCells();
        map.requestFocusInWindow();
    }

    private void showCells() {
        if (matrix != null) {
            cells = byKind.isSelected() ? MatrixCells.byKind(matrix) : MatrixCells.byHost(matrix);
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
