package org.ipsecworkbench.workbench.hosts;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.Arrays;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.hosts.PasswordStore.Scope;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotificationLineSupport;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Asks for a host, tests the connection to it while it is asked, step by step, and keeps it. */
@Messages({
    "TIT_AddHost=Add Host",
    "# {0} - host",
    "TIT_EditHost=Edit {0}",
    "CTL_TestNow=&Test Connection",
    "# {0} - name",
    "MSG_NameTaken=There is another host of the name {0}.",
    "MSG_TestFirst=The test shows each step of the connection. The password is kept only with OK."
})
final class HostDialog {
    private static final Dimension STEPS = new Dimension(400, 420);
    private static final RequestProcessor WORKER = new RequestProcessor("Passwords of hosts");

    private final @Nullable KnownHost before;
    private final HostForm form;
    private final StepsPanel steps = new StepsPanel();
    private final JButton test = new JButton();
    private final DialogTest trial;
    private final DialogDescriptor dialog;
    private final NotificationLineSupport line;

    private HostDialog(@Nullable KnownHost before) {
        this.before = before;
        List<String> groups = HostBook.get().entries().stream()
                .filter(entry -> !entry.isOfLab())
                .map(entry -> entry.host().group())
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
        form = new HostForm(groups, this::check);
        trial = new DialogTest(steps, form, this::check);
        String title = before == null ? Bundle.TIT_AddHost() : Bundle.TIT_EditHost(before.name());
        dialog = new DialogDescriptor(panel(), title);
        line = dialog.createNotificationLineSupport();
        if (before != null) {
            form.fill(before);
        }
        check();
    }

    static void add() {
        new HostDialog(null).show();
    }

    static void edit(KnownHost host) {
        new HostDialog(host).show();
    }

    private JPanel panel() {
        Mnemonics.setLocalizedText(test, Bundle.CTL_TestNow());
        test.setName("testNow");
        test.addActionListener(e -> trial.start(form.host(), form.password()));
        JScrollPane scroll = new JScrollPane(
                steps,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        JPanel right = new JPanel(new BorderLayout(0, 10));
        right.setPreferredSize(STEPS);
        JPanel buttons = new JPanel(new BorderLayout());
        buttons.add(test, BorderLayout.WEST);
        right.add(buttons, BorderLayout.NORTH);
        right.add(scroll);
        JPanel left = new JPanel(new BorderLayout());
        left.add(form, BorderLayout.NORTH);
        JPanel panel = new JPanel(new BorderLayout(24, 0));
        panel.setBorder(BorderFactory.createEmptyBorder(12, 12, 4, 12));
        panel.add(left);
        panel.add(right, BorderLayout.EAST);
        return panel;
    }

    private void check() {
        if (line == null) {
            // The fields are being filled for the first time.
            return;
        }
        String problem = problem();
        dialog.setValid(problem.isEmpty());
        test.setEnabled(problem.isEmpty() && !trial.isRunning());
        if (problem.isEmpty()) {
            line.setInformationMessage(Bundle.MSG_TestFirst());
        } else {
            line.setErrorMessage(problem);
        }
    }

    private String problem() {
        try {
            KnownHost host = form.host();
            boolean isOwnName = before != null && before.isNamed(host.name());
            boolean isTaken = !isOwnName && HostBook.get().find(host.name()).isPresent();
            return isTaken ? Bundle.MSG_NameTaken(host.name()) : "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void show() {
        Object chosen = DialogDisplayer.getDefault().notify(dialog);
        trial.close();
        char[] password = form.password();
        if (chosen != DialogDescriptor.OK_OPTION) {
            Arrays.fill(password, '\0');
            return;
        }
        KnownHost host = form.host();
        HostBook.get()
                .update(known -> (before == null ? known : known.without(List.of(before.name()))).with(List.of(host)));
        Scope scope = form.scope();
        if (password.length > 0 && host.needsPassword() && !trial.isRejected(host, password)) {
            WORKER.post(() -> FleetWork.keep(List.of(host), new PasswordDialog.Answer(password, scope)));
        } else {
            Arrays.fill(password, '\0');
        }
    }
}
