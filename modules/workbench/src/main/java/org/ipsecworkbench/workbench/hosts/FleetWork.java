package org.ipsecworkbench.workbench.hosts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.hostconnection.AuditRecord;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.HostWork;
import org.ipsecworkbench.workbench.hosts.PasswordStore.Scope;
import org.jspecify.annotations.Nullable;
import org.netbeans.api.progress.ProgressHandle;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** One piece of work with hosts, as {@link HostWork} says. */
@Messages({
    "# {0} - user",
    "MSG_NotInKeyring=The keyring did not take the password of {0}. It is used until the workbench ends.",
    "MSG_LabEnded=The lab that simulated this host has ended.",
    "MSG_StartLab=Start the lab again and choose its hosts.",
    "MSG_NoPassword=No password was given.",
    "MSG_GivePassword=Start it again and enter the password.",
    "MSG_NoUser=It is not known as whom to ask this host.",
    "MSG_GiveUser=Edit the host and enter a user."
})
public final class FleetWork<R> {
    private static final RequestProcessor WORKER = new RequestProcessor("Hosts", 8, false);

    private final String name;
    private final HostWork.Task<R> task;
    private final Fleet.Listener<KnownHost, R> listener;
    private final Runnable done;
    private final Fleet<KnownHost, R> fleet;
    private final Map<KnownHost, Credentials> credentials = new HashMap<>();
    private final AtomicInteger ended = new AtomicInteger();
    private @Nullable ProgressHandle progress;

    /** Called by {@link HostWork#start}. */
    public FleetWork(String name, HostWork.Task<R> task, Fleet.Listener<KnownHost, R> listener, Runnable done) {
        this.name = name;
        this.task = task;
        this.listener = listener;
        this.done = done;
        fleet = new Fleet<>(this::ask, new Told());
    }

    /** Begins; what is returned ends it. */
    public Cancellation start(List<KnownHost> hosts) {
        Cancellation cancellation = new Cancellation();
        cancellation.onCancel(this::cancel);
        WORKER.post(() -> work(hosts));
        return cancellation;
    }

    /** Asks the hosts to end what runs, which may take a while. */
    private void cancel() {
        WORKER.post(fleet::cancel);
    }

    private void work(List<KnownHost> hosts) {
        ProgressHandle handle = ProgressHandle.createHandle(name, () -> {
            cancel();
            return true;
        });
        try {
            List<KnownHost> ready = prepared(hosts);
            handle.start(Math.max(1, ready.size()));
            progress = handle;
            fleet.run(ready);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            handle.finish();
            SwingUtilities.invokeLater(done);
        }
    }

    /** Finds credentials or asks for them, once for each user; those hosts are left that have some. */
    private List<KnownHost> prepared(List<KnownHost> hosts) {
        Map<String, List<KnownHost>> byUser = new LinkedHashMap<>();
        for (KnownHost host : hosts) {
            Credentials found = HostSecrets.get().find(host);
            if (found != null) {
                credentials.put(host, found);
            } else if (HostSecrets.get().isOfEndedLab(host)) {
                leaveOut(List.of(host), Bundle.MSG_LabEnded(), Bundle.MSG_StartLab());
            } else {
                byUser.computeIfAbsent(host.identity(), user -> new ArrayList<>())
                        .add(host);
            }
        }
        byUser.forEach(this::ask);
        return hosts.stream().filter(credentials::containsKey).toList();
    }

    private void ask(String user, List<KnownHost> hosts) {
        if (user.isEmpty()) {
            leaveOut(hosts, Bundle.MSG_NoUser(), Bundle.MSG_GiveUser());
            return;
        }
        boolean isRejected = hosts.stream().anyMatch(HostSecrets.get()::isRejected);
        PasswordDialog.Answer answer = PasswordDialog.ask(hosts, isRejected);
        if (answer == null) {
            leaveOut(hosts, Bundle.MSG_NoPassword(), Bundle.MSG_GivePassword());
            return;
        }
        Credentials given = keep(hosts, answer);
        hosts.forEach(host -> credentials.put(host, given));
    }

    private void leaveOut(List<KnownHost> hosts, String what, String next) {
        Failure missing = new Failure(ConnectionStep.AUTHENTICATE, FailureCause.CANCELLED, what, next);
        hosts.forEach(host -> listener.ended(host, new Fleet.Outcome<>(null, missing)));
    }

    /** Uses a password from now on, and keeps it where that is wanted. */
    static Credentials keep(List<KnownHost> hosts, PasswordDialog.Answer answer) {
        try {
            Scope scope = answer.scope();
            Credentials used = HostSecrets.get().use(hosts, answer.password(), scope);
            Map<String, KnownHost> byKey = new LinkedHashMap<>();
            hosts.forEach(host -> byKey.put(PasswordStore.key(host, scope), host));
            boolean isKept = scope == Scope.NOBODY
                    || byKey.entrySet().stream()
                            .allMatch(
                                    one -> PasswordStore.save(one.getKey(), answer.password(), one.getValue(), scope));
            if (!isKept) {
                DialogDisplayer.getDefault()
                        .notifyLater(new NotifyDescriptor.Message(
                                Bundle.MSG_NotInKeyring(used.user()), NotifyDescriptor.WARNING_MESSAGE));
            }
            return used;
        } finally {
            Arrays.fill(answer.password(), '\0');
        }
    }

    private R ask(KnownHost host, Cancellation cancellation) throws ConnectionException {
        Credentials own = credentials.get(host);
        if (own == null) {
            throw new IllegalStateException("a host without credentials has no turn");
        }
        try {
            return task.run(host, own, host.connection().withAction(name), cancellation);
        } finally {
            if (own.isRejected()) {
                HostSecrets.get().forgetRejected(host);
            }
        }
    }

    /** What was sent to any host since the workbench started. */
    public static AuditRecord sent() {
        return CommandLog.record();
    }

    /** Whether it is one of the lab. */
    public static boolean isSimulated(KnownHost host) {
        return HostBook.get().find(host.name()).filter(HostEntry::isSimulated).isPresent();
    }

    /** Counts for the progress. */
    private final class Told implements Fleet.Listener<KnownHost, R> {
        @Override
        public void started(KnownHost host) {
            listener.started(host);
        }

        @Override
        public void ended(KnownHost host, Fleet.Outcome<R> outcome) {
            listener.ended(host, outcome);
            ProgressHandle handle = progress;
            if (handle != null) {
                handle.progress(host.name(), ended.incrementAndGet());
            }
        }
    }
}
