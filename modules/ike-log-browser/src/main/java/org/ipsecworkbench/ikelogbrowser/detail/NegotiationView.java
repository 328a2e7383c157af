package org.ipsecworkbench.ikelogbrowser.detail;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.ladder.Ladder;
import org.ipsecworkbench.ikelogbrowser.ladder.Rung;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Bookmarks;
import org.ipsecworkbench.workbench.FileOpening;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/**
 * One negotiation: how it ended and why, its messages as a ladder, and below it what the selected one says, with the raw
 * lines of logs, beside what was offered and accepted.
 */
@Messages({
    "CTL_CopyText=Copy as Te&xt",
    "CTL_Export=Ex&port Ladder…",
    "CTL_GoToPacket=&Go to Packet",
    "HINT_GoToPacket=Shows the packet of the selected message in the window of its capture (Enter on the message)",
    "LBL_NoneSelected=No negotiation is selected"
})
public final class NegotiationView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final double LADDER_SHARE = 0.6;

    private final VerdictBanner banner = new VerdictBanner();
    private final Ladder ladder = new Ladder(this::show, this::goToPacket);
    private final StepDetail detail = new StepDetail(ladder::select);
    private final JButton goTo;
    private final JButton copy;
    private final JButton export;
    private transient Origins origins = Origins.NONE;
    private transient @Nullable Negotiation shown;
    private transient @Nullable Step selected;

    /** Without a negotiation yet. */
    public NegotiationView() {
        super(new BorderLayout());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 4));
        goTo = button(buttons, "goToPacket", Bundle.CTL_GoToPacket(), this::goToPacket);
        goTo.setToolTipText(Bundle.HINT_GoToPacket());
        copy = button(buttons, "copyText", Bundle.CTL_CopyText(), this::copy);
        export = button(buttons, "exportLadder", Bundle.CTL_Export(), this::export);
        JPanel head = new JPanel(new BorderLayout());
        head.add(banner, BorderLayout.CENTER);
        head.add(buttons, BorderLayout.SOUTH);
        add(head, BorderLayout.NORTH);
        ladder.setMinimumSize(new Dimension(120, 80));
        ladder.setPreferredSize(new Dimension(1000, 600));
        detail.setMinimumSize(new Dimension(120, 60));
        detail.setPreferredSize(new Dimension(1000, 400));
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, ladder, detail);
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setResizeWeight(LADDER_SHARE);
        add(split, BorderLayout.CENTER);
        show((Negotiation) null);
    }

    private static JButton button(JPanel into, String name, String text, Runnable does) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text);
        button.setName(name);
        button.addActionListener(e -> does.run());
        into.add(button);
        return button;
    }

    /** Shows a negotiation, or that none is selected. */
    public void show(@Nullable Negotiation negotiation) {
        shown = negotiation;
        copy.setEnabled(negotiation != null);
        export.setEnabled(negotiation != null);
        if (negotiation == null) {
            goTo.setEnabled(false);
            banner.show(Mark.INSUFFICIENT, Bundle.LBL_NoneSelected(), List.of());
            detail.show((Negotiation) null);
            ladder.clear();
            return;
        }
        banner.show(Ending.of(negotiation).mark(), Words.headline(negotiation), Words.reasons(negotiation));
        detail.show(negotiation);
        ladder.show(negotiation);
    }

    /** Selects a step of the negotiation that is shown, and goes to the place in its log. */
    public void show(Step step, Source source, Place place) {
        ladder.select(step);
        detail.show(source, place);
    }

    /** The line of a log that is selected, or where the selected step was read; empty where nothing is selected. */
    public Optional<Bookmarks.InFile> spot() {
        Step step = selected;
        Optional<Bookmarks.InFile> line = detail.spot();
        return line.isPresent() || step == null
                ? line
                : step.evidence().stream()
                        .flatMap(place -> origins.spot(place, step.summary()).stream())
                        .findFirst();
    }

    private void show(@Nullable Rung rung) {
        selected = rung == null ? null : rung.step();
        goTo.setEnabled(packet() != null);
        detail.show(selected);
    }

    /** Says where the steps of what is shown from now on were read. */
    public void origins(Origins newOrigins) {
        origins = newOrigins;
        detail.origins(newOrigins);
    }

    /** The packet of the selected step; null where it has none. */
    private @Nullable Evidence packet() {
        return selected == null
                ? null
                : selected.evidence().stream()
                        .filter(place -> place.source().kind() == Source.Kind.CAPTURE
                                && origins.files().containsKey(place.source()))
                        .findFirst()
                        .orElse(null);
    }

    private void goToPacket() {
        Evidence packet = packet();
        Path capture = packet == null ? null : origins.files().get(packet.source());
        if (packet != null && capture != null) {
            FileOpening.open(capture, Place.packet(packet.first()));
        }
    }

    /** Moves the focus to the search of what the selected negotiation says; false where none is selected. */
    public boolean find() {
        if (shown != null) {
            detail.find();
        }
        return shown != null;
    }

    /** Lets go of all files. */
    public void close() {
        detail.close();
    }

    /** Moves the focus to the ladder. */
    public void focusLadder() {
        ladder.focusFirst();
    }

    private void copy() {
        if (shown != null) {
            Toolkit.getDefaultToolkit()
                    .getSystemClipboard()
                    .setContents(new StringSelection(NegotiationText.of(shown)), null);
        }
    }

    private void export() {
        if (shown != null) {
            LadderExport.ask(shown);
        }
    }
}
