package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.SessionWorkspace;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.OnShowing;

/** Offers what an earlier run of the workbench left unsaved because it ended without being asked to. */
@OnShowing
@Messages({
    "TIT_Recover=Unsaved Sessions",
    "# {0} - sessions",
    "MSG_Recover=The workbench ended before these sessions were saved:\n\n{0}\n\nWhat was in them is kept. Open them now?",
    "CTL_Recover=&Open Them",
    "CTL_Forget=&Delete What Was Not Saved",
    "CTL_Later=&Later",
    "# {0} - name",
    "# {1} - how many",
    "LBL_Left={0}, {1}",
    "# {0} - folder",
    "# {1} - reason",
    "MSG_NotRecovered=What an earlier run left in {0} cannot be read: {1}"
})
public final class Recovery implements Runnable {
    private static final RequestProcessor WORK = new RequestProcessor(Recovery.class);

    @Override
    public void run() {
        WORK.post(Recovery::look);
    }

    private static void look() {
        List<OpenedSession> left = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try {
            for (Path journal : SessionWorkspace.abandoned(Sessions.journals())) {
                recover(journal, left, faults);
            }
        } catch (IOException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        SwingUtilities.invokeLater(() -> {
            if (!faults.isEmpty()) {
                OpenedSession.tell(String.join("\n", faults));
            }
            if (!left.isEmpty()) {
                offer(left);
            }
        });
    }

    /** A journal whose session was saved is of no use any more. */
    private static void recover(Path journal, List<OpenedSession> left, List<String> faults) {
        try {
            SessionWorkspace workspace = SessionWorkspace.recover(journal, SessionLimits.DEFAULT);
            boolean isEmpty = workspace.file().isEmpty()
                    && workspace.session().evidence().isEmpty()
                    && workspace.session().notes().isEmpty();
            if (workspace.isChanged() && !isEmpty) {
                left.add(new OpenedSession(workspace));
            } else {
                workspace.discard();
            }
        } catch (IOException e) {
            faults.add(Bundle.MSG_NotRecovered(journal, String.valueOf(e.getMessage())));
        }
    }

    private static void offer(List<OpenedSession> left) {
        String names = left.stream()
                .map(session -> Bundle.LBL_Left(
                        session.name(),
                        Facts.pieces(session.session().evidence().size())))
                .collect(Collectors.joining("\n"));
        String open = Bundle.CTL_Recover();
        String forget = Bundle.CTL_Forget();
        Object answer = DialogDisplayer.getDefault()
                .notify(new NotifyDescriptor(
                        Bundle.MSG_Recover(names),
                        Bundle.TIT_Recover(),
                        NotifyDescriptor.YES_NO_CANCEL_OPTION,
                        NotifyDescriptor.QUESTION_MESSAGE,
                        new Object[] {open, forget, Bundle.CTL_Later()},
                        open));
        for (OpenedSession session : left) {
            if (open.equals(answer)) {
                Sessions.show(session);
            } else if (forget.equals(answer)) {
                session.close(() -> {});
            } else {
                session.leave();
            }
        }
    }
}
