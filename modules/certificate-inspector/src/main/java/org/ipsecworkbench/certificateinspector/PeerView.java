package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.PairFitness;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Whether two hosts accept each other's certificates, with the rules in both directions. Judged in the background. */
@Messages({"LBL_One=&Host:", "LBL_Other=&Peer:", "LBL_JudgingPair=Judging…"})
final class PeerView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final RequestProcessor JUDGE = new RequestProcessor("Judging pairs of hosts", 1);

    private final JComboBox<String> one = new JComboBox<>();
    private final JComboBox<String> other = new JComboBox<>();
    private final JLabel state = new JLabel();
    private final PeerSide forth = new PeerSide("peerForth");
    private final PeerSide back = new PeerSide("peerBack");
    private transient List<HostCase> hosts = List.of();
    /** Counts what was asked for, so that only the last is shown. */
    private int request;

    private boolean isFilling;

    PeerView() {
        super(new BorderLayout());
        one.setName("peerOne");
        other.setName("peerOther");
        one.addActionListener(e -> judge());
        other.addActionListener(e -> judge());
        JPanel top = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
        add(top, Bundle.LBL_One(), one);
        add(top, Bundle.LBL_Other(), other);
        top.add(state);
        JPanel both = new JPanel(new GridLayout(1, 2, 8, 0));
        both.add(forth);
        both.add(back);
        add(top, BorderLayout.NORTH);
        add(both, BorderLayout.CENTER);
    }

    private static void add(JPanel top, String words, JComboBox<String> box) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, words);
        label.setLabelFor(box);
        top.add(label);
        top.add(box);
    }

    /** Shows pairs of these hosts, of which there are two at least. */
    void show(List<HostCase> newHosts) {
        hosts = newHosts;
        String[] names = newHosts.stream().map(HostCase::name).toArray(String[]::new);
        isFilling = true;
        one.setModel(new DefaultComboBoxModel<>(names));
        other.setModel(new DefaultComboBoxModel<>(names));
        other.setSelectedIndex(1);
        isFilling = false;
        judge();
    }

    private void judge() {
        if (isFilling) {
            return;
        }
        HostCase first = hosts.get(one.getSelectedIndex());
        HostCase second = hosts.get(other.getSelectedIndex());
        int mine = ++request;
        state.setText(Bundle.LBL_JudgingPair());
        JUDGE.post(() -> {
            PairFitness pair = PairFitness.of(
                    first.certificates(),
                    first.requirement(),
                    second.certificates(),
                    second.requirement(),
                    first.now(),
                    Circumstances.WINDOW);
            SwingUtilities.invokeLater(() -> {
                if (mine == request) {
                    state.setText("");
                    forth.show(first.certificates(), pair.first(), second.name());
                    back.show(second.certificates(), pair.second(), first.name());
                }
            });
        });
    }

    @Override
    public boolean requestFocusInWindow() {
        return one.requestFocusInWindow();
    }
}
