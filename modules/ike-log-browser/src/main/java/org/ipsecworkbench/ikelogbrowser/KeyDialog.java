package org.ipsecworkbench.ikelogbrowser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Asks for tables of keys and reads them. Keys are in memory alone: never shown, logged or saved. */
@Messages({
    "CTL_KeysTitle=Keys to Decrypt With",
    "# {0} - reason",
    "MSG_KeysNotRead=The keys cannot be read: {0}",
    "# {0} - problems",
    "MSG_NoKeys=No key was found in what you chose. It should be an ikev1_decryption_table or ikev2_decryption_table of"
            + " Wireshark.\n{0}"
})
final class KeyDialog {
    private static final RequestProcessor WORKER = new RequestProcessor("Reading keys");
    private static final int MAX_PROBLEMS = 5;

    private KeyDialog() {}

    /** On the event dispatch thread, where the keys are handed over, too. */
    static void ask(Consumer<DecryptionKeys> taker) {
        File[] chosen = new FileChooserBuilder(KeyDialog.class)
                .setTitle(Bundle.CTL_KeysTitle())
                .setFilesOnly(true)
                .showMultiOpenDialog();
        if (chosen == null) {
            return;
        }
        List<Path> files = Arrays.stream(chosen).map(File::toPath).toList();
        WORKER.post(() -> {
            try {
                DecryptionKeys keys = DecryptionKeys.read(files);
                if (keys.isEmpty()) {
                    List<String> problems = keys.problems().stream()
                            .limit(MAX_PROBLEMS)
                            .map(one -> one.where() + ": " + one.what())
                            .toList();
                    complain(Bundle.MSG_NoKeys(String.join("\n", problems)));
                } else {
                    SwingUtilities.invokeLater(() -> taker.accept(keys));
                }
            } catch (IOException e) {
                complain(Bundle.MSG_KeysNotRead(e.getClass().getSimpleName() + ": " + e.getMessage()));
            }
        });
    }

    private static void complain(String words) {
        DialogDisplayer.getDefault().notifyLater(new NotifyDescriptor.Message(words, NotifyDescriptor.WARNING_MESSAGE));
    }
}
