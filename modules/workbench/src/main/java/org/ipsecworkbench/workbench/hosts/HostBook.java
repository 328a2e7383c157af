package org.ipsecworkbench.workbench.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.swing.SwingUtilities;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.hostconnection.known.KnownHosts;
import org.ipsecworkbench.hostconnection.known.KnownHostsFile;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.ChangeSupport;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * The hosts that the workbench knows: those of the file, which the command line changes too, and those of the lab while it
 * runs. Safe for several threads; listeners are told on the event dispatch thread. The file is read and written in a thread
 * of its own.
 */
@Messages({"# {0} - reason", "MSG_HostsNotKept=The list of hosts was not changed: {0}"})
final class HostBook {
    /** The group of simulated hosts. */
    static final String LAB = "Lab (simulated)";

    private static final Logger LOG = Logger.getLogger(HostBook.class.getName());
    private static final int TICK_MILLIS = 2000;
    private static final RequestProcessor WORKER = new RequestProcessor("Known hosts");
    private static final HostBook BOOK = new HostBook(KnownHostsFile.ofUser());
    private static final Comparator<HostEntry> ORDER = Comparator.comparing(
                    (HostEntry entry) -> entry.host().group().toLowerCase(Locale.ROOT))
            .thenComparing(entry -> entry.host().name().toLowerCase(Locale.ROOT));

    private final KnownHostsFile file;
    private final ChangeSupport listeners = new ChangeSupport(this);
    private final Map<String, HostEntry> entries = new LinkedHashMap<>();
    private final RequestProcessor.Task ticker = WORKER.create(this::tick);
    private KnownHosts known = KnownHosts.EMPTY;
    private String trouble = "";
    private String stamp = "none";
    private volatile boolean isWatching;
    private final RequestProcessor.Task keeper = WORKER.create(this::writeStates);
    private final HostStates states;
    private Map<String, HostState> kept = Map.of();
    private boolean hasReadStates;

    private HostBook(KnownHostsFile file) {
        this.file = file;
        states = new HostStates(file.path().resolveSibling("host-states.txt"));
    }

    /** The one of this user. */
    static HostBook get() {
        return BOOK;
    }

    /** All hosts, by group and name. */
    synchronized List<HostEntry> entries() {
        return entries.values().stream().sorted(ORDER).toList();
    }

    /** The host of this name, whatever its case. */
    synchronized Optional<HostEntry> find(String name) {
        return Optional.ofNullable(entries.get(key(name)));
    }

    /** What of the file could not be read, in words. */
    synchronized List<String> problems() {
        List<String> all = new ArrayList<>();
        known.problems().forEach(problem -> all.add(KnownHostsFile.NAME + ", " + problem));
        if (!trouble.isEmpty()) {
            all.add(trouble);
        }
        return List.copyOf(all);
    }

    /** Reads the file, and again when it has changed, while the window is open. */
    void watch(boolean on) {
        isWatching = on;
        ticker.schedule(0);
    }

    private void tick() {
        String now = stamp(file.path());
        if (!now.equals(stamp)) {
            read(now);
        }
        if (isWatching) {
            ticker.schedule(TICK_MILLIS);
        }
    }

    private static String stamp(Path path) {
        try {
            return Files.getLastModifiedTime(path) + " " + Files.size(path);
        } catch (IOException e) {
            return "";
        }
    }

    private void read(String now) {
        stamp = now;
        readStates();
        try {
            take(file.read(), "");
        } catch (IOException e) {
            take(KnownHosts.EMPTY, String.valueOf(e.getMessage()));
        }
    }

    private void take(KnownHosts now, String why) {
        synchronized (this) {
            known = now;
            trouble = why;
            Set<String> names =
                    now.hosts().stream().map(host -> key(host.name())).collect(Collectors.toSet());
            entries.values()
                    .removeIf(entry ->
                            !entry.isOfLab() && !names.contains(key(entry.host().name())));
            now.hosts().forEach(host -> {
                HostEntry entry = entries.get(key(host.name()));
                if (entry == null) {
                    HostEntry fresh = new HostEntry(host, false);
                    HostState before = kept.get(HostStates.key(host));
                    if (before != null) {
                        fresh.update(unknown -> before);
                    }
                    entries.put(key(host.name()), fresh);
                } else if (!entry.isOfLab()) {
                    entry.set(host);
                }
            });
        }
        SwingUtilities.invokeLater(listeners::fireChange);
    }

    private void readStates() {
        if (hasReadStates) {
            return;
        }
        hasReadStates = true;
        try {
            Map<String, HostState> found = states.read();
            synchronized (this) {
                kept = found;
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "the states of hosts were not read", e);
        }
    }

    /** Keeps what tests have found for the next run, in a while and in the background. */
    void keepStates() {
        keeper.schedule(TICK_MILLIS);
    }

    private void writeStates() {
        try {
            states.write(entries());
        } catch (IOException e) {
            LOG.log(Level.INFO, "the states of hosts were not kept", e);
        }
    }

    /** Changes the file in the background; what prevents it is told. */
    void update(UnaryOperator<KnownHosts> change) {
        WORKER.post(() -> {
            try {
                take(file.update(change), "");
                stamp = stamp(file.path());
            } catch (IOException | IllegalArgumentException e) {
                DialogDisplayer.getDefault()
                        .notifyLater(new NotifyDescriptor.Message(
                                Bundle.MSG_HostsNotKept(String.valueOf(e.getMessage())),
                                NotifyDescriptor.ERROR_MESSAGE));
            }
        });
    }

    /** Lists these hosts as those of the lab, in the place of others. */
    void setLab(List<KnownHost> hosts) {
        synchronized (this) {
            entries.values().removeIf(HostEntry::isOfLab);
            hosts.forEach(host -> entries.put(key(host.name()), new HostEntry(host, true)));
        }
        // Brings back one of the file whose name the lab had taken.
        WORKER.post(() -> read(stamp(file.path())));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void addChangeListener(ChangeListener listener) {
        listeners.addChangeListener(listener);
    }

    void removeChangeListener(ChangeListener listener) {
        listeners.removeChangeListener(listener);
    }
}
