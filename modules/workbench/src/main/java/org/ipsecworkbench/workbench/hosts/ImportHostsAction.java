package org.ipsecworkbench.workbench.hosts;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.ipsecworkbench.hostconnection.known.HostImport;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.Formats;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Adds the hosts of a list; those that are known by their names are kept as they are. */
@ActionID(category = "Hosts", id = ImportHostsAction.ID)
@ActionRegistration(displayName = "#CTL_ImportHosts")
@ActionReference(path = "Menu/Hosts", position = 300)
@Messages({
    "CTL_ImportHosts=&Import Hosts…",
    "TIT_ImportHosts=Import Hosts: CSV, or an Ansible Inventory (INI or YAML)",
    "# {0} - hosts",
    "# {1} - how many were known",
    "MSG_Imported={0} read, {1} of them known before and kept as they were.",
    "# {0} - problems",
    "MSG_ImportProblems=Left out:\n{0}",
    "# {0} - reason",
    "MSG_ImportFailed=The list cannot be read: {0}"
})
public final class ImportHostsAction implements ActionListener {
    static final String ID = "org.ipsecworkbench.workbench.hosts.ImportHostsAction";

    private static final int MAX_PROBLEMS = 8;
    private static final RequestProcessor WORKER = new RequestProcessor("Import of hosts");

    @Override
    public void actionPerformed(ActionEvent e) {
        File file = new FileChooserBuilder(ImportHostsAction.class)
                .setTitle(Bundle.TIT_ImportHosts())
                .setFilesOnly(true)
                .showOpenDialog();
        if (file != null) {
            WORKER.post(() -> read(file));
        }
    }

    private static void read(File file) {
        try {
            HostImport.Result read = HostImport.read(file.toPath());
            List<KnownHost> fresh = read.hosts().stream()
                    .filter(host -> HostBook.get().find(host.name()).isEmpty())
                    .toList();
            HostBook.get().update(known -> known.with(fresh));
            String words = Bundle.MSG_Imported(
                    Formats.count(read.hosts().size(), "host", "hosts"),
                    Formats.count(read.hosts().size() - fresh.size()));
            List<String> problems = read.problems();
            if (!problems.isEmpty()) {
                String first = String.join("\n", problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())));
                words += "\n\n" + Bundle.MSG_ImportProblems(first);
            }
            tell(words, problems.isEmpty() ? NotifyDescriptor.INFORMATION_MESSAGE : NotifyDescriptor.WARNING_MESSAGE);
        } catch (IOException e) {
            tell(Bundle.MSG_ImportFailed(String.valueOf(e.getMessage())), NotifyDescriptor.ERROR_MESSAGE);
        }
    }

    private static void tell(String words, int kind) {
        DialogDisplayer.getDefault().notifyLater(new NotifyDescriptor.Message(words, kind));
    }
}
