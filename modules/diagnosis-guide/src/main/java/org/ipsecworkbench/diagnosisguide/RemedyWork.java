package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.HostWork;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.util.NbBundle.Messages;

/** Asks whether a change is wanted, and makes or undoes it in the background. On the event dispatch thread. */
@Messages({
    "# {0} - host",
    "TIT_Apply=Change {0}?",
    "# {0} - title",
    "# {1} - commands",
    "# {2} - risk",
    "# {3} - warning",
    "# {4} - how it is undone",
    "MSG_Apply={0}\n\nThis runs on the host:\n{1}\n\nRisk: {2}. {3}\n\n{4}",
    "# {0} - commands",
    "MSG_CanBeUndone=It can be undone by:\n{0}",
    "MSG_CannotBeUndone=No command can undo it.",
    "CTL_ApplyNow=Apply",
    "# {0} - title",
    "LBL_Apply=Apply: {0}",
    "# {0} - title",
    "LBL_UndoWork=Undo: {0}",
    "# {0} - title",
    "# {1} - why",
    "MSG_NotBegun={0}: nothing was changed, since the host could not be asked. {1}"
})
final class RemedyWork {
    private static final int WIDTH = 560;

    private RemedyWork() {}

    /** Shows the exact commands, the risk and the way back, and asks. */
    static boolean isWanted(Remedy remedy) {
        String undo = remedy.undoLines().isEmpty()
                ? Bundle.MSG_CannotBeUndone()
                : Bundle.MSG_CanBeUndone(String.join("\n", remedy.undoLines()));
        WrappedText text = new WrappedText(false);
        text.setName("change");
        text.wrapAt(WIDTH);
        text.setText(Bundle.MSG_Apply(
                remedy.title(),
                String.join("\n", remedy.commandLines()),
                remedy.risk().label(),
                remedy.warning(),
                undo));
        JPanel panel = new JPanel(new BorderLayout());
        panel.setBorder(BorderFactory.createEmptyBorder(14, 14, 8, 14));
        panel.add(text, BorderLayout.CENTER);
        String apply = Bundle.CTL_ApplyNow();
        DialogDescriptor question = new DialogDescriptor(
                panel,
                Bundle.TIT_Apply(remedy.host()),
                true,
                new Object[] {apply, DialogDescriptor.CANCEL_OPTION},
                // Whoever presses Enter without reading changes nothing.
                DialogDescriptor.CANCEL_OPTION,
                DialogDescriptor.DEFAULT_ALIGN,
                null,
                null);
        return DialogDisplayer.getDefault().notify(question).equals(apply);
    }

    /** Makes the change, and tells what became of it. */
    static void apply(KnownHost host, Remedy remedy, Consumer<RemedyRun> done) {
        start(Bundle.LBL_Apply(remedy.title()), host, remedy, RemedyRun::apply, done);
    }

    /** Restores what was before it. */
    static void undo(KnownHost host, Remedy remedy, Consumer<RemedyRun> done) {
        start(Bundle.LBL_UndoWork(remedy.title()), host, remedy, RemedyRun::undo, done);
    }

    private static void start(
            String name,
            KnownHost host,
            Remedy remedy,
            BiFunction<HostConnection, Remedy, RemedyRun> change,
            Consumer<RemedyRun> done) {
        AtomicReference<RemedyRun> result = new AtomicReference<>(notBegun(remedy, ""));
        HostWork.<RemedyRun>start(
                name,
                List.of(host),
                (one, credentials, options, cancellation) -> {
                    try (HostConnection connection = HostConnection.open(one.address(), credentials, options)) {
                        return change.apply(connection, remedy);
                    }
                },
                new Fleet.Listener<>() {
                    @Override
                    public void started(KnownHost one) {}

                    @Override
                    public void ended(KnownHost one, Fleet.Outcome<RemedyRun> outcome) {
                        RemedyRun run = outcome.result();
                        Failure failure = outcome.failure();
                        if (run != null) {
                            result.set(run);
                        } else if (failure != null) {
                            result.set(notBegun(remedy, failure.explanation()));
                        }
                    }
                },
                () -> done.accept(result.get()));
    }

    private static RemedyRun notBegun(Remedy remedy, String why) {
        return new RemedyRun(remedy, RemedyRun.State.ROLLED_BACK, Bundle.MSG_NotBegun(remedy.title(), why), List.of());
    }
}
