package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.HostWork;
import org.ipsecworkbench.workbench.StillCaret;
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
    "# {0} - what is read",
    "# {1} - host",
    "MSG_OnlyIf=Only if this is still as it was when {1} was diagnosed: {0}.",
    "# {0} - minutes",
    "MSG_IfCutOff=Should the host not be reachable any more afterwards, it undoes this by itself after {0} minutes.",
    "# {0} - minutes",
    "MSG_InAnyCase=It is undone by the host itself after {0} minutes at the latest.",
    "CTL_ApplyNow=Apply",
    "# {0} - title",
    "# {1} - why",
    "MSG_NotBegun={0}: nothing was changed, since the host could not be asked. {1}"
})
final class RemedyWork {
    private static final int WIDTH = 560;

    private RemedyWork() {}

    /** Shows the exact commands, the risk, what has to hold and the way back, and asks. */
    static boolean isWanted(Remedy remedy) {
        WrappedText text = new WrappedText(false);
        text.setName("change");
        text.setCaret(new StillCaret());
        text.wrapAt(WIDTH);
        text.setText(Bundle.MSG_Apply(
                remedy.title(),
                String.join("\n", remedy.commandLines()),
                remedy.risk().label(),
                remedy.warning(),
                safety(remedy)));
        JPanel panel = new JPanel(new BorderLayout());
        panel.setBorder(BorderFactory.createEmptyBorder(14, 14, 8, 14));
        panel.add(text, BorderLayout.CENTER);
        String apply = Bundle.CTL_ApplyNow();
        DialogDescriptor question = new DialogDescriptor(
                panel,
                Bundle.TIT_Apply(String.join(", ", remedy.hosts())),
                true,
                new Object[] {apply, DialogDescriptor.CANCEL_OPTION},
                // Whoever presses Enter without reading changes nothing.
                DialogDescriptor.CANCEL_OPTION,
                DialogDescriptor.DEFAULT_ALIGN,
                null,
                null);
        return DialogDisplayer.getDefault().notify(question).equals(apply);
    }

    private static String safety(Remedy remedy) {
        List<String> lines = new ArrayList<>();
        remedy.conditions().stream()
                .map(condition -> Bundle.MSG_OnlyIf(condition.reads(), condition.host()))
                .distinct()
                .forEach(lines::add);
        lines.add(
                remedy.canBeUndone()
                        ? Bundle.MSG_CanBeUndone(String.join("\n", remedy.undoLines()))
                        : Bundle.MSG_CannotBeUndone());
        switch (remedy.timer()) {
            case IF_CUT_OFF ->
                lines.add(Bundle.MSG_IfCutOff(Integer.toString(remedy.timer().minutes())));
            case IN_ANY_CASE ->
                lines.add(Bundle.MSG_InAnyCase(Integer.toString(remedy.timer().minutes())));
            case NONE -> {}
        }
        return String.join("\n\n", lines);
    }

    /** Makes the change, and tells what became of it. */
    static void apply(List<KnownHost> hosts, Remedy remedy, Consumer<RemedyRun> done) {
        start(Remedy.APPLY + remedy.title(), hosts, remedy, RemedyRun::apply, done);
    }

    /** Restores what was before it. */
    static void undo(List<KnownHost> hosts, Remedy remedy, Consumer<RemedyRun> done) {
        start(Remedy.UNDO + remedy.title(), hosts, remedy, RemedyRun::undo, done);
    }

    private static void start(
            String name,
            List<KnownHost> hosts,
            Remedy remedy,
            BiFunction<RemedyRun.Way, Remedy, RemedyRun> change,
            Consumer<RemedyRun> done) {
        AtomicReference<RemedyRun> result = new AtomicReference<>(notBegun(remedy, ""));
        Meeting meeting = new Meeting(
                hosts.stream().map(KnownHost::name).collect(Collectors.toSet()), way -> change.apply(way, remedy));
        HostWork.<RemedyRun>start(
                name,
                hosts,
                (one, credentials, options, cancellation) ->
                        meeting.come(one.name(), () -> HostConnection.open(one.address(), credentials, options)),
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
                            meeting.fail(failure);
                            result.set(notBegun(remedy, failure.explanation()));
                        }
                    }
                },
                () -> done.accept(result.get()));
    }

    private static RemedyRun notBegun(Remedy remedy, String why) {
        return new RemedyRun(remedy, RemedyRun.State.REFUSED, Bundle.MSG_NotBegun(remedy.title(), why), List.of());
    }
}
