package org.ipsecworkbench.workbench.hosts;

import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.StillCaret;
import org.ipsecworkbench.workbench.WidthPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** What is known of one host: its state in words first, then where it is and how its last test went. */
@Messages({
    "MSG_SelectHost=Select a host to see how its last test went.",
    "CTL_LookAtCertificate=&Look at Its Certificate…",
    "# {0} - time",
    "LBL_TestedAt=tested at {0}",
    "# {0} - offset",
    "LBL_ClockIs=its clock is {0} from this machine''s",
    "# {0} - user",
    "LBL_AsUser=as {0}",
    "# {0} - tags",
    "LBL_Tags=tags: {0}",
    "LBL_Pinned=only the key that you trusted is accepted"
})
final class HostDetails extends WidthPanel {
    private static final long serialVersionUID = 1;

    private final JLabel headline = new JLabel();
    private final WrappedText facts = new WrappedText(true);
    private final StepsPanel steps = new StepsPanel();
    private final JButton certificate = new JButton();
    private final transient ChangeListener changed = e -> refresh();
    private transient @Nullable HostEntry entry;

    HostDetails() {
        super(new GridBagLayout());
        setBorder(BorderFactory.createEmptyBorder(10, 12, 10, 12));
        headline.setName("hostState");
        headline.setIconTextGap(8);
        facts.setName("hostFacts");
        facts.setCaret(new StillCaret());
        steps.setName("hostSteps");
        certificate.setName("certificateOfHost");
        Mnemonics.setLocalizedText(certificate, Bundle.CTL_LookAtCertificate());
        certificate.addActionListener(e -> {
            if (entry != null) {
                HostTests.lookAtCertificate(entry);
            }
        });
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.weightx = 1;
        at.anchor = GridBagConstraints.NORTHWEST;
        at.fill = GridBagConstraints.HORIZONTAL;
        at.insets = new Insets(0, 0, 6, 0);
        add(headline, at);
        add(facts, at);
        at.insets = new Insets(4, 0, 6, 0);
        add(steps, at);
        at.fill = GridBagConstraints.NONE;
        add(certificate, at);
        at.weighty = 1;
        add(new JLabel(), at);
        updateUI();
        show(null);
    }

    /** Shows a host and follows it; null for none. */
    void show(@Nullable HostEntry other) {
        if (entry != null) {
            entry.removeChangeListener(changed);
        }
        entry = other;
        if (other != null) {
            other.addChangeListener(changed);
        }
        refresh();
    }

    private void refresh() {
        HostEntry shown = entry;
        headline.setVisible(shown != null);
        steps.setVisible(shown != null && shown.state().kind() != HostState.Kind.NOT_TRIED);
        certificate.setVisible(false);
        if (shown == null) {
            facts.setText(Bundle.MSG_SelectHost());
            return;
        }
        HostState state = shown.state();
        HostTest.Report report = state.report();
        headline.setIcon(state.kind().mark().icon());
        headline.setText(shown.words());
        facts.setText(facts(shown));
        steps.show(state.steps(), report != null || state.kind() == HostState.Kind.CANCELLED);
        certificate.setVisible(report != null && report.untrusted() != null);
        revalidate();
        repaint();
    }

    private static String facts(HostEntry entry) {
        KnownHost host = entry.host();
        List<String> facts = new ArrayList<>();
        facts.add(host.name() + ", " + host.address()
                + (host.user().isEmpty() ? "" : " " + Bundle.LBL_AsUser(host.user())));
        List<String> more = new ArrayList<>();
        if (entry.state().time() != null) {
            more.add(Bundle.LBL_TestedAt(HostNode.time(entry.state().time())));
        }
        if (!HostNode.clock(entry).isEmpty()) {
            more.add(Bundle.LBL_ClockIs(HostNode.clock(entry)));
        }
        if (!host.pin().isEmpty()) {
            more.add(Bundle.LBL_Pinned());
        }
        if (!host.tags().isEmpty()) {
            more.add(Bundle.LBL_Tags(String.join(", ", host.tags())));
        }
        facts.add(String.join("; ", more));
        facts.add(host.notes());
        Failure failure = entry.state().failure();
        if (failure != null && entry.state().report() == null) {
            facts.add(Bundle.STEP_Failed(failure.explanation(), failure.nextStep()));
        }
        facts.removeIf(String::isBlank);
        return String.join("\n", facts);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (headline != null) {
            headline.setFont(Palette.font().deriveFont(Font.BOLD, Palette.font().getSize2D() * 1.15f));
        }
    }
}
