package org.ipsecworkbench.hostconnection.known;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All hosts that are known, each name once. Immutable.
 *
 * @param hosts by group, then name; those of no group first
 * @param problems what of the file could not be read, in words with its line; that is kept when the file is written
 * @param head lines before the first host that a newer version wrote
 * @param damaged lines of hosts that could not be read
 */
public record KnownHosts(List<KnownHost> hosts, List<String> problems, List<String> head, List<String> damaged) {
    private static final Comparator<KnownHost> ORDER = Comparator.comparing(
                    (KnownHost host) -> host.group().toLowerCase(Locale.ROOT))
            .thenComparing(host -> host.name().toLowerCase(Locale.ROOT));

    /** None. */
    public static final KnownHosts EMPTY = new KnownHosts(List.of(), List.of(), List.of(), List.of());

    /** More hosts are not kept: the window lists them all. */
    public static final int MAX_HOSTS = 20_000;

    /** Sorts the hosts by their names, and copies the lists. */
    public KnownHosts {
        hosts = hosts.stream().sorted(ORDER).toList();
        problems = List.copyOf(problems);
        head = List.copyOf(head);
        damaged = List.copyOf(damaged);
    }

    /** The host of this name, whatever its case. */
    public Optional<KnownHost> find(String name) {
        return hosts.stream().filter(host -> host.isNamed(name)).findFirst();
    }

    /**
     * With these hosts added, each in the place of one of the same name.
     *
     * @throws IllegalArgumentException where they would be more than {@link #MAX_HOSTS}
     */
    public KnownHosts with(Collection<KnownHost> added) {
        Map<String, KnownHost> byName = byName();
        added.forEach(host -> byName.put(key(host.name()), host));
        if (byName.size() > MAX_HOSTS) {
            throw new IllegalArgumentException("No more than " + MAX_HOSTS + " hosts are kept.");
        }
        return new KnownHosts(new ArrayList<>(byName.values()), problems, head, damaged);
    }

    /** Without the hosts of these names. */
    public KnownHosts without(Collection<String> names) {
        Map<String, KnownHost> byName = byName();
        names.forEach(name -> byName.remove(key(name)));
        return new KnownHosts(new ArrayList<>(byName.values()), problems, head, damaged);
    }

    private Map<String, KnownHost> byName() {
        Map<String, KnownHost> byName = new HashMap<>();
        hosts.forEach(host -> byName.put(key(host.name()), host));
        return byName;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
