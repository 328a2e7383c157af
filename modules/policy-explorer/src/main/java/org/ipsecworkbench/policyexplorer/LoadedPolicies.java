package org.ipsecworkbench.policyexplorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.session.SessionFile;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Reads the policies in files and sessions in the background. What holds none is told in one message. */
@Messages({
    "# {0} - file",
    "# {1} - reason",
    "MSG_CannotRead={0} cannot be read: {1}",
    "# {0} - file",
    "MSG_NoPolicy={0} holds no policy of a host."
})
final class LoadedPolicies {
    private static final RequestProcessor READER = new RequestProcessor("Reading policies");

    private LoadedPolicies() {}

    /** Reads all, and hands them on by the event thread; nothing where no file holds any. */
    static void read(List<Path> files, Consumer<List<PolicyEvidence>> then) {
        READER.post(() -> {
            List<PolicyEvidence> found = new ArrayList<>();
            List<String> faults = new ArrayList<>();
            for (Path file : files) {
                try {
                    List<PolicyEvidence> here = of(file);
                    if (here.isEmpty()) {
                        faults.add(Bundle.MSG_NoPolicy(file));
                    }
                    found.addAll(here);
                } catch (IOException e) {
                    faults.add(Bundle.MSG_CannotRead(file, String.valueOf(e.getLocalizedMessage())));
                }
            }
            if (!faults.isEmpty()) {
                DialogDisplayer.getDefault()
                        .notifyLater(new NotifyDescriptor.Message(
                                String.join("\n", faults), NotifyDescriptor.ERROR_MESSAGE));
            }
            if (!found.isEmpty()) {
                SwingUtilities.invokeLater(() -> then.accept(found));
            }
        });
    }

    private static List<PolicyEvidence> of(Path file) throws IOException {
        if (SessionFile.recognises(file)) {
            return PolicyEvidence.ofSession(file, PolicySource.DIGESTS);
        }
        PolicyEvidence evidence = PolicySource.ofFile(file).reader().read();
        HostPolicy policy = evidence.policy().model();
        boolean isEmpty = policy.rules().isEmpty()
                && policy.legacyPolicies().isEmpty()
                && policy.mainModeRules().isEmpty()
                && policy.listed().isEmpty();
        return isEmpty ? List.of() : List.of(evidence);
    }
}
